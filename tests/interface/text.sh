#!/bin/sh
# No Arabic in C sources outside tests (words live in data/), and no invisible or bidi characters in tracked files, but for texts that stand for
# captured pages: golden pages, case tables, examples and fuzz corpora.
cd "$1" || exit 2
. tests/interface/files.sh
LC_ALL=C.UTF-8
export LC_ALL
passed=0
failed=0

arabic='[\x{0600}-\x{06FF}\x{0750}-\x{077F}\x{08A0}-\x{08FF}\x{FB50}-\x{FDFF}\x{FE70}-\x{FEFC}]'
invisible='[\x{00AD}\x{061C}\x{180E}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}-\x{2064}\x{2066}-\x{2069}\x{FEFF}]'

# expect PATTERN BYTES: grep must see it, or the checks below would pass on anything.
expect() { printf "$2" | grep -qP -e "$1" || { echo "grep -P does not see $2"; failed=$((failed + 1)); }; }
expect "$arabic" 'x\330\271'
expect "$invisible" 'x\342\200\217'

# none WHAT FILES: counts one check.
none() {
  if [ -z "$2" ]; then passed=$((passed + 1)); else echo "$1:" $2; failed=$((failed + 1)); fi
}
none "Arabic letters in" "$(tracked | grep -E '\.[ch](\.in)?$' | grep -v '^tests/' | with_pattern "$arabic")"
# Letters by their bytes are letters, too (src/note and src/claim have some left). They stand in src/arabic/letters.h by name.
escaped='\\x[Dd][89AaBb]\\x'
expect "$escaped" '"\\xD8\\xA7"'
none "letters by their bytes in" "$(tracked | grep -E '^src/.*\.[ch]$' | grep -vE '^src/(note|claim)/' | with_pattern "$escaped")"
none "invisible characters in" "$(tracked | grep -vE '^(tests/(golden|cases|html5lib)|examples|fuzz/corpus)/' |
  grep -E '\.(c|h|in|md|tsv|extra|sh|awk|py|js|css|html|svg|build|txt|yml|json)$|(^|/)(check|demo|run)$' | with_pattern "$invisible")"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
