#!/bin/sh
# A folder may use base, arabic and the stages above it in the flow, never one below: reads the #include lines of src/.
cd "$1" || exit 2
order="base arabic capture page article note record store entity reuse story chain claim view"
failed=0
passed=0
rank() { n=0; for s in $order; do n=$((n + 1)); [ "$s" = "$1" ] && { echo $n; return; }; done; echo 0; }
for stage in $order; do
  own=$(rank "$stage")
  bad=
  for used in $(sed -n 's/^#include "\([a-z]*\)\/.*/\1/p' src/"$stage"/*.[ch] 2>/dev/null | sort -u); do
    [ "$used" = isnad ] && continue
    [ "$(rank "$used")" -le "$own" ] && [ "$(rank "$used")" -gt 0 ] || bad="$bad $used"
  done
  for used in $(sed -n 's/^#include "isnad\/\([a-z]*\)\.h".*/\1/p' src/"$stage"/*.[ch] 2>/dev/null | sort -u); do
    case $used in stamp) used=arabic ;; isnad) bad="$bad isnad.h"; continue ;; esac
    [ "$(rank "$used")" -le "$own" ] || bad="$bad $used.h"
  done
  if [ -n "$bad" ]; then echo "src/$stage uses$bad"; failed=$((failed + 1)); else passed=$((passed + 1)); fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
