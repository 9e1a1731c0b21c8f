#!/bin/sh
# The examples were written with known chains (examples/README.md): who took what from whom must come out as planted.
isnad=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
root=$2
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0
failed=0
cd "$root/examples/captures" || exit 2

# A line of JSONL with the page in its "html": a paper's copy of the agency's second report on the ferry, which is itself a page of HTML.
{
  printf '{"id":"ferry-line","outlet":"صحيفة رمال","published":"2025-05-07T06:00:00Z","html":"<html><body><article><h1>انتشال جثتين من العبارة الجانحة</h1>'
  sed -n '/articleBody/,/<\/div>/ { /<p>/p; }' ferry-difaf-second.html | grep -v 'س ع' | sed 's/<p>سفاجا .*) - /<p>/; s/\\/\\\\/g; s/"/\\"/g' | tr -d '\n'
  printf '<p>المصدر: وكالة الضفاف للأنباء</p></article></body></html>"}\n'
} >"$folder/line.jsonl"
"$isnad" add --quiet --db "$folder/db" ./*.txt ./*.html "$folder/line.jsonl" >/dev/null || exit 1
"$isnad" export edges --json --db "$folder/db" >"$folder/edges"

# of KEY NAME: matches that key of an edge with the first article of the capture NAME, which is a text unless it says otherwise.
of() {
  case $2 in
  *.html | *-line) printf '"%s":"%s\(#0\)\{0,1\}"' "$1" "$2" ;;
  *) printf '"%s":"%s.txt\(#0\)\{0,1\}"' "$1" "$2" ;;
  esac
}

# edge CHILD PARENT KIND: the heaviest edge into the child's article comes from the parent.
edge() {
  if grep "$(of child "$1")" "$folder/edges" | grep -v '"directed":false' | awk -F'"weight":' '{ print $2 + 0, $0 }' | sort -rn | head -n 1 |
    grep -q "$(of parent "$2").*\"kind\":\"$3\""; then
    passed=$((passed + 1))
  else
    echo "not found: $1 from $2 ($3)"
    failed=$((failed + 1))
  fi
}
none() {
  if grep "$(of child "$1")" "$folder/edges" | grep -v '"directed":false' | grep -q '"parent"'; then
    echo "has a parent: $1"
    failed=$((failed + 1))
  else
    passed=$((passed + 1))
  fi
}
edge ferry-mina ferry-difaf both
edge ferry-sarwa ferry-difaf both
edge ferry-daftar ferry-difaf laundered
edge agg-ferry ferry-mina both
edge powerline-rimal powerline-difaf both
edge powerline-matar powerline-difaf both
edge agg-powerline powerline-rimal both
edge fire-sarwa fire-difaf both
edge fire-matar fire-difaf laundered
edge agg-fire fire-atlas both
edge talks-rimal talks-difaf both
edge talks-daftar talks-difaf both
edge talks-mina talks-difaf laundered
edge powerline-mina powerline-rimal laundered
edge powerline-atlas.html powerline-difaf both
edge fire-mina.html fire-difaf laundered
edge talks-sarwa.html talks-qutb both
edge ferry-line ferry-difaf-second.html both
edge ferry-captain-sarwa ferry-captain-difaf both
edge ferry-captain-daftar ferry-captain-difaf laundered
edge ferry-report-mina ferry-report-difaf both
edge ferry-report-rimal ferry-report-qutb laundered
edge talks-done-rimal talks-done-difaf both
edge agg-report ferry-report-rimal both

# credit CHILD PARENT WHAT: of a text that was taken over, the step says whether the child owns up to it ("given" is not written).
credit() {
  step=$(grep "$(of child "$1")" "$folder/edges" | grep "$(of parent "$2")")
  got=$(echo "$step" | sed -n 's/.*"credit":"\([a-z]*\)".*/\1/p')
  if [ -n "$step" ] && [ "${got:-given}" = "$3" ]; then
    passed=$((passed + 1))
  else
    echo "credit of $1 for $2 is ${step:+${got:-given}}, wanted $3"
    failed=$((failed + 1))
  fi
}
credit ferry-daftar ferry-difaf none
credit ferry-captain-daftar ferry-captain-difaf none
credit ferry-report-rimal ferry-report-qutb other
credit ferry-report-mina ferry-report-difaf given
credit ferry-mina ferry-difaf given
credit talks-mina talks-difaf none
credit fire-sarwa fire-difaf given
credit powerline-atlas.html powerline-difaf given
credit fire-mina.html fire-difaf none
credit talks-sarwa.html talks-qutb given
credit ferry-line ferry-difaf-second.html given
# Whom it credits instead stands beside, with the words.
if grep "$(of child ferry-report-rimal)" "$folder/edges" | grep "$(of parent ferry-report-qutb)" | grep -q '"instead":{"span":\[[0-9]*,[0-9]*\],"rule":"[^"]*","name":"[^"]'; then passed=$((passed + 1)); else echo "no credit instead: ferry-report-rimal"; failed=$((failed + 1)); fi

# told COMMAND... -- WORDS: a view prints the words.
told() {
  words=$1
  shift
  if "$isnad" "$@" --db "$folder/db" | grep -q -e "$words"; then
    passed=$((passed + 1))
  else
    echo "isnad $* does not tell: $words"
    failed=$((failed + 1))
  fi
}
told '"other":"ferry-mina.txt".*"kind":"near"' copies ferry-difaf.txt --json
told '"other":"ferry-sarwa.txt".*"kind":"shortened"' copies ferry-difaf.txt --json
told '^passage 2 ' compare ferry-difaf.txt ferry-sarwa.txt
told '"same":false,"a":' compare ferry-difaf.txt ferry-sarwa.txt --json
told 'no passage is shared' compare ferry-difaf.txt talks-difaf.txt

told '^  a[0-9a-f]* -> a[0-9a-f]* .label="both 1.00"' chain ferry-mina.txt --dot
told '"prov:usedEntity":"isnad:a' chain ferry-mina.txt --prov
told '<edge source="a[0-9a-f]*" target="a[0-9a-f]*" directed="true"><data key="step">both' chain ferry-mina.txt --graphml

if "$isnad" dedup --json ./*.txt 2>/dev/null | grep -q '"captures":\[[^]]*"ferry-difaf.txt"[^]]*"ferry-mina.txt"'; then
  passed=$((passed + 1))
else
  echo "isnad dedup does not group ferry-difaf and ferry-mina"
  failed=$((failed + 1))
fi

# origins HEADLINE RANGE: of the story with this report.
origins() {
  got=$("$isnad" stories --json --db "$folder/db" | grep "\"$1.txt" | sed -n 's/.*"origins":\(\[[0-9,]*\]\).*/\1/p')
  if [ "$got" = "$2" ]; then
    passed=$((passed + 1))
  else
    echo "origins of the story of $1 are $got, wanted $2"
    failed=$((failed + 1))
  fi
}
origins ferry-difaf '[2,2]'
origins talks-difaf '[1,2]'
none ferry-difaf
none powerline-difaf
none fire-difaf
none ferry-qutb
none talks-difaf
none ferry-difaf-second.html

# shown PAGE KIND BEGIN: isnad read --show gives the line that begins so that kind. A row is the kind, its article and the line.
shown() {
  if "$isnad" read --show --quiet "$1" | grep -q "^$2  *-\{0,1\}[0-9][0-9]*  $3"; then
    passed=$((passed + 1))
  else
    echo "$1 does not show as $2: $3"
    failed=$((failed + 1))
  fi
}
shown powerline-atlas.html headline 'توقيع المرحلة الثالثة'
shown powerline-atlas.html read_also_marker 'اقرأ أيضا:'
shown powerline-atlas.html promo 'معاصر الزيتون في مكناس'
shown powerline-atlas.html body 'من جانبه، قال المدير العام'
shown powerline-atlas.html keywords 'الوسوم: العراق'
shown ferry-difaf-second.html caption 'زورق لخفر السواحل'
shown ferry-difaf-second.html dateline 'نُشر: 6-5-2025'
shown fire-mina.html headline 'النيران تلتهم'
shown fire-mina.html body 'وفتحت مصالح الدرك'
shown fire-mina.html similar_headline 'دورة تدريبية للمرشدين'
shown talks-sarwa.html byline 'كتبت: دعاء الشريف'
shown talks-sarwa.html ad_label 'إعلان'
shown talks-sarwa.html similar_headline 'سعر الذهب اليوم'
shown talks-sarwa.html comment_form 'الله يفرج همهم'
shown "$folder/line.jsonl" source_line 'المصدر: وكالة الضفاف'
shown ferry-mina.txt outlet 'صحيفة الميناء الجديد$'

# --show opens every page with its name, passes over what it cannot read, and uses no colours on a pipe.
"$isnad" read --show --quiet talks-sarwa.html no-such-file fire-mina.html >"$folder/shown" 2>"$folder/refused"
code=$?
if [ $code = 3 ] && [ "$(grep '^== ' "$folder/shown" | tr '\n' ' ')" = '== talks-sarwa.html == fire-mina.html ' ] &&
  grep -q 'no-such-file' "$folder/refused" && ! grep -q "$(printf '\033')" "$folder/shown"; then
  passed=$((passed + 1))
else
  echo "isnad read --show of two pages and a missing file ended with $code and showed:" "$(grep '^== ' "$folder/shown")"
  failed=$((failed + 1))
fi
echo "$passed passed, $failed failed"
[ $failed = 0 ]
