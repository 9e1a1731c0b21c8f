#!/bin/sh
# What the library exports is what the public headers declare, and it holds no mutable globals.
root=$1
library=$2
failed=0
declared=$(sed -n 's/.*ISNAD_API.*[ *]\(isnad_[a-z0-9_]*\)(.*/\1/p' "$root"/include/isnad/*.h | sort -u)
# Hidden symbols carry visibility HIDDEN in the symbol table; exported ones DEFAULT.
exported=$(readelf -sW "$library" 2>/dev/null | awk '$5 == "GLOBAL" && $6 == "DEFAULT" && $7 != "UND" && $8 ~ /^[a-z]/ && $8 !~ /^__/ { print $8 }' | sort -u)
for name in $declared; do
  echo "$exported" | grep -qx "$name" || { echo "declared but not exported: $name"; failed=$((failed + 1)); }
done
for name in $exported; do
  echo "$declared" | grep -qx "$name" || { echo "exported but not declared: $name"; failed=$((failed + 1)); }
done
# Sections .data and .bss hold what can change; .data.rel.ro and .rodata cannot.
mutable=$(objdump -t "$library" 2>/dev/null | awk '$0 ~ / O / && $0 ~ /[ \t]\.(data|bss|tbss|tdata)(\.[a-z]|[ \t])/ && $0 !~ /\.data\.rel/ && $NF !~ /^(__|\.L|completed)/ { print $NF }' | sort -u)
[ -z "$mutable" ] || { echo "mutable globals:" $mutable; failed=$((failed + 1)); }
if [ $failed = 0 ]; then echo "1 passed, 0 failed"; else echo "0 passed, $failed failed"; fi
[ $failed = 0 ]
