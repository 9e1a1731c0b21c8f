#!/bin/sh
# Who printed first need not have written it; a link is no copy; an edition shows what it changed: each on reports written for it.
isnad=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
root=$2
folder=$(mktemp -d) || exit 2
trap 'rm -rf "$folder"' EXIT
passed=0
failed=0
"$isnad" add --quiet --db "$folder/db" "$root/tests/cli/siblings.jsonl" >/dev/null || exit 1
"$isnad" export edges --json --db "$folder/db" >"$folder/edges"
"$isnad" export passages --json --db "$folder/db" >"$folder/passages"

# holds FILE WORDS...: one line of the file has all of them.
holds() {
  file=$1
  shift
  cp "$folder/$file" "$folder/left"
  for words in "$@"; do
    grep -e "$words" "$folder/left" >"$folder/kept"
    mv "$folder/kept" "$folder/left"
  done
  if [ -s "$folder/left" ]; then passed=$((passed + 1)); else echo "$file has no line with: $*"; failed=$((failed + 1)); fi
}
lacks() {
  if grep -q -e "$2" "$folder/$1"; then echo "$1 has: $2"; failed=$((failed + 1)); else passed=$((passed + 1)); fi
}
# Two channels, neither names the other: the way stays open, and a third is more likely.
holds edges '"child":"wire-b","parent":"wire-a"' '"directed":false' '"weight":0.4,' '"open":"newsrooms"'
holds edges '"child":"wire-b","kind":"copied"' '"weight":0.6,' '"sign":"newsrooms"'
# The earlier paper credits its agency: the later one has it from there.
holds edges '"child":"named-b","parent":"named-a"' '"directed":false' '"open":"credited"'
holds edges '"child":"named-b","source":{"id":"reuters"' '"weight":0.8' '"sign":"credited"'
# A speaker's words are his.
holds passages '"a":"said-[ab]","b":"said-[ab]"' '"kind":"quote"'
holds edges '"child":"said-b","parent":"said-a"' '"directed":false' '"open":"statement"'
holds edges '"child":"said-b","source":{"name":"خالد المنصوري"' '"sign":"statement"'
# A headline in the list of another page is a link: the page took nothing.
holds passages '"link-b"' '"link-a"' '"kind":"headline"'
lacks edges '"child":"link-b","parent"'
for story in $("$isnad" stories --json --db "$folder/db" | sed -n 's/.*"id":"\(s[0-9a-f]*\)".*"link-a".*/\1/p'); do
  "$isnad" chain "$story" --db "$folder/db" >"$folder/tree"
done
holds tree '<- link 1.00 link-a'
# Editions.
holds passages '"early"' '"late"' '"kind":"edition"'
"$isnad" copies late --json --db "$folder/db" >"$folder/copies"
"$isnad" copies late --db "$folder/db" >"$folder/lines"
holds copies '"kind":"edition"' '"earlier":"early"' '"matter":"figure"'
"$isnad" show late --json --db "$folder/db" >"$folder/late.json"
holds late.json '"editions":\[{"id":"a' '"earlier":"early"' '"matter":"figure"'
"$isnad" show late --db "$folder/db" >"$folder/late.txt"
holds late.txt '^edition *earlier' 'of a figure [1-9]'
holds late.txt '^ *- .*<- figure'
holds lines '- 12 شخصا\|- 12  ' 'figure'
holds lines '+ 17 شخصا\|+ 17  ' 'figure'
holds lines '+ وتعهدت البلدية'
# The later copy credits an agency in its lead: the elder has its words from there, too, and neither is an origin.
holds edges '"child":"elder","source":{"id":"reuters"' '"sign":"credited","article":"a[0-9a-f]*"'
holds edges '"child":"younger","source":{"id":"reuters"' '"kind":"declared"'
"$isnad" stories --json --db "$folder/db" >"$folder/stories"
holds stories '"elder"' '"younger"' '"origins":\[1,1\]'
# A platform is no parent, nor is the outlet's own reporter; who is cited for one sentence shares with the report itself.
lacks edges '"child":"posted"'
holds edges '"child":"once","source":{"id":"afp"' '"weight":0.5,'
"$isnad" chain once --db "$folder/db" >"$folder/once"
lacks once '^source'
"$isnad" chain posted --db "$folder/db" >"$folder/posted"
holds posted '<~ social'
# Several articles on one page.
"$isnad" copies page-of-two --json --db "$folder/db" >"$folder/several"
holds several '"other":"early"' '"kind":"several"'
holds several '"other":"named-b"' '"kind":"several"'
# Speaker, medium, outlet, page: the whole chain, in every form.
for form in '' --json --dot --graphml --prov; do "$isnad" chain chained $form --db "$folder/db" >"$folder/chain$form"; done
holds chain '<~ speaker فلاديمير بوتين (الرئيس الروسي) -> روسيا اليوم -> عكاظ'
holds chain '<~ outlet روسيا اليوم -> عكاظ'
holds chain '^source  روسيا اليوم'
holds chain '^  source  عكاظ'
holds chain--json '"voices":\[{"source":{"id":"per.vladimir-putin"' '"via":\[{"id":"rt-ar"[^]]*{"id":"okaz"'
node() { sed -n "s/^  \(m[0-9]*\) \[shape=[^\"]*label=\"$1\"\];/\1/p" "$folder/chain--dot"; }
holds chain--dot "^  $(node 'فلاديمير بوتين') -> $(node 'روسيا اليوم') .label=\"said\""
holds chain--dot "^  $(node 'روسيا اليوم') -> $(node 'عكاظ') .label=\"cited\""
holds chain--dot "^  $(node 'عكاظ') -> a[0-9a-f]* .label=\"declared"
lacks chain--dot "^  $(node 'روسيا اليوم') -> a"
holds chain--graphml "target=\"$(node 'روسيا اليوم')\"" 'key="step">said'
holds chain--prov '"agent":{"isnad:m[0-9]*":{"prov:label":"فلاديمير بوتين"' '"wasAttributedTo":{"_:a[0-9]*":{"prov:entity":"isnad:m'
# An outlet is an agent to whom its report is attributed; a later edition revises the earlier one, by the times of capture.
"$isnad" chain late --prov --db "$folder/db" >"$folder/late.prov"
holds late.prov 'prov:Revision'
holds late.prov '"isnad:o1":{"prov:label":' '"_:o1":{"prov:entity":"isnad:a[0-9a-f]*","prov:agent":"isnad:o1"}'
"$isnad" chain late --db "$folder/db" >"$folder/late.chain"
holds late.chain 'an edition of one page'
echo "$passed passed, $failed failed"
[ $failed = 0 ]
