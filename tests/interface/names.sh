#!/bin/sh
# No tracked file names a folder of the machine it was written on, nor a host from which packages come: the tree must build anywhere.
cd "$1" || exit 2
. tests/interface/files.sh
passed=0
failed=0
s=/

# A path at the top of a machine: not the end of a longer path, not a closing tag, not a place on a web site.
folder="(^|[^A-Za-z0-9_.~<*\$}/-])$s(work|root|home|mnt|Users)($s|[^A-Za-z0-9_-]|\$)"
host='(^|[^A-Za-z0-9.-])(registry|proxy|mirrors?|deb|snapshot|packages|index|p[a-z]pi|npm[a-z]*|crates)(\.[a-z0-9-]+)*\.(org|com|io|net|dev)([^a-z]|$)'

# sees PATTERN TEXT, blind PATTERN TEXT: the patterns themselves, or a check that passes on anything would not be noticed.
sees() { if printf '%s\n' "$2" | grep -qE -e "$1"; then passed=$((passed + 1)); else echo "not seen: $2"; failed=$((failed + 1)); fi; }
blind() { if printf '%s\n' "$2" | grep -qE -e "$1"; then echo "wrongly seen: $2"; failed=$((failed + 1)); else passed=$((passed + 1)); fi; }
sees "$folder" "cd ${s}work"
sees "$folder" "\"${s}root${s}x\""
blind "$folder" "https:${s}${s}a.example${s}work <${s}root> src${s}work .${s}root \$x${s}home"
sees "$host" "https:${s}${s}registry${s:+.}a.org${s}x"
sees "$host" "deb${s:+.}a.b.org"
blind "$host" "web.archive.org a.deb b.index.html www.a.com index.tsv"

# Page texts hold such words by right, and tables of outlets their domains.
list=$(tracked | grep -vE '^(tests/(golden|cases|html5lib)|examples|fuzz/corpus|data)/|\.(html|svg|png|woff2?|gz|zst)$')

none() {
  found=$(printf '%s\n' "$list" | tr '\n' '\0' | xargs -0 grep -nIE -e "$2")
  if [ -z "$found" ]; then passed=$((passed + 1)); else printf '%s:\n%s\n' "$1" "$found"; failed=$((failed + 1)); fi
}
none "folders of a machine" "$folder"
none "hosts of packages" "$host"
[ "$(printf '%s\n' "$list" | wc -l)" -gt 50 ] || { echo "too few files were looked at"; failed=$((failed + 1)); }

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
