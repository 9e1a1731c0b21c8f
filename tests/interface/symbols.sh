#!/bin/sh
# What the library exports is what the public headers declare, and it holds no mutable globals.
# symbols.sh ROOT LIBRARY
root=$1
library=$2
passed=0
failed=0
declared=$(sed -n 's/.*ISNAD_API.*[ *]\(isnad_[a-z0-9_]*\)(.*/\1/p' "$root"/include/isnad/*.h | sort -u)
# Hidden symbols carry visibility HIDDEN in the symbol table; exported ones DEFAULT.
exported=$(readelf -sW "$library" 2>/dev/null | awk '$5 ~ /^(GLOBAL|WEAK)$/ && $6 == "DEFAULT" && $7 != "UND" && $8 !~ /^__/ { print $8 }' | sort -u)
[ -n "$declared" ] && [ -n "$exported" ] || { echo "nothing to compare"; failed=$((failed + 1)); }
for name in $declared; do
  if printf '%s\n' "$exported" | grep -qx "$name"; then passed=$((passed + 1)); else echo "declared but not exported: $name"; failed=$((failed + 1)); fi
done
for name in $exported; do
  printf '%s\n' "$declared" | grep -qx "$name" || { echo "exported but not declared: $name"; failed=$((failed + 1)); }
done
# Every function that a header gives to others is marked as such.
unmarked=$(sed -n '/^#define/d; /ISNAD_API/d; /^static inline/d; /^ *[*\/]/d; s/^[a-z_].*[ *]\(isnad_[a-z0-9_]*\)(.*/\1/p' "$root"/include/isnad/*.h)
[ -z "$unmarked" ] || { echo "declared without ISNAD_API:" $unmarked; failed=$((failed + 1)); }
# Sections .data and .bss hold what can change; .data.rel.ro and .rodata cannot.
mutable=$(objdump -t "$library" 2>/dev/null | awk '$0 ~ / O / && $0 ~ /[ \t](\.(data|bss|tbss|tdata)|\*COM\*)(\.[a-z]|[ \t])/ && $0 !~ /\.data\.rel\.ro/ && $NF !~ /^(__|\.L|completed)/ { print $NF }' | sort -u)
if [ -z "$mutable" ]; then passed=$((passed + 1)); else echo "mutable globals:" $mutable; failed=$((failed + 1)); fi
echo "$passed passed, $failed failed"
[ $failed = 0 ]
