#!/bin/sh
# isnad quotes and isnad export quotes: who said what, asked by speaker and by word, in the order of time.
isnad=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0
failed=0
cat >"$folder/in.jsonl" <<'END'
{"id":"late","title":"خبر","published":"2024-05-03T00:00:00Z","text":"نقلت وكالة رويترز عن الوزير نبيل الحداد قوله إن الجسر آمن. وأضاف أن الطريق سالك."}
{"id":"early","title":"خبر","published":"2024-05-01T00:00:00Z","text":"قال وزير الزراعة سمير الحداد: «الموسم جيد هذا العام بفضل المطر»."}
END
"$isnad" add --quiet --db "$folder/db" "$folder/in.jsonl" >/dev/null || exit 1

# holds NAME TEXT PATTERN: a line of the text has the pattern.
holds() {
  if printf '%s\n' "$2" | grep -q -- "$3"; then
    passed=$((passed + 1))
  else
    echo "$1: no line with: $3"
    failed=$((failed + 1))
  fi
}
# counts NAME TEXT LINES: the text has so many lines.
counts() {
  lines=$(printf '%s\n' "$2" | grep -c .)
  if [ "$lines" = "$3" ]; then
    passed=$((passed + 1))
  else
    echo "$1: $lines lines, wanted $3"
    failed=$((failed + 1))
  fi
}
all=$("$isnad" quotes --db "$folder/db")
counts "all quotes" "$all" 3
holds "all quotes" "$(printf '%s\n' "$all" | head -1)" "^2024-05-01.*direct.*سمير الحداد.*الموسم جيد"
holds "all quotes" "$all" "^2024-05-03.*indirect.*نبيل الحداد.*إن الجسر آمن.*<- .*رويترز"
by=$("$isnad" quotes --by "نبيل" --db "$folder/db")
counts "by a name" "$by" 2
holds "by a name" "$by" "أن الطريق سالك"
about=$("$isnad" quotes --about "المطر" --db "$folder/db")
counts "about a word" "$about" 1
holds "about a word" "$about" "سمير الحداد"
one=$("$isnad" quotes --limit 1 --db "$folder/db")
counts "a limit" "$one" 1
json=$("$isnad" quotes --json --by "نبيل" --db "$folder/db")
counts "json" "$json" 2
holds "json" "$json" '"article":"late".*"mode":"indirect".*"speaker":"نبيل الحداد".*"words":"إن الجسر آمن"'
holds "json" "$json" '"implicit":true.*"words":"أن الطريق سالك"'
export=$("$isnad" export quotes --db "$folder/db")
counts "export" "$export" 3
holds "export" "$export" '"article":"early".*"mode":"direct".*"words":"الموسم جيد هذا العام بفضل المطر"'
if "$isnad" quotes --by "لا أحد" --db "$folder/db" >/dev/null 2>&1; then
  echo "somebody is quoted who is not there"
  failed=$((failed + 1))
else
  passed=$((passed + 1))
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
