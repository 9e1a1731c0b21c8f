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
edge powerline-mina powerline-rimal copied

# credit CHILD PARENT WHAT: of a text that was taken over, the step says whether the child owns up to it ("given" is not written).
credit() {
  got=$(grep "\"child\":\"$1.txt\(#0\)\{0,1\}\"" "$folder/edges" | grep "\"parent\":\"$2.txt\(#0\)\{0,1\}\"" | sed -n 's/.*"credit":"\([a-z]*\)".*/\1/p')
  if [ "${got:-given}" = "$3" ]; then
    passed=$((passed + 1))
  else
    echo "credit of $1 for $2 is ${got:-given}, wanted $3"
    failed=$((failed + 1))
  fi
}
credit ferry-daftar ferry-difaf none
credit ferry-mina ferry-difaf given
credit talks-mina talks-difaf none
credit fire-sarwa fire-difaf given

# told COMMAND... -- WORDS: a view prints the words.
told() {
  words=$1
  shift
  if "$isnad" "$@" --db "$folder/db" | grep -q -e "$words"; then
    passed=$((passed + 1))
  else
    echo "isnad $* does not tell: $words"
    failed=$((failed + 1))
  fi
}
told '"other":"ferry-mina.txt".*"kind":"near"' copies ferry-difaf.txt --json
told '"other":"ferry-sarwa.txt".*"kind":"part"' copies ferry-difaf.txt --json
told '^passage 2 ' compare ferry-difaf.txt ferry-sarwa.txt
told '"same":false,"a":' compare ferry-difaf.txt ferry-sarwa.txt --json
told 'no passage is shared' compare ferry-difaf.txt talks-difaf.txt

told '^  a[0-9a-f]* -> a[0-9a-f]* .label="both 1.00"' chain ferry-mina.txt --dot
told '"prov:usedEntity":"isnad:a' chain ferry-mina.txt --prov
told '<edge source="a[0-9a-f]*" target="a[0-9a-f]*" directed="true"><data key="step">both' chain ferry-mina.txt --graphml

if "$isnad" dedup --json ./*.txt 2>/dev/null | grep -q '"captures":\[[^]]*"ferry-difaf.txt"[^]]*"ferry-mina.txt"'; then
  passed=$((passed + 1))
else
  echo "isnad dedup does not group ferry-difaf and ferry-mina"
  failed=$((failed + 1))
fi

# origins HEADLINE RANGE: of the story with this report.
origins() {
  got=$("$isnad" stories --json --db "$folder/db" | grep "\"$1.txt" | sed -n 's/.*"origins":\(\[[0-9,]*\]\).*/\1/p')
  if [ "$got" = "$2" ]; then
    passed=$((passed + 1))
  else
    echo "origins of the story of $1 are $got, wanted $2"
    failed=$((failed + 1))
  fi
}
origins ferry-difaf '[2,2]'
origins talks-difaf '[1,2]'
none ferry-difaf
none powerline-difaf
none fire-difaf
none ferry-qutb
none talks-difaf
echo "$passed passed, $failed failed"
[ $failed = 0 ]
