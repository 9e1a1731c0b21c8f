#!/bin/sh
# The examples were written with known chains (examples/README.md): who took what from whom must come out as planted.
isnad=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
root=$2
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0
failed=0
cd "$root/examples/captures" || exit 2
"$isnad" add --quiet --db "$folder/db" ./*.txt >/dev/null || exit 1
"$isnad" export edges --json --db "$folder/db" >"$folder/edges"

# edge CHILD PARENT KIND: the heaviest edge into the child's article comes from the parent.
edge() {
  if grep "\"child\":\"$1.txt\(#0\)\{0,1\}\"" "$folder/edges" | grep -v '"directed":false' | awk -F'"weight":' '{ print $2 + 0, $0 }' | sort -rn | head -n 1 |
    grep -q "\"parent\":\"$2.txt\(#0\)\{0,1\}\".*\"kind\":\"$3\""; then
    passed=$((passed + 1))
  else
    echo "not found: $1 from $2 ($3)"
    failed=$((failed + 1))
  fi
}
none() {
  if grep "\"child\":\"$1.txt" "$folder/edges" | grep -v '"directed":false' | grep -q '"parent"'; then
    echo "has a parent: $1"
    failed=$((failed + 1))
  else
    passed=$((passed + 1))
  fi
}
edge ferry-mina ferry-difaf both
edge ferry-sarwa ferry-difaf both
edge ferry-daftar ferry-difaf copied
edge agg-ferry ferry-mina both
edge powerline-rimal powerline-difaf both
edge powerline-matar powerline-difaf both
edge agg-powerline powerline-rimal both
edge fire-sarwa fire-difaf both
edge fire-matar fire-difaf copied
edge agg-fire fire-atlas both
edge talks-rimal talks-difaf both
edge talks-daftar talks-difaf both
edge talks-mina talks-difaf copied
none ferry-difaf
none powerline-difaf
none fire-difaf
none ferry-qutb
none talks-difaf
echo "$passed passed, $failed failed"
[ $failed = 0 ]
