#!/bin/sh
# isnad stories: independent reports of one event stand in one story, and two events of one kind in two. Counted over invented sets (tests/gold/events.jsonl): the reports
# eN-a, eN-b ... tell one event each, nN-a and nN-b two. They were written before the weights were fitted, and never fitted on: the bars are what was reached, and may only rise.
isnad=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
sets=$2/tests/gold/events.jsonl
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0 failed=0
most() { # WHAT MOST GOT
  if [ "$3" -le "$2" ]; then passed=$((passed + 1)); else echo "$1: $3, at most $2"; failed=$((failed + 1)); fi
}
cd "$folder" || exit 2
"$isnad" stories --json --quiet "$sets" >out || exit 1
# One line a story: its captures.
sed 's/.*"captures":\[//; s/\].*//; s/"//g' out >stories
pieces=$(tr ',' '\n' <stories | sed 's/-.*//' | sort -u | grep -c '^e')
torn=$(while read -r line; do echo "$line" | tr ',' '\n' | sed 's/-.*//' | sort -u; done <stories | grep -c '^e')
most "stories of $pieces events" 18 "$torn"
most "events of one kind that became one" 2 "$(grep -Ec '(^|,)n[0-9]+-a,n[0-9]+-b(,|$)' stories)"
most "stories that hold two sets" 0 "$(while read -r line; do echo "$line" | tr ',' '\n' | sed 's/-.*//' | sort -u | wc -l; done <stories | grep -vc '^ *1$')"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
