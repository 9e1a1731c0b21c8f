# What the tests of `check` share, to be read by them with `.`: a folder of their own, a count of what held, and the two questions they put to an answer.
# The test sets $isnad and fills $folder/pages.jsonl; it ends with `finish`.
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0
failed=0
ISNAD_DB=$folder/db
export ISNAD_DB

ok() { if [ "$2" = yes ]; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "not so: $1"; fi; }

# meets NAME SENTENCE WORDS...: one answer has all the words.
meets() {
  what=$1
  "$isnad" check --json "$2" >"$folder/check" 2>/dev/null
  shift 2
  cp "$folder/check" "$folder/left"
  for words in "$@"; do
    grep -F -e "$words" "$folder/left" >"$folder/next"
    mv "$folder/next" "$folder/left"
  done
  if [ -s "$folder/left" ]; then ok "$what" yes; else ok "$what" no; fi
}

# hasnot NAME WORDS: no answer to the last sentence has them.
hasnot() { if grep -qF -e "$2" "$folder/check"; then ok "$1" no; else ok "$1" yes; fi; }

finish() {
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ]
}
