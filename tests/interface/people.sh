#!/bin/sh
# The tables of persons agree with each other: every holder of an office is a person, terms do not end before they begin, and no id, name or short
# form stands for two persons.
# people.sh ROOT
root=$1
passed=0
failed=0
ok() { passed=$((passed + 1)); }
bad() { echo "$1"; failed=$((failed + 1)); }

# holds NAME PROGRAM FILE...: the awk program prints nothing.
holds() {
  name=$1
  program=$2
  shift 2
  said=$(awk -F '\t' "$program" "$@")
  if [ -z "$said" ]; then ok; else bad "$name: $said"; fi
}

people=$root/data/people.tsv
holders=$root/data/office_holders.tsv
holds "a holder who is no person" '/^#/ { next } NR == FNR { known[$1]; next } FNR > 1 && $1 != "person" && !($1 in known) { print FNR ": " $1 }' "$people" "$holders"
holds "an ill-formed day" '/^#/ || $1 == "person" { next } $3 !~ /^[12][0-9][0-9][0-9](-[01][0-9](-[0-3][0-9])?)?$/ || ($4 != "-" && $4 !~ /^[12][0-9][0-9][0-9](-[01][0-9](-[0-3][0-9])?)?$/) { print FNR ": " $0 }' "$holders"
holds "a term that ends before it begins" '/^#/ || $4 == "-" { next } { n = length($3) < length($4) ? length($3) : length($4) } substr($4, 1, n) < substr($3, 1, n) { print FNR ": " $0 }' "$holders"
holds "a term told twice" '/^#/ { next } seen[$1 "\t" $2 "\t" $3]++ { print FNR ": " $0 }' "$holders"
holds "a country that is no code" '/^#/ || $1 == "id" { next } $5 !~ /^[A-Z][A-Z]$/ { print FNR ": " $0 }' "$people"
holds "a form of two persons" '/^#/ || $1 == "id" { next } { n = split($2 "|" $3 "|" $4, form, "|"); for (i = 1; i <= n; i++) if (form[i] != "-" && seen[form[i]]++) print FNR ": " form[i] }' "$people"
for table in given_names family_names; do
  holds "a name twice in $table" '/^#/ || $1 == "name" { next } { n = split($1 "|" $2, form, "|"); for (i = 1; i <= n; i++) if (form[i] != "-" && seen[form[i]]++) print FNR ": " form[i] }' "$root/data/ar/$table.tsv"
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
