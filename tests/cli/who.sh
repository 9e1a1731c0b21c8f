#!/bin/sh
# isnad who: spellings, offices, articles and statements of one bearer across articles; the other bearers of the name are listed.
isnad=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0
failed=0
cat >"$folder/in.jsonl" <<'END'
{"id":"one","title":"خبر","published":"2024-05-01T00:00:00Z","text":"قال وزير الزراعة سمير الشرتوني إن «الموسم جيد هذا العام». وأضاف الشرتوني أن المطر كثير."}
{"id":"two","title":"خبر","published":"2024-05-03T00:00:00Z","text":"وصل سمير الشرتوني إلى القاهرة. ثم وصل نبيل الشرتوني."}
{"id":"three","title":"خبر","published":"2024-05-04T00:00:00Z","text":"زار فلاديمير بوتين مدينة قازان."}
{"id":"four","title":"خبر","published":"2023-07-26T00:00:00Z","text":"وصل وزير الدفاع الروسي سيرغي شويغو إلى بيونغ يانغ، والتقى زعيم كوريا الشمالية كيم جونج-أون. ورافقه الجنرال تيموراز كفيريكاشفيلي."}
{"id":"five","title":"خبر","published":"2024-09-15T00:00:00Z","text":"بحث وزير الدفاع الروسي أندريه بيلوسوف التعاون. واستقبل زعيم كوريا الشمالية كيم حونغ أون الوفد، وفيه الجنرال تيموراز كفيريكاشفيلي، أمام صورة كيم جونغ إيل."}
END
"$isnad" add --quiet --db "$folder/db" "$folder/in.jsonl" >/dev/null || exit 1

# want NAME PATTERN: the answer for NAME holds a line with PATTERN.
want() {
  if "$isnad" who $1 --db "$folder/db" | grep -q "$2"; then
    passed=$((passed + 1))
  else
    echo "who $1: no line with: $2"
    failed=$((failed + 1))
  fi
}
want "سمير الشرتوني" "person  e[0-9a-f]*  3 mentions in 2 articles  سمير الشرتوني"
want "سمير الشرتوني" "^spelling  *2  سمير الشرتوني"
want "سمير الشرتوني" "^spelling  *1  الشرتوني"
want "سمير الشرتوني" "^called .*2024-05-01.*وزير الزراعة"
want "سمير الشرتوني" "^article .*2024-05-03.*two"
want "سمير الشرتوني" "^said .*direct.*الموسم جيد"
want "الشرتوني" "^also .*نبيل الشرتوني"
want "بوتين" "per.vladimir-putin"
want "بيونج يانج" "place  kp.pyongyang" # a spelling that no article of the store has
want "Putin" "per.vladimir-putin"
want "سمير الشرتوني" "^story .*خبر"
want "كيم جونغ أون" "^spelling  *1  كيم جونج-أون"
want "كيم جونغ أون" "^spelling  *1  كيم حونغ أون"
want "كيم جونغ إيل" "per.kim-jong-il  KP  1 mention in 1 article "
want "وزير الدفاع الروسي" "^holder .*per.andrei-belousov"
want "وزير الدفاع الروسي" "^called  *2023-07-26 .*per.sergei-shoigu  سيرغي شويغو"
want "وزير الدفاع الروسي" "^called  *2024-09-15 .*per.andrei-belousov  أندريه بيلوسوف"
want "بوتين" "^office .*ru.president"
want "per.vladimir-putin" "per.vladimir-putin"

# The newest of each kind, ten at first; places.
i=10
while [ $i -lt 24 ]; do
  printf '{"id":"many%s","title":"خبر %s","published":"2024-06-%sT00:00:00Z","text":"وصل سمير الشرتوني إلى مدينة زحلة للمرة رقم %s."}\n' $i $i $i $i
  i=$((i + 1))
done >"$folder/more.jsonl"
"$isnad" add --quiet --db "$folder/db" "$folder/more.jsonl" >/dev/null || exit 1
lines() { # NUMBER PATTERN ARGUMENTS...: so many lines of the answer have the pattern
  wanted=$1 pattern=$2
  shift 2
  got=$("$isnad" "$@" --db "$folder/db" | grep -c "$pattern")
  if [ "$got" = "$wanted" ]; then passed=$((passed + 1)); else echo "$got lines, not $wanted, with $pattern: $*"; failed=$((failed + 1)); fi
}
lines 10 "^article" who "سمير الشرتوني"
lines 1 "6 more (--all)" who "سمير الشرتوني"
lines 16 "^article" who --all "سمير الشرتوني"
lines 0 "more (--all)" who --all "سمير الشرتوني"
lines 16 '"is":"article"' who --json "سمير الشرتوني"
newest=$("$isnad" who "سمير الشرتوني" --db "$folder/db" | grep "^article" | head -1)
case $newest in *2024-06-23*many23*) passed=$((passed + 1)) ;; *) echo "not the newest first: $newest"; failed=$((failed + 1)) ;; esac
lines 1 "^place  lb.zahle  LB  14 mentions in 14 articles  زحلة" where زحلة
lines 1 "^lies in .*lb  places.tsv:[0-9]*  لبنان" where زحلة
lines 10 "^article" where زحلة
lines 1 '"is":"country","entity":"lb","canonical":"لبنان","rule":"places.tsv:' where --json زحلة
lines 0 "." where "سمير الشرتوني"
printf '{"id":"denied","title":"الوزير ينفي","published":"2024-06-25T00:00:00Z","text":"نفى الوزير سمير الشرتوني إغلاق المطار. وقال سمير الشرتوني إن العمل مستمر."}\n' >"$folder/denied.jsonl"
"$isnad" add --quiet --db "$folder/db" "$folder/denied.jsonl" >/dev/null || exit 1
lines 1 "^said .*نفى: إغلاق المطار" who "سمير الشرتوني"
lines 1 "^said .*  إن العمل مستمر" who "سمير الشرتوني"
lines 1 "نفى: إغلاق المطار" quotes
if "$isnad" who "لا أحد" --db "$folder/db" >/dev/null 2>&1; then
  echo "somebody found who is not there"
  failed=$((failed + 1))
else
  passed=$((passed + 1))
fi
"$isnad" who --json "بوتين" --db "$folder/db" | grep -q '"is":"office","office":"ru.president"' && passed=$((passed + 1)) || failed=$((failed + 1))
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
