#!/bin/sh
# compile_tables refuses every kind of bad row, names file and line, and tells all problems of all tables in one run.
# tables.sh ROOT COMPILE_TABLES
root=$1
compile=$2
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0
failed=0

# A small good set: every table cut down to its header and a few rows.
fresh() {
  rm -rf "$folder/data"
  mkdir -p "$folder/data/ar"
  for table in $(cd "$root/data" && echo *.tsv ar/*.tsv); do
    head -n 12 "$root/data/$table" >"$folder/data/$table"
  done
}
compile() { "$compile" "$folder/data" "$folder/out.c" "$folder/out.h" 2>"$folder/said"; }
ok() { passed=$((passed + 1)); }
bad() { echo "$1"; cat "$folder/said"; failed=$((failed + 1)); }

# refuses NAME TABLE ROW WORDS: the row is added as line 13 and must be refused there with these words.
refuses() {
  fresh
  printf "$3\n" >>"$folder/data/$2"
  line=$(wc -l <"$folder/data/$2")
  if compile; then bad "accepted: $1"; elif grep -qF "$2:$line: $4" "$folder/said"; then ok; else bad "other words for: $1"; fi
}

fresh
if compile; then ok; else bad "the good tables were refused"; fi
cp "$folder/out.c" "$folder/first.c" && compile && cmp -s "$folder/out.c" "$folder/first.c" && ok || bad "two runs differ"

refuses "a cell too few" ar/weekdays.tsv 'Monday\t1' 'wrong number of cells'
refuses "a cell too many" ar/weekdays.tsv 'Monday\t1\tyes\twhy\tmore' 'wrong number of cells'
refuses "an empty cell" ar/weekdays.tsv '\t1\tyes\twhy' 'empty cell in column form'
refuses "no why" ar/weekdays.tsv 'Monday\t1\tyes\t' 'empty cell in column why'
refuses "a dash for a why" ar/weekdays.tsv 'Monday\t1\tyes\t-' 'a row must say why'
refuses "no number" ar/weekdays.tsv 'Monday\tone\tyes\twhy' 'not a number'
refuses "a number that C would read as octal" ar/weekdays.tsv 'Monday\t01\tyes\twhy' 'not a number'
refuses "an unknown value" ar/months.tsv 'May\t5\tjulian\tall\tyes\twhy' 'not an allowed value: julian'
refuses "part of a value" ar/months.tsv 'May\t5\tgreg\tall\tyes\twhy' 'not an allowed value: greg'
refuses "a phrase without a word" ar/weekdays.tsv '...\t1\tyes\twhy' 'no word in the phrase'
refuses "an empty spelling" ar/source_heads.tsv 'agency|\tagency\tname\t-\twhy' 'no word in the phrase'
refuses "an absent phrase" ar/weekdays.tsv '\055\t1\tyes\twhy' 'must not be absent'
refuses "a bidi control" ar/weekdays.tsv 'Mon\342\200\217day\t1\tyes\twhy' 'invisible character'
refuses "a zero-width non-joiner" ar/weekdays.tsv 'Mon\342\200\214day\t1\tyes\twhy' 'invisible character'
refuses "a soft hyphen" ar/weekdays.tsv 'Mon\302\255day\t1\tyes\twhy' 'invisible character'
refuses "a tatweel" ar/weekdays.tsv 'Mon\331\200\t1\tyes\twhy' 'invisible character, tatweel'
refuses "a no-break space" ar/weekdays.tsv 'Mon\302\240day\t1\tyes\twhy' 'invisible character, tatweel or odd white space'
refuses "a carriage return" ar/weekdays.tsv 'Monday\t1\tyes\twhy\r' 'invisible character'
refuses "a blank at the end" ar/weekdays.tsv 'Monday \t1\tyes\twhy' 'blank at the end'
refuses "a word that is no number of degrees" places.tsv 'zz.zz\tZed\tcity\tZZ\tnorth\t1.5\t-\t-\tno\twhy' 'not a decimal number: north'
refuses "two points in degrees" places.tsv 'zz.zz\tZed\tcity\tZZ\t1.2.3\t1.5\t-\t-\tno\twhy' 'not a decimal number: 1.2.3'
refuses "a form that is not folded" ar/word_forms.tsv '\330\243\330\256\330\261\t1' 'not an Arabic word in its folded form'
refuses "a form of two words" ar/word_forms.tsv '\330\247\330\250 \330\247\330\250\t1' 'not an Arabic word in its folded form'
refuses "a count that rises" ar/word_forms.tsv '\330\262\330\262\330\262\t999999999' 'counts must fall'

fresh
id=$(tail -n 1 "$folder/data/places.tsv" | cut -f 1)
printf '%s\tZed\tcity\tZZ\t-\t-\t-\t-\tno\twhy\n' "$id" >>"$folder/data/places.tsv"
if ! compile && grep -qF "places.tsv:13: id used twice: $id" "$folder/said"; then ok; else bad "an id used twice"; fi

fresh
printf 'Monday\t1\tyes\twhy\nmonday\t1\tyes\tother\n' >>"$folder/data/ar/weekdays.tsv"
if ! compile && grep -qF "weekdays.tsv:14: says the same as line 13" "$folder/said"; then ok; else bad "two rows that fold to one another"; fi

fresh
printf 'Monday\tx\tyes\twhy\n...\t1\tyes\twhy\n' >>"$folder/data/ar/weekdays.tsv"
printf 'May\t5\tjulian\tall\tyes\twhy\n' >>"$folder/data/ar/months.tsv"
if ! compile && [ "$(wc -l <"$folder/said")" = 3 ]; then ok; else bad "not all problems in one run"; fi

fresh
sed -i 's/^form	/word	/' "$folder/data/ar/weekdays.tsv"
if ! compile && grep -q 'weekdays.tsv:[0-9]*: the header does not name' "$folder/said"; then ok; else bad "a wrong header"; fi

fresh
rm "$folder/data/ar/months.tsv"
if ! compile && grep -qF 'months.tsv:0: cannot be read' "$folder/said"; then ok; else bad "a missing table"; fi

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
