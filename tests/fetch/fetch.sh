#!/bin/sh
# isnad fetch against a web with faults: what is got, what is refused, and what the server saw. fetch.sh ISNAD WEB
isnad=$(realpath "$1")
web=$(realpath "$2")
[ -x "$isnad" ] && [ -x "$web" ] || exit 2
folder=$(mktemp -d) || exit 2
pid=
trap '[ -n "$pid" ] && kill "$pid" 2>/dev/null; rm -rf "$folder"' EXIT
. "$(dirname "$0")/../checks.sh"
cd "$folder" || exit 2

"$web" log >port &
pid=$!
while [ ! -s port ]; do sleep 0.05; done
port=$(cat port)
get() { # WANTED HOST PATH OPTION...
  wanted=$1
  url="http://$2.localhost:$port$3"
  shift 3
  code "$wanted" "$isnad" fetch --allow-private --delay 0.05 --backoff 0.1 "$@" "$url"
}
private=--allow-private
later() { # NAME OPTION... URL...: what takes its time goes on beside the rest
  name=$1
  shift
  { "$isnad" fetch $private --backoff 0.1 "$@" >"$name.out" 2>"$name.err"; echo $? >"$name.code"; } &
}
came() { # NAME WANTED
  while [ ! -s "$1.code" ]; do sleep 0.05; done
  mv "$1.out" out
  mv "$1.err" err
  [ "$(cat "$1.code")" = "$2" ] || { echo "exit code $(cat "$1.code"), wanted $2: $1"; cat err; return 1; }
}
told() { grep -q "$1" err || { echo "not told: $1"; cat err; return 1; }; }
asked() { grep -c " $1.localhost $2 " log; } # HOST PATH: how often

urls=
for n in 20 21 22 23 24 25; do urls="$urls http://one.localhost:$port/news/$n.html"; done
later first --delay 0.05 "http://a.localhost:$port/news/1.html"
check "a page" came first 0
check "as a record" grep -q '"uri":"http://a.localhost:[0-9]*/news/1.html".*الخبر 1 من a.localhost' out
check "robots.txt was asked for first" sh -c 'head -1 log | grep -q "a.localhost /robots.txt 200"'
later k --delay 0.05 "http://k.localhost:$port/busy"
later l --delay 0.05 "http://l.localhost:$port/busydate"
later q --delay 0.05 --timeout=2 --tries=1 "http://q.localhost:$port/hang"
later slowly --delay 0.05 "http://slowly.localhost:$port/page1" "http://slowly.localhost:$port/page2"
later down --delay 0.05 "http://down.localhost:$port/page"
private=
later here "http://127.0.0.1:$port/news/1.html" "http://u.localhost:$port/news/1.html" "http://2130706433:$port/news/1.html" "http://[::ffff:127.0.0.1]:$port/news/1.html"
private=--allow-private
# shellcheck disable=SC2086
later one --delay 0.3 $urls

# --- what is got ---
check "packed" get 0 b /gzip
check "is unpacked" grep -q 'الفقرة 5 من الخبر رقم 5' out
check "in chunks with trailers" get 0 c /chunked
check "is joined" grep -q 'الفقرة 5 من الخبر رقم 7' out
check "behind early hints" get 0 d /hints
check "slowly" get 0 e /slow
check "with a length that is too large" get 0 f /wronglength
check "is whole all the same" grep -q 'الفقرة 5 من الخبر رقم 2' out
check "with a length that is too small" get 0 f2 /shortlength
check "of another charset than it says" get 0 g /charset
check "is read as what it is" grep -q '"charset":"windows-1256".*السوق الكبير' out
check "moved" get 0 h /moved
check "bears the address where it is, without what tracks" grep -q '"uri":"http://h.localhost:[0-9]*/news/1.html"' out
check "behind an address in Arabic" get 0 i /arabic
check "which was asked for in ASCII" test "$(asked i '/%D8%B5%D9%81%D8%AD%D8%A9/%D8%AE%D8%A8%D8%B1%20%D8%AC%D8%AF%D9%8A%D8%AF.html')" = 1
check "that sends cookies gets none back" get 0 j /cookie

# --- patience ---
check "a server that is busy is asked later" came k 0
check "after the time that it asked for" sh -c 'awk "/ k.localhost .busy /{ if (last && \$1 - last < 1) exit 1; last = \$1 }" log'
check "also when it names a date" came l 0
check "but not for hours" get 4 m /long
check "and that is told" told 'failed: status 503'
check "one that always fails is given up" get 4 n /500
check "after three tries" test "$(asked n /500)" = 3
check "a page that is cut" get 4 o /cut
check "is told" told 'ends too early\|transfer closed'
check "in chunks too" get 4 p /cutchunk
check "a server that says nothing" came q 4
check "or no HTTP" get 4 r /garbage --tries=1

# --- safety ---
check "a loop of redirects" get 4 s /loop
check "is told" told 'more than 10 redirects'
check "one that grows too" get 4 t /deeper
check "addresses of this machine are refused" came here 4
check "as such" told 'http://127.0.0.1:.* its address 127.0.0.1 is not of the public internet'
check "by name" told 'http://u.localhost.* is not of the public internet'
check "as a number" told 'http://2130706433:.* is not of the public internet'
check "as IPv6" told 'ffff:127.0.0.1.*is not of the public internet'
check "nothing was sent there" test "$(grep -c '127.0.0.1\|u.localhost\|2130706433' log)" = 0
check "nor is a file" get 4 v /file
check "by its name" told 'no http or https address'
check "nor a password sent" code 4 "$isnad" fetch --allow-private "http://me:secret@a.localhost:$port/"
check "a bomb" get 4 w /bomb
check "is refused" told 'unpacks to more than'
check "packed twice too" get 4 x /bombtwice
check "a page without end" get 4 y /huge --largest=2
check "is left" told 'larger than'
check "and one of a terabyte" get 4 z /hugelength
check "and a head without end" get 4 aa /heads
check "what is no page is refused" get 4 ab /pdf
check "by its type" told 'it is no page: application/pdf'
check "an empty page too" get 4 ac /empty
check "one that is not there" get 4 ad /nowhere
check "is told" told 'missing: status 404'

# --- through a proxy, which looks names up ---
via() { # WANTED URL
  code "$1" "$isnad" fetch --delay 0.05 --backoff 0.1 --tries=1 "--proxy=http://127.0.0.1:$port" "$2"
}
check "a page through a proxy" via 0 http://through.example/news/1.html
check "is read" grep -q '"uri":"http://through.example/news/1.html"' out
check "of a host in Arabic" via 0 http://مثال.إختبار/news/1.html
check "that the proxy sees in ASCII" grep -q ' xn--mgbh0fb.xn--kgbechtv /news/1.html 200' log
check "by the rules of its robots.txt" via 4 http://through.example/secret/page
check "not to private addresses" via 4 http://10.0.0.1/news/1.html
check "as is told" told 'its host is not of the public internet'
check "nor this machine" via 4 http://localhost/news/1.html
check "nor by a redirect" via 4 http://through.example/private
check "nothing was sent there" test "$(grep -c ' 10.0.0.1 \| localhost ' log)" = 0
check "the environment names one too" env "http_proxy=http://127.0.0.1:$port" "$isnad" fetch --delay 0.05 http://environment.example/news/1.html >/dev/null

proxied() { env "http_proxy=http://127.0.0.1:$port" "$@" "$isnad" fetch --allow-private --delay 0.05 --backoff 0.1 --tries=1 http://directly.localhost:1/news/1.html; }
check "but not for hosts that no_proxy names" code 4 proxied no_proxy=localhost
check "also in capitals" code 4 proxied NO_PROXY=.localhost,other.example
check "which are asked themselves" test "$(grep -c ' directly.localhost ' log)" = 0
check "of others it is the way" code 0 proxied no_proxy=localhost.example
check "addresses of this machine are refused on that way too" code 4 env "http_proxy=http://127.0.0.1:$port" no_proxy=127.0.0.0/8 "$isnad" fetch --delay 0.05 "http://127.0.0.1:$port/news/1.html"
check "as is told" told 'its address 127.0.0.1 is not of the public internet'
check "a proxy for https is none for http" code 4 env "https_proxy=http://127.0.0.1:$port" "$isnad" fetch --allow-private --delay 0.05 --tries=1 http://directly.localhost:1/news/1.html

# --- robots.txt ---
check "what is closed is not asked for" get 4 ba /secret/page
check "and told" told 'its robots.txt does not allow it'
check "indeed" test "$(asked ba /secret/page)" = 0
check "nor when the path goes around" get 4 bb /page/../secret/x
check "nor in other words" get 4 bc /%73ecret/x
check "one's own site may be" get 0 bd /secret/page --ignore-robots
check "without a robots.txt all is open" get 0 norobots /secret/page
check "while it cannot be had nothing is" came down 4
check "and that is told" told 'its robots.txt cannot be had, .*(status 503)'
check "nothing else was asked for" test "$(asked down /page)" = 0
check "one that moved holds where it was asked for" get 4 moved /page
check "its delay is kept" came slowly 0
check "to the second" sh -c 'awk "/ slowly.localhost .page/{ if (last && \$1 - last < 2) exit 1; last = \$1; n++ } END { exit n != 2 }" log'

# --- many pages of one host ---
check "six pages of one host" came one 0
check "six records" test "$(wc -l <out)" = 6
check "never sooner than the delay" sh -c 'awk "/ one.localhost /{ if (last && \$1 - last < 0.3) exit 1; last = \$1; n++ } END { exit n < 7 }" log'

# --- archive and store ---
set -- "http://st.localhost:$port/news/30.html" "http://st.localhost:$port/gzip" "http://st.localhost:$port/moved"
check "into a store and an archive" code 0 "$isnad" fetch --allow-private --delay 0.05 --backoff 0.1 --db s.db --record s.warc.gz "$@"
check "three are new" grep -q '^3 got, 3 of them new' out
check "the archive is sound" code 0 "$isnad" warc s.warc.gz
check "with redirect and robots.txt" grep -q 'response 5, .*request 5;.* 0 wrong, .* 0 wrong, .* 0 broken places, 0 records not closed' out
check "evidence is shown in it" env ISNAD_DB=s.db "$isnad" show --raw "http://st.localhost:$port/gzip" >/dev/null
check "its pages are those of the store" sh -c '"$0" add --db t.db --quiet s.warc.gz >/dev/null && "$0" export records --db t.db --json >t && "$0" export records --db s.db --json >s && cmp s t' "$isnad"
check "a second time nothing is new" code 0 "$isnad" fetch --allow-private --delay 0.05 --backoff 0.1 --db s.db --record s.warc.gz "$@"
check "as is told" grep -q '^3 got, 0 of them new' out
check "and the archive has revisits" sh -c '"$0" warc s.warc.gz | grep -q "revisit [1-9]"' "$isnad"
check "evidence is shown still" env ISNAD_DB=s.db "$isnad" show --raw "http://st.localhost:$port/gzip" >/dev/null

# --- files that cannot be had ---
check "an archive that cannot be made is no wrong usage" code 4 "$isnad" fetch --allow-private --record nowhere/a.warc.gz "http://a.localhost:$port/news/1.html"
check "and is told" told 'nowhere/a.warc.gz'
check "nor in a watch" code 4 "$isnad" watch --db n.db --once --record nowhere/a.warc.gz "http://a.localhost:$port/feed.xml"
check "a delay that is no number is" code 2 "$isnad" fetch --delay soon "http://a.localhost:$port/news/1.html"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
