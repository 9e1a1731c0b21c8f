# Sourced by the checks of the tree: `tracked` prints its files, one a line. Where there is no git (an unpacked archive), all that is not built.
tracked() {
  if [ -e .git ] && git ls-files --cached --others --exclude-standard >/dev/null 2>&1; then
    git ls-files --cached --others --exclude-standard | while IFS= read -r file; do [ -f "$file" ] && printf '%s\n' "$file"; done
  else
    find . -path ./.git -prune -o -path './build*' -prune -o -type f -print | sed 's|^\./||'
  fi
}

# texts PATTERN: the files of the list on standard input in which a character of the pattern occurs. Exits when grep cannot tell.
with_pattern() {
  found=$(tr '\n' '\0' | xargs -0 -r grep -lP -e "$1")
  case $? in 0 | 1 | 123) [ -z "$found" ] || printf '%s\n' "$found" ;; *) echo "grep failed" ;; esac
}
