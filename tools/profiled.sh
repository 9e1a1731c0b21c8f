#!/bin/sh
# tools/profiled.sh FOLDER: the fastest build of isnad in FOLDER: built once to count which way its branches go over the example pages and the golden
# stories, and again by those counts, all files as one (gcc's -fprofile-use, -flto). About twice the time of a plain build; docs/MEASURES.md has what it gains.
cd "$(dirname "$0")/.." || exit 2
. tools/setup.sh
[ $# = 1 ] || { echo "usage: tools/profiled.sh FOLDER" >&2; exit 2; }
need_packages $build_packages
log="$1.log"
{
  configure "$1" -Dbuildtype=release -Db_lto=true -Db_pgo=generate && ninja -C "$1" isnad &&
    "$1/isnad" read --quiet examples/captures tests/golden/*/page.* tests/golden_stories/*/reports.jsonl >/dev/null &&
    meson configure "$1" -Db_pgo=use && ninja -C "$1" isnad bench/bench_notes
} >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
rm -f "$log"
echo "$1/isnad"
