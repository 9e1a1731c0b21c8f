#!/bin/sh
# isnad search: lines and JSON, times, pages, suggestions, exit codes; the index after a batch that was killed; isnad.so in the shell of SQLite.
isnad=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
documents=$2/tests/search/documents.jsonl
extension=${3%.so}
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0
failed=0
ok() { passed=$((passed + 1)); }
bad() {
  echo "$1"
  failed=$((failed + 1))
}
export ISNAD_DB="$folder/db"
"$isnad" add --quiet "$documents" >/dev/null || exit 1

# want WORDS ARGUMENTS...: the answer holds a line with these words.
want() {
  words=$1
  shift
  if "$isnad" search --now 2024-03-09 "$@" | grep -qF -e "$words"; then ok; else bad "no \"$words\" in: $*"; fi
}
# code NUMBER ARGUMENTS...: the exit code, and one line of complaint when it is not 0.
code() {
  wanted=$1
  shift
  "$isnad" search "$@" >/dev/null 2>"$folder/said"
  got=$?
  lines=$(wc -l <"$folder/said")
  if [ "$got" = "$wanted" ] && { [ "$wanted" = 0 ] || [ "$lines" = 1 ]; }; then ok; else bad "exit $got ($lines lines), wanted $wanted: $*"; fi
}

want "2 reports" صاروخ
want "named         2 reports  per.donald-trump  دونالد ترامب <- ترمب" من:ترمب
want "[ترامب] يهدد" من:ترمب
want '"bearers":[{"word":"ترمب","entity":"per.donald-trump","canonical":"دونالد ترامب","type":"person","articles":2}]' --json من:ترمب
want "[صواريخ]" صاروخ
want "[الصواريخ]" صاروخ
want "[کوریا]" كوريا
want "1 report" صاروخ -سفينة
want "1 report" '"مجلس الأمن" -بيد'
want "2024-03-08..2024-03-08" غرق أمس
want "  = 2024-03-08 08:00" غرق عبارة
want "read as" putin
want "or is it" 'المسشتفى OR قمح'
want "2 reports  2024-02-01..2024-02-29" قمح --since 2024-02 --until 2024-02
want "more with --cursor=2-" قال --limit 2
want '"marks":[[' صاروخ --json
want '"total":2' صاروخ --json
want '"within":{"from":"2024-02-01' قمح 2024-02 --json
want '"copies":[{"id":"a' غرق عبارة --json
want '"suggestions":[{"word":"putin","other":"بوتين"' putin --json

next=$("$isnad" search قال --limit 2 --json | tail -n 1 | sed 's/.*"next":"\([^"]*\)".*/\1/')
first=$("$isnad" search قال --limit 2 --json | head -n 2 | sed 's/.*"id":"\(a[0-9a-f]*\)".*/\1/')
second=$("$isnad" search قال --limit 2 --cursor "$next" --json | head -n 2 | sed 's/.*"id":"\(a[0-9a-f]*\)".*/\1/')
if [ -n "$second" ] && [ "$(printf '%s\n' "$first" "$second" | sort -u | wc -l)" = 4 ]; then ok; else bad "the second page repeats the first"; fi

code 0 صاروخ
code 1 ذظضغق
code 2 'title:'
code 2 'a OR'
code 2
code 2 صاروخ --now soonish
code 2 صاروخ --cursor 4-xyz
code 4 صاروخ --db "$folder/none"
"$isnad" search المسشتفى 2>&1 | grep -qF "perhaps: المستشفي" && ok || bad "nothing is suggested when nothing matches"

# A title that steers direction or writes escapes must not reach a terminal.
printf '{"id":"evil","title":"\\u202eزرافة\\u001b[31m في الحديقة","text":"وصلت زرافة إلى الحديقة صباح اليوم.","published":"2024-03-01"}\n' >"$folder/evil.jsonl"
"$isnad" add --quiet "$folder/evil.jsonl" >/dev/null
"$isnad" search زرافة >"$folder/out"
if grep -q "زرافة" "$folder/out" && ! grep -q "$(printf '\033')" "$folder/out" && ! grep -q "$(printf '\342\200\256')" "$folder/out"; then ok; else bad "a control reached the terminal"; fi

# A killed add: what is there is found, and adding again completes the index.
for i in 1 2 3 4 5 6 7 8 9; do sed "s/\"id\": \"/\"id\": \"n$i-/" "$documents"; done >"$folder/many.jsonl"
"$isnad" add --quiet --db "$folder/killed" "$folder/many.jsonl" >/dev/null 2>&1 &
add=$!
tries=0 # until the log is so long that the captures are in it; they are not indexed then
written() { { wc -c <"$folder/killed-wal"; } 2>/dev/null || echo 0; }
while [ "$(written)" -lt 1000000 ] && kill -0 "$add" 2>/dev/null && [ $tries -lt 6000 ]; do
  sleep 0.01
  tries=$((tries + 1))
done
kill -9 "$add" 2>/dev/null
wait "$add" 2>/dev/null
"$isnad" add --quiet --db "$folder/killed" "$folder/many.jsonl" >/dev/null 2>&1
"$isnad" add --quiet --db "$folder/whole" "$folder/many.jsonl" >/dev/null 2>&1
for query in صاروخ قمح 'أين:مصر' '"مجلس الأمن"'; do
  a=$("$isnad" search --json --limit 200 --db "$folder/killed" "$query")
  b=$("$isnad" search --json --limit 200 --db "$folder/whole" "$query")
  if [ -n "$a" ] && [ "$a" = "$b" ]; then ok; else bad "after a kill -9 the answer differs: $query"; fi
done

# The extension, where the shell of SQLite can load one.
if command -v sqlite3 >/dev/null && sqlite3 :memory: ".load $extension" "SELECT ar_fold('x')" >/dev/null 2>&1; then
  ask() { sqlite3 :memory: ".load $extension" "CREATE VIRTUAL TABLE t USING fts5(x, tokenize='isnad')" \
    "INSERT INTO t VALUES('قال الرئيسُ إن کوریا أطلقت صواريخ عام ٢٠٢٣')" "$1"; }
  for word in رئيس كوريا 2023 صاروخ 'صوا*' '"الرئيس إن"'; do
    [ "$(ask "SELECT count(*) FROM t('$word')")" = 1 ] && ok || bad "the extension does not find $word"
  done
  for word in غداد رئي صارو '"إن الرئيس"'; do
    [ "$(ask "SELECT count(*) FROM t('$word')")" = 0 ] && ok || bad "the extension finds $word"
  done
  [ "$(ask "SELECT highlight(t,0,'<','>') FROM t('رئيس')")" = "قال <الرئيسُ> إن کوریا أطلقت صواريخ عام ٢٠٢٣" ] && ok || bad "highlight"
  [ "$(ask "SELECT ar_date('الأسبوع الماضي','2018-03-07')")" = "2018-02-26/2018-03-05" ] && ok || bad "ar_date"
  [ "$(ask "SELECT ar_date('كلام') IS NULL AND ar_fold(NULL) IS NULL")" = 1 ] && ok || bad "what is no time"
  [ "$(ask "SELECT ar_stem('الصواريخ والمدارس')")" = "صاروخ مدرسه" ] && ok || bad "ar_stem"
  [ "$(ask "SELECT json_extract(ar_tokens('هنا الرئيسُ'),'\$[1].span[1]')")" = 21 ] && ok || bad "ar_tokens"
  sqlite3 "$ISNAD_DB" ".load $extension" "SELECT count(*) FROM search('title:صاروخ')" | grep -qx 2 && ok || bad "the store's own index"
else
  echo "the shell of SQLite cannot load extensions here: not tested"
fi

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
