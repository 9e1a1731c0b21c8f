#!/bin/sh
# isnad who: spellings, offices, articles and statements of one bearer across articles; the other bearers of the name are listed.
isnad=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0
failed=0
cat >"$folder/in.jsonl" <<'END'
{"id":"one","title":"خبر","published":"2024-05-01T00:00:00Z","text":"قال وزير الزراعة سمير الحداد إن «الموسم جيد هذا العام». وأضاف الحداد أن المطر كثير."}
{"id":"two","title":"خبر","published":"2024-05-03T00:00:00Z","text":"وصل سمير الحداد إلى القاهرة. ثم وصل نبيل الحداد."}
{"id":"three","title":"خبر","published":"2024-05-04T00:00:00Z","text":"زار فلاديمير بوتين مدينة قازان."}
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
want "سمير الحداد" "person  -  3 mentions in 2 articles  سمير الحداد"
want "سمير الحداد" "^spelling  *2  سمير الحداد"
want "سمير الحداد" "^spelling  *1  الحداد"
want "سمير الحداد" "^called .*2024-05-01.*وزير الزراعة"
want "سمير الحداد" "^article .*2024-05-03.*two"
want "سمير الحداد" "^said .*direct.*الموسم جيد"
want "الحداد" "^also .*نبيل الحداد"
want "بوتين" "per.vladimir-putin"
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
