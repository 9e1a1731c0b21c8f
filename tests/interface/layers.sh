#!/bin/sh
# A folder may use base, arabic and the stages above it in the flow (the list in src/meson.build), never one below, and never the umbrella:
# reads the #include lines of src/ and of the public headers. The command uses public headers only.
cd "$1" || exit 2
order=$(sed -n "/^stages = \[/,/^\]/s/^  '\(.*\)',/\1/p" src/meson.build | tr '\n' ' ')
failed=0
passed=0
rank() { n=0; for s in $order; do n=$((n + 1)); [ "$s" = "$1" ] && { echo $n; return; }; done; echo 99; }

# stages_of FILE...: what their #include lines name, one stage a line. A name that is no stage is printed too, and has no rank.
stages_of() {
  sed -n 's/^[ \t]*#[ \t]*include[ \t]*["<]isnad\/\([a-z_]*\)\.h.*/\1/p; s/^[ \t]*#[ \t]*include[ \t]*"\([a-z_.]*\)\/.*/\1/p' "$@" 2>/dev/null |
    sed 's/^stamp$/arabic/; s/^warc$/capture/' | grep -v '^isnad$\|^sys$' | sort -u
}

# judge NAME RANK FILE...
judge() {
  name=$1
  own=$2
  shift 2
  bad=
  for used in $(stages_of "$@"); do [ "$(rank "$used")" -le "$own" ] || bad="$bad $used"; done
  if grep -lE '^[ \t]*#[ \t]*include[ \t]*["<]isnad/isnad\.h' "$@" >/dev/null 2>&1; then bad="$bad isnad.h"; fi
  if [ -n "$bad" ]; then echo "$name uses$bad"; failed=$((failed + 1)); else passed=$((passed + 1)); fi
}

for stage in $order; do
  set -- $(find "src/$stage" -name '*.[ch]' | sort)
  [ -f "$1" ] && judge "src/$stage" "$(rank "$stage")" "$@"
  header=include/isnad/$stage.h
  [ -f "$header" ] && judge "$header" "$(rank "$stage")" "$header"
done
judge include/isnad/stamp.h "$(rank arabic)" include/isnad/stamp.h

for folder in src/*/; do
  [ "$(rank "$(basename "$folder")")" != 99 ] || { echo "$folder is no stage of the flow"; failed=$((failed + 1)); }
done

inner=$(grep -nE '^[ \t]*#[ \t]*include[ \t]*"[a-z_]+/' cmd/*.[ch] | grep -v '"isnad/')
if [ -z "$inner" ]; then passed=$((passed + 1)); else echo "the command uses inner headers: $inner"; failed=$((failed + 1)); fi

echo "$passed passed, $failed failed"
[ $failed = 0 ]
