#!/bin/sh
# What is found is a function of the set of captures: five orders, one and several threads, one and many batches give the same exports, byte for byte.
isnad=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
root=$2
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0
failed=0

# Every export of a store that was filled by: threads, then the files of each add (sets are separated by "--").
exports() {
  rm -f "$folder"/db*
  threads=$1
  shift
  batch=
  for file in "$@" --; do
    if [ "$file" = -- ]; then
      # shellcheck disable=SC2086
      [ -z "$batch" ] || "$isnad" add --quiet --threads "$threads" --db "$folder/db" $batch >/dev/null || return 1
      batch=
    else
      batch="$batch $file"
    fi
  done
  for what in records articles passages edges stories entities; do "$isnad" export $what --json --db "$folder/db"; done
}

cd "$root" || exit 2
captures=$(ls examples/captures/*.txt examples/captures/*.html tests/golden/*/page.txt)
backwards=$(printf '%s\n' $captures | sort -r)
shuffled=$(printf '%s\n' $captures | awk '{ print (NR * 7919) % 101, $0 }' | sort -n | cut -d' ' -f2-)
again=$(printf '%s\n' $captures | awk '{ print (NR * 104729) % 97, $0 }' | sort -n | cut -d' ' -f2-)
one_by_one=$(printf '%s\n' $shuffled | awk '{ print; print "--" }')

# shellcheck disable=SC2086
exports 1 $captures >"$folder/want" || exit 1
[ -s "$folder/want" ] && grep -q '"kind":"both"' "$folder/want" && passed=1 || { echo "nothing to compare"; failed=1; }
check() {
  name=$1
  shift
  if exports "$@" >"$folder/got" && cmp -s "$folder/want" "$folder/got"; then passed=$((passed + 1)); else echo "differs: $name"; failed=$((failed + 1)); fi
}
# shellcheck disable=SC2086
{
  check "two threads" 2 $captures
  check "backwards" 1 $backwards
  check "shuffled, four threads" 4 $shuffled
  check "shuffled again" 2 $again
  check "one by one" 1 $one_by_one
  check "everything twice" 2 $again -- $captures
}

# Without a store the same stories are told, and so are the copies.
# shellcheck disable=SC2086
look() { "$isnad" stories --quiet --json "$@" >"$folder/got" && cmp -s "$folder/stories" "$folder/got"; }
# shellcheck disable=SC2086
exports 1 $captures >/dev/null && "$isnad" stories --json --db "$folder/db" >"$folder/stories"
# shellcheck disable=SC2086
for how in "$captures" "--threads 3 $shuffled"; do
  if [ -s "$folder/stories" ] && look $how; then passed=$((passed + 1)); else echo "differs: without a store"; failed=$((failed + 1)); fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
