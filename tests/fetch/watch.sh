#!/bin/sh
# isnad watch against a web with faults, killed twenty times on the way: every item once, none lost, no host asked sooner than its delay.
# watch.sh ISNAD WEB
isnad=$(realpath "$1")
web=$(realpath "$2")
[ -x "$isnad" ] && [ -x "$web" ] || exit 2
folder=$(mktemp -d) || exit 2
pid=
trap '[ -n "$pid" ] && kill "$pid" 2>/dev/null; rm -rf "$folder"' EXIT
. "$(dirname "$0")/../checks.sh"
cd "$folder" || exit 2
feeds=20
items=8

"$web" log $items >port &
pid=$!
while [ ! -s port ]; do sleep 0.05; done
port=$(cat port)

{
  echo '<?xml version="1.0" encoding="utf-8"?><opml version="2.0"><head><title>t</title></head><body><outline text="بلدات">'
  n=1
  while [ $n -lt $feeds ]; do echo "<outline type=\"rss\" text=\"بلدة $n\" xmlUrl=\"http://f$n.localhost:$port/feed.xml\"/>"; n=$((n + 1)); done
  echo '</outline></body></opml>'
} >feeds.opml
echo "http://f$feeds.localhost:$port/feed.xml" >more.txt
watch="$isnad watch --db w.db --record w.warc.gz --allow-private --delay 0.05 --backoff 0.1 --least 1 --most 1 --no-recheck"
held() { sqlite3 -cmd ".timeout 60000" w.db "SELECT count(*) FROM watch_item WHERE state = 'held'"; }

# What a killed one has asked for is in the log: else the next could seem to ask sooner than the delay, on a machine so busy that it overtakes.
quiet() { wget -q -O /dev/null --no-proxy --tries=1 "http://127.0.0.1:$port/quiet"; }

# --- killed, again and again ---
n=0
while [ $n -lt 20 ]; do
  $watch feeds.opml more.txt >>events 2>>err &
  watcher=$!
  wanted=$(($(wc -l <log) + 6 + n * 7 % 15)) tries=0
  while [ "$(wc -l <log)" -lt $wanted ] && [ $tries -lt 1000 ]; do sleep 0.1; tries=$((tries + 1)); done
  # Every fourth gets the time to keep something, however fast the web answers.
  while [ $((n % 4)) = 3 ] && [ "$(held)" -lt $((n / 4 + 1)) ] && [ $tries -lt 2000 ]; do sleep 0.1; tries=$((tries + 1)); done
  kill -9 $watcher
  wait $watcher 2>/dev/null
  quiet
  n=$((n + 1))
done
check "something was got on the way" test "$(held)" -gt 0

# --- and let be ---
$watch >last 2>>err &
watcher=$!
while [ ! -s last ]; do sleep 0.05; done
check "a second watch on one store is refused" code 4 timeout 600 $watch --record x.warc.gz
check "and told" grep -q 'another watch runs on this store' err
tries=0
while [ "$(held)" -lt $((feeds * items)) ] && [ $tries -lt 2400 ]; do sleep 0.5; tries=$((tries + 1)); done
# Each look shows new items until all are out: only the next one finds nothing new.
while ! grep -q " 304$" log && [ $tries -lt 2400 ]; do sleep 0.5; tries=$((tries + 1)); done
kill -TERM $watcher
wait $watcher
check "SIGTERM ends it cleanly" test $? = 0
check "every item is held" test "$(held)" = $((feeds * items))
check "once" test "$(sqlite3 w.db 'SELECT count(*), count(DISTINCT uri) FROM capture')" = "$((feeds * items))|$((feeds * items))"
check "each is an article" test "$(sqlite3 w.db "SELECT count(DISTINCT headline) FROM article WHERE role = 'lead'")" = $((feeds * items))
check "each has one edition" test "$(sqlite3 w.db 'SELECT count(*), max(edition) FROM watch_edition')" = "$((feeds * items))|1"
check "what was left unwoven is taken in at the next start" code 0 $watch --once
check "all of it" test "$(sqlite3 w.db 'SELECT count(*) FROM unwoven')" = 0
check "the file is sound" test "$(sqlite3 w.db 'PRAGMA integrity_check')" = ok
check "no host was asked sooner than its delay" awk '{ if (($2 in last) && $1 - last[$2] < 0.05) { print "too soon:", $0; bad = 1 } last[$2] = $1 } END { exit bad }' log
check "no page was asked for that was held" sh -c 'awk "\$3 ~ /news/ && \$4 == 200 { n[\$2 \$3]++ } END { for (k in n) if (n[k] > 21) exit 1 }" log'
check "faults were met on the way" sh -c 'grep -q " 503$" log && grep -q " 500$" log && grep -q " 304$" log && grep -q " 0$" log'
check "robots.txt was asked for once a host and kill at most" sh -c 'awk "\$3 == \"/robots.txt\" { n[\$2]++ } END { for (k in n) if (n[k] > 21) exit 1 }" log'

# --- the archive ---
check "the archive is sound" code 0 "$isnad" warc w.warc.gz
check "whatever was cut by a kill" grep -q ' 0 wrong, .* 0 wrong, .* 0 broken places, 0 records not closed' out
check "and gives the same captures" sh -c '"$0" add --db t.db --quiet w.warc.gz >/dev/null; a=$(sqlite3 t.db "SELECT group_concat(key) FROM (SELECT key FROM capture ORDER BY key)"); b=$(sqlite3 w.db "SELECT group_concat(key) FROM (SELECT key FROM capture ORDER BY key)"); [ -n "$a" ] && [ "$a" = "$b" ]' "$isnad"
check "evidence is shown in it" env ISNAD_DB=w.db "$isnad" show --raw "http://f3.localhost:$port/news/3.html" >/dev/null

# --- what is told ---
cat last >>events
check "events are JSON" sh -c 'grep -q "^{\"event\":\"feed\",\"at\":\"20.*\"fresh\":2,\"due\":\"20.*}\$" events && grep -q "^{\"event\":\"page\".*\"edition\":1" events && grep -q "\"event\":\"stories\"" events'
check "the list of feeds" code 0 "$isnad" watch --db w.db --list --json
check "tells all of them" test "$(grep -c "\"kind\":\"rss\",\"state\":\"active\".*\"items\":$items,\"held\":$items" out)" = $feeds
check "one is dropped" code 0 "$isnad" watch --db w.db --drop "http://f1.localhost:$port/feed.xml"
check "and one that is not there is told" code 1 "$isnad" watch --db w.db --drop "http://nobody.localhost/feed.xml"

# --- what is no feed ---
"$isnad" watch --db k.db --once --allow-private --delay 0.05 --backoff 0.1 --least 1 --no-recheck "http://s1.localhost:$port/front" \
  "http://s2.localhost:$port/sitemap.xml" "http://s3.localhost:$port/oldfeed" "http://s4.localhost:$port/gonefeed" "http://s5.localhost:$port/nothing" >out 2>err
"$isnad" watch --db k.db --list >list
check "a site's page leads to its feed" grep -q "^active  rss .* http://s1.localhost:$port/feed.xml" list
check "not to that of comments" test "$(grep -c comments list)" = 0
check "and is not looked at again" grep -q "^gone    page .* http://s1.localhost:$port/front" list
check "of a sitemap what is new is taken" grep -q "^active  sitemap .* 2 of     2 items held  http://s2.localhost:$port/sitemap.xml" list
check "a feed that moved for good is asked for where it is" grep -q "^active  rss .* http://s3.localhost:$port/feed.xml" list
check "one that is gone is left" grep -q "^gone .* http://s4.localhost:$port/gonefeed  status 410" list
check "one that is not there is asked for later" grep -q "^active .* http://s5.localhost:$port/nothing  status 404" list

# --- editions, and a page that goes ---
before=$(wc -l <log)
wget -q -O /dev/null --no-proxy --header "Host: f2.localhost:$port" "http://127.0.0.1:$port/edit/5"
check "a page that is held is not new" code 0 "$isnad" fetch --db w.db --allow-private --delay 0.05 "http://f2.localhost:$port/news/4.html?utm_source=x"
check "as is told" grep -q '^1 got, 0 of them new' out
check "one that changed is another edition" code 0 "$isnad" fetch --db w.db --allow-private --delay 0.05 "http://f2.localhost:$port/news/5.html"
check "as is told, too" grep -q '^1 got, 1 of them new' out
check "both are kept" test "$(sqlite3 w.db "SELECT count(*) FROM capture WHERE uri LIKE '%f2.localhost%/news/5.html'")" = 2
check "and found to be editions of one" test "$(sqlite3 w.db "SELECT group_concat(edition) FROM watch_edition WHERE item LIKE 'f2.localhost%/news/5.html'")" = 1,2
check "nothing else was asked for" test $(($(wc -l <log) - before)) -le 4

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
