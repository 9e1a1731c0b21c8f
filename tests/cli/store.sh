#!/bin/sh
# The commands that fill and read a store, as a user runs them: outputs, exit codes, and the same answers whatever the order and the threads.
isnad=$(realpath "$1")
[ -x "$isnad" ] || exit 2
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
. "$(dirname "$0")/../checks.sh"
cd "$folder" || exit 2

one_line() { [ "$(wc -l <"$1")" = 1 ]; }

# Made-up captures: 40 lines, some copies of one another.
awk 'BEGIN {
  for (i = 1; i <= 40; i++) {
    t = i % 10
    printf "{\"id\":\"n%02d\",\"url\":\"https://news%d.example/%d\",\"title\":\"وصول القافلة %d إلى المدينة\",\"published\":\"2022-03-%02d\",\"outlet\":\"صحيفة %d\",\"text\":\"", i, i % 4, i, t, 1 + t, i % 4
    for (k = 1; k <= 8; k++) printf "قال مسؤول محلي إن القافلة رقم %d التي تحمل %d طنا من القمح وصلت إلى المدينة بعد رحلة دامت %d أيام. ", t, 100 * t + k, k
    printf "\"}\n"
  }
}' >news.jsonl

check "add" code 0 "$isnad" add news.jsonl
check "add says what it did" grep -q '^40 new, 0 already there, 0 refused; the store holds 40 captures' out
check "no complaint" test ! -s err
cp isnad.db first.db
check "add again" code 0 "$isnad" add --json news.jsonl
check "nothing is new" grep -q '^{"fresh":0,"known":40,"refused":0,"captures":40,' out
check "the log is gone after closing" test ! -e isnad.db-wal

for what in records articles passages edges stories; do "$isnad" export $what >$what.1 2>>complaints; done
check "records are those of read" sh -c '"$0" read news.jsonl | cmp -s - records.1' "$isnad"

# Another order, one thread, many batches: the same exports.
sort -r news.jsonl >reversed.jsonl
split -l 7 reversed.jsonl part.
for part in part.*; do ISNAD_DB=other.db "$isnad" add --quiet --threads=1 "$part" >/dev/null || failed=$((failed + 1)); done
for what in articles passages edges stories; do
  ISNAD_DB=other.db "$isnad" export $what >$what.2 2>>complaints
  check "$what do not depend on the order of adding" cmp -s $what.1 $what.2
done
"$isnad" add --db=threads.db --threads 4 news.jsonl >/dev/null
"$isnad" export --db threads.db records >records.3
check "records do not depend on the threads" cmp -s records.1 records.3
cat news.jsonl | "$isnad" add --db=stdin.db - >/dev/null
"$isnad" export --db stdin.db articles >articles.3
check "standard input gives the same articles" cmp -s articles.1 articles.3

check "stats" code 0 "$isnad" stats
check "stats count" grep -q '^ *40  captures$' out
check "stats as JSON" sh -c '"$0" stats --json | grep -q "^{\"captures\":40,.*}$"' "$isnad"
check "show" code 0 "$isnad" show n07
check "show tells the date and its basis" grep -q '^published .*2022-03-08 .*meta' out
check "a pipe gets no escapes and no direction marks" sh -c '! LC_ALL=C grep -q "$(printf "\033\|\342\201\250")" out'
id=$(sed -n '1s/ .*//p' out)
check "a short id is enough" code 0 "$isnad" show "${id%??????}"
check "chain" code 0 "$isnad" chain n07
check "chain names the report" grep -q "$id" out

check "unknown article" code 1 "$isnad" show nobody
check "one clear line" one_line err
check "unknown story" code 1 "$isnad" story nobody
check "unknown chain" code 1 "$isnad" chain nobody
check "unknown export" code 2 "$isnad" export everything
check "no id" code 2 "$isnad" show
check "unknown option" code 2 "$isnad" stats --everything
check "no files" code 2 "$isnad" add
check "no store" code 4 "$isnad" stats --db missing.db
check "the missing store is named" grep -q 'missing.db' err
check "no store was made" test ! -e missing.db
echo "this is no store" >words.db
check "not a store" code 4 "$isnad" add --db words.db news.jsonl
check "the file is left alone" grep -q '^this is no store$' words.db

printf '{"id":"good","text":"وصل الوفد إلى العاصمة مساء الأحد"}\n{"id":\n{"id":"no text"}\n' >mixed.jsonl
check "bad lines" code 3 "$isnad" add --db mixed.db mixed.jsonl
check "the good one is in" grep -q '^1 new, 0 already there, 2 refused' out
check "each refusal is told" test "$(wc -l <err)" = 2
check "doctor" code 0 "$isnad" doctor --db mixed.db
check "doctor tells the line" grep -q 'mixed.jsonl  line 2' out
check "doctor as JSON" sh -c '"$0" doctor --db mixed.db --json | grep -q "^{\"trouble\":\"refused\",\"name\":\"mixed.jsonl\",\"line\":2,"' "$isnad"
check "a missing input is refused" code 3 "$isnad" add --db mixed.db nowhere.jsonl
mkdir none
check "an empty folder" code 1 "$isnad" add --db empty.db none

# A full output is an error, not silence.
if [ -w /dev/full ]; then
  check "full output" sh -c '"$0" export records >/dev/full 2>err; [ $? = 4 ] && grep -q "could not be written" err' "$isnad"
fi

# On a terminal: colours, isolated Arabic; none of them with --plain or NO_COLOR. A bare container may give no terminal.
if [ "$(script -qc 'test -t 1 && echo terminal' /dev/null </dev/null 2>/dev/null | tr -d '\r')" = terminal ]; then
  escape=$(printf '\033')
  isolate=$(printf '\342\201\250')
  TERM=xterm script -qc "$isnad show n07" /dev/null >tty </dev/null
  check "a terminal gets colours" grep -q "$escape\[1m" tty
  check "a terminal gets isolates" grep -q "$isolate" tty
  TERM=xterm NO_COLOR=1 script -qc "$isnad show n07" /dev/null >tty </dev/null
  check "NO_COLOR is kept" sh -c '! grep -q "$0" tty' "$escape"
  TERM=xterm script -qc "$isnad show --plain n07" /dev/null >tty </dev/null
  check "--plain is plain" sh -c '! grep -q "$0" tty && ! grep -q "$1" tty' "$escape" "$isolate"
fi

echo "$passed passed, $failed failed"
[ $failed = 0 ]
