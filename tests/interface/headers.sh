#!/bin/sh
# Every public header compiles alone, as C17 without extensions and as C++ would read its guards.
cd "$1" || exit 2
passed=0
failed=0
for header in include/isnad/*.h; do
  if printf '#include "isnad/%s"\n' "$(basename "$header")" | ${CC:-cc} -std=c17 -Wall -Wextra -Wpedantic -Werror -Iinclude -fsyntax-only -x c -; then
    passed=$((passed + 1))
  else
    echo "$header does not stand alone"
    failed=$((failed + 1))
  fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
