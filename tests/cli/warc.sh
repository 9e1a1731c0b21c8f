#!/bin/sh
# Web archives against wget, in both directions: every record that it wrote is read, where its own index says; and it takes what we wrote for its own.
# warc.sh ISNAD SERVER
isnad=$(realpath "$1")
server=$(realpath "$2")
[ -x "$isnad" ] && [ -x "$server" ] || exit 2
folder=$(mktemp -d) || exit 2
pid=
trap '[ -n "$pid" ] && kill "$pid" 2>/dev/null; rm -rf "$folder"' EXIT
. "$(dirname "$0")/../checks.sh"
cd "$folder" || exit 2

command -v wget >/dev/null || { echo "FAILED: wget is not installed"; echo "0 passed, 1 failed"; exit 1; }

# --- a made-up site ---
mkdir site
page() { # TITLE SENTENCE
  printf '<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>%s</title></head><body><article><h1>%s</h1>' "$1" "$1"
  i=0
  while [ $i -lt 12 ]; do printf '<p>%s، وهذه هي الفقرة رقم %d من الخبر.</p>\n' "$2" $i; i=$((i + 1)); done
  printf '</article></body></html>\n'
}
page "افتتاح جسر الوادي" "وقال وزير النقل إن الجسر الجديد افتتح صباح الأحد أمام حركة السيارات" >site/bridge.html
page "محصول القمح" "وأعلنت وزارة الزراعة أن محصول القمح بلغ 40 ألف طن هذا العام" >site/wheat.html
page "ميناء الضفاف" "وذكرت إدارة الميناء أن ثلاث سفن رست في الميناء يوم الاثنين" | sed 's/<meta charset="utf-8">//' | iconv -f UTF-8 -t WINDOWS-1256 >site/port.1256.html
gzip -c site/wheat.html >site/wheat.html.gz
echo "سطر من نص عادي عن المدينة والميناء" >site/note.txt
echo "User-agent: *" >site/robots.txt
head -c 3000 /dev/zero >site/image.png
{
  echo '<html><head><title>الرئيسية</title></head><body><ul>'
  for link in bridge.html chunked/wheat.html gzip/wheat.html port.1256.html note.txt image.png moved missing.html; do echo "<li><a href=\"/$link\">$link</a></li>"; done
  echo '</ul></body></html>'
} >site/index.html

"$server" site >port &
pid=$!
while [ ! -s port ]; do sleep 0.05; done
base=http://127.0.0.1:$(cat port)

get() { # NAME OPTION...: a crawl into NAME.warc.gz; the missing page makes it 8
  name=$1
  shift
  wget -q -r -e robots=on --no-proxy --tries=1 --delete-after -P got "--warc-file=$name" --warc-cdx "$@" "$base/"
  [ $? = 8 ]
}

# --- what wget wrote ---
check "wget crawls" get crawl
check "every record is sound" code 0 "$isnad" warc crawl.warc.gz
check "no place is broken, no digest is wrong" grep -q ' 0 wrong, .* 0 wrong, .* 0 broken places, 0 records not closed' out
check "every type is told apart" grep -q 'warcinfo 1, response 11, resource 2, request 11, metadata 1;' out
check "nothing is complained of" test ! -s err
"$isnad" warc --cdxj crawl.warc.gz >crawl.cdxj
awk 'NR > 1 { print $9, $6, $5 }' crawl.cdx | sort >theirs
sed -n 's/.*"url":"http.*"status":"\([0-9]*\)","digest":"sha1:\([A-Z0-9]*\)".*"offset":"\([0-9]*\)".*/\3 \2 \1/p' crawl.cdxj | sort >ours
check "it has an index of its own" test "$(wc -l <theirs)" = 11
check "which leads to the same records, with the same digests and statuses" cmp theirs ours
check "the index leads back" code 0 "$isnad" warc --check crawl.cdxj crawl.warc.gz
check "every line of it" grep -q '^13 lines' out
sed 's/"offset":"[0-9]*"/"offset":"7"/' crawl.cdxj >bad.cdxj
check "a wrong index is told" code 3 "$isnad" warc --check bad.cdxj crawl.warc.gz

check "a plain archive" get plain --no-warc-compression
check "is as sound" code 0 "$isnad" warc plain.warc
check "with as many records" grep -q 'response 11, resource 2, request 11' out
check "and by standard input" sh -c '"$0" warc - <plain.warc | grep -q "response 11, resource 2"' "$isnad"

# --- its pages ---
check "the pages are read" code 0 "$isnad" read --quiet crawl.warc.gz
check "seven of them: neither robots.txt nor what is missing, moved, or an image" test "$(wc -l <out)" = 7
check "the address is that of the page" grep -q "\"uri\":\"$base/bridge.html\"" out
check "the day is that of the archive" grep -q '"captured_at":"20[0-9-]*T[0-9:]*Z"' out
check "chunks are joined" sh -c 'grep "/chunked/wheat.html\"" out | grep -q "الفقرة رقم 11 من الخبر"'
check "packing is undone" sh -c 'grep "/gzip/wheat.html\"" out | grep -q "الفقرة رقم 11 من الخبر"'
check "the charset of the transfer is used" sh -c 'grep "/port.1256.html\"" out | grep "\"charset\":\"windows-1256\"" | grep -q "ميناء الضفاف"'
check "the record's place is told" grep -q '"record":{"file":"crawl.warc.gz","offset":[0-9]*,"length":[0-9]*}' out
"$isnad" read --quiet plain.warc | sed 's/"record":{[^}]*}//; s/"captured_at":"[^"]*"//; s/"sha256":"[^"]*"//; s/"id":"a[0-9a-f]*"//' >plain.read
sed 's/"record":{[^}]*}//; s/"captured_at":"[^"]*"//; s/"sha256":"[^"]*"//; s/"id":"a[0-9a-f]*"//' out >gzip.read
check "a plain archive gives the same pages" cmp plain.read gzip.read

# --- in a store, and back to the bytes ---
check "they are added" code 0 "$isnad" add --quiet crawl.warc.gz
check "once" sh -c '"$0" add --quiet crawl.warc.gz | grep -q "^0 new, 7 already there"' "$isnad"
check "evidence is shown in the captured bytes" code 0 "$isnad" show --raw "$base/bridge.html"
check "with the record" grep -q 'crawl.warc.gz, record at byte [0-9]* of [0-9]* bytes, 20.*the SHA-256 fits' out
check "and the words" grep -q 'raw \[[0-9]*,[0-9]*) .*افتتاح جسر الوادي' out
check "of a page of another charset too" code 0 "$isnad" show --raw "$base/port.1256.html"
check "byte by byte" grep -qF '\xE3\xED\xE4\xC7\xC1' out
check "of a packed page too" code 0 "$isnad" show --raw --json "$base/gzip/wheat.html"
check "as JSON" grep -q '"what":"figure","span":\[[0-9,]*\],"raw":\[[0-9,]*\],.*"captured":"40 ' out
cp crawl.warc.gz whole.warc.gz
head -c 600 whole.warc.gz >crawl.warc.gz
check "an archive that was cut is told" code 3 "$isnad" show --raw "$base/port.1256.html"
mv crawl.warc.gz gone
check "one that is gone is told" code 4 "$isnad" show --raw "$base/port.1256.html"
check "by name" grep -q 'crawl.warc.gz: cannot open' err
cp whole.warc.gz crawl.warc.gz
page "خبر في ملف" "وقال رئيس البلدية إن الحديقة ستفتح يوم الخميس" >file.html
"$isnad" add --quiet file.html note.txt >/dev/null 2>&1
check "a plain file is shown too" code 0 "$isnad" show --raw file.html
check "with its words" grep -q 'raw .*خبر في ملف' out
echo "<p>x</p>" >>file.html
check "but not when it changed" code 3 "$isnad" show --raw file.html
check "and it is told why" grep -q 'file.html: it has changed since it was read' err

# --- what we write ---
check "records are copied into an archive of ours" code 0 "$isnad" warc --into ours.warc.gz crawl.warc.gz
check "all responses" grep -q '^11 responses, 0 of them revisits' out
check "twice, and then they are revisits" code 0 "$isnad" warc --into ours.warc.gz crawl.warc.gz
check "but those without a body" grep -q '^11 responses, 10 of them revisits' out
check "it is sound" code 0 "$isnad" warc ours.warc.gz
check "and has a request for each" grep -q 'response 12, request 22, revisit 10;.* 0 wrong.* 0 wrong.* 0 broken places, 0 records not closed' out
check "its pages are the same" sh -c '"$0" read --quiet ours.warc.gz | sed "s/\"record\":{[^}]*}//; s/\"captured_at\":\"[^\"]*\"//; s/\"sha256\":\"[^\"]*\"//; s/\"id\":\"a[0-9a-f]*\"//" | cmp - gzip.read' "$isnad"
"$isnad" warc --cdxj ours.warc.gz >ours.cdxj
check "its index leads back" code 0 "$isnad" warc --check ours.cdxj ours.warc.gz

# wget leaves out what the index of an earlier archive holds: it must find our digests to be its own. It knows one record a digest, so that the first
# page, which has two addresses, is written once more; the others are what is missing and what is moved.
{
  echo " CDX a b a m s k r M V g u"
  sed -n 's/.* \([0-9]\{14\}\) {"url":"\([^"]*\)","mime":"\([^"]*\)","status":"200","digest":"sha1:\([A-Z0-9]*\)","length":"[0-9]*","offset":"\([0-9]*\)".*/\2 \1 \2 \3 200 \4 - - \5 ours.warc.gz <urn:uuid:11111111-1111-4111-8111-111111111111>/p' ours.cdxj |
    grep -v ' warc/revisit '
} >ours.cdx
check "wget reads our index" get second --warc-dedup=ours.cdx
check "and takes every page for one that it has" code 0 "$isnad" warc second.warc.gz
check "as revisits" grep -q 'response 3, .*revisit 8' out

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
