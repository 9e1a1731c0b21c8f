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
want "سمير الشرتوني" "^story .*خبر"
want "كيم جونغ أون" "^spelling  *1  كيم جونج-أون"
want "كيم جونغ أون" "^spelling  *1  كيم حونغ أون"
want "كيم جونغ إيل" "per.kim-jong-il  KP  1 mentions"
want "وزير الدفاع الروسي" "^holder .*per.andrei-belousov"
want "وزير الدفاع الروسي" "^called  *2023-07-26 .*per.sergei-shoigu  سيرغي شويغو"
want "وزير الدفاع الروسي" "^called  *2024-09-15 .*per.andrei-belousov  أندريه بيلوسوف"
want "بوتين" "^office .*ru.president"
if "$isnad" who "لا أحد" --db "$folder/db" >/dev/null 2>&1; then
  echo "somebody found who is not there"
  failed=$((failed + 1))
else
  passed=$((passed + 1))
fi
"$isnad" who --json "بوتين" --db "$folder/db" | grep -q '"is":"office","office":"ru.president"' && passed=$((passed + 1)) || failed=$((failed + 1))
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
