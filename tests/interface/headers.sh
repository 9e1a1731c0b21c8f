#!/bin/sh
# Every public header compiles alone and twice in a row, as C17 without extensions; every inner header compiles alone.
# headers.sh ROOT [BUILD]: BUILD holds generated headers.
cd "$1" || exit 2
build=${2:-.}
passed=0
failed=0
compiles() { ${CC:-cc} -std=c17 -Wall -Wextra -Wpedantic -Werror -D_POSIX_C_SOURCE=200809L -Iinclude -Isrc -I"$build/src" -I"$build/tools" -I"$build" -fsyntax-only -x c -; }
for header in include/isnad/*.h $(find src -name "*.h" | sort); do
  name=${header#include/}
  if printf '#include "%s"\n#include "%s"\n' "${name#src/}" "${name#src/}" | compiles; then
    passed=$((passed + 1))
  else
    echo "$header does not stand alone"
    failed=$((failed + 1))
  fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
