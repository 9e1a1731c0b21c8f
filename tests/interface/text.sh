#!/bin/sh
# No Arabic in C sources (words live in data/), and no invisible or bidi characters in tracked files except page fixtures.
cd "$1" || exit 2
failed=0
arabic=$(grep -lP '[\x{0600}-\x{06FF}\x{FB50}-\x{FDFF}\x{FE70}-\x{FEFC}]' src/*.c src/*/*.[ch] cmd/*.[ch] include/isnad/*.h tools/*.c 2>/dev/null)
[ -z "$arabic" ] || { echo "Arabic letters in:" $arabic; failed=$((failed + 1)); }
files=$(find . -path ./.git -prune -o -path './build*' -prune -o -path ./tests/golden -prune -o -path './tests/cases' -prune -o -path ./fuzz/corpus -prune -o -path ./examples -prune -o -type f -print |
  grep -E '\.(c|h|md|tsv|sh|build|txt)$|/(check|demo)$')
invisible=$(printf '%s\n' "$files" | xargs grep -lP '[\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}\x{FEFF}]' 2>/dev/null)
[ -z "$invisible" ] || { echo "invisible characters in:" $invisible; failed=$((failed + 1)); }
if [ $failed = 0 ]; then echo "2 passed, 0 failed"; else echo "$((2 - failed)) passed, $failed failed"; fi
[ $failed = 0 ]
