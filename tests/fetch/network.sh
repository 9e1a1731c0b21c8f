#!/bin/sh
# isnad fetch and watch among hosts with networks and addresses of their own: which addresses are private, the delay of each host, links that go down.
# network.sh ISNAD WEB. Exit code 77 (skipped), with the reason, where no network namespaces can be had.
skip() { echo "skipped: $1"; exit 77; }
if [ "$1" != inside ]; then
  isnad=$(realpath "$1")
  web=$(realpath "$2")
  [ -x "$isnad" ] && [ -x "$web" ] || exit 2
  command -v unshare >/dev/null && command -v ip >/dev/null || skip "there is no unshare or no ip"
  for how in "-n -m" "-r -n -m"; do
    # shellcheck disable=SC2086
    unshare $how true 2>/dev/null && exec unshare $how "$0" inside "$isnad" "$web"
  done
  skip "network namespaces cannot be made here (unshare -n -m)"
fi

isnad=$2
web=$3
folder=$(mktemp -d) || exit 2
servers=
watcher=
# shellcheck disable=SC2086
trap 'kill $servers $watcher 2>/dev/null; rm -rf "$folder"' EXIT
. "$(dirname "$0")/../checks.sh"
cd "$folder" || exit 2

# --- three hosts: two of the public internet, one with the addresses of a private network and of a cloud's services ---
mount -t tmpfs none /run 2>/dev/null && mkdir -p /run/netns || skip "there is no /run of its own"
printf '127.0.0.1 localhost\n93.184.1.2 one.example both.example\n93.185.1.2 two.example\n10.0.0.1 three.example both.example\n' >hosts
mount --bind hosts /etc/hosts 2>/dev/null || skip "there is no /etc/hosts of its own"
[ "$(getent hosts two.example | cut -d' ' -f1)" = 93.185.1.2 ] || skip "names are not read from /etc/hosts"
ip link set lo up
host() { # NAME OURS THEIRS
  ip netns add "$1" && ip link add "v$1" type veth peer name eth0 netns "$1" && ip addr add "$2/24" dev "v$1" && ip link set "v$1" up &&
    ip -n "$1" addr add "$3/24" dev eth0 && ip -n "$1" link set eth0 up && ip -n "$1" link set lo up && ip netns exec "$1" true
}
host one 93.184.1.1 93.184.1.2 >/dev/null 2>&1 && host two 93.185.1.1 93.185.1.2 && host three 10.0.0.2 10.0.0.1 ||
  skip "no pairs of network devices can be made here (ip link add type veth)"
ip -n three addr add 169.254.169.254/32 dev eth0 && ip route add 169.254.169.254/32 dev vthree
for n in one two three; do
  ip netns exec $n "$web" -a 0.0.0.0 -p 80 log.$n 12 >port.$n &
  servers="$servers $!"
done
for n in one two three; do while [ ! -s port.$n ]; do sleep 0.05; done; done
lossy=no
tc qdisc add dev vone root netem loss 10% delay 20ms 2>/dev/null && lossy=yes
echo "three hosts; loss of packets: $lossy"
get() { code "$1" "$isnad" fetch --delay 0.2 --backoff 0.2 "$2"; }

# --- which addresses are private ---
check "a host of the public internet is asked" get 0 http://one.example/news/1.html
check "without being allowed to go to private ones" grep -q '"uri":"http://one.example/news/1.html"' out
check "one of a private network is not" get 4 http://three.example/news/1.html
check "as is told with its address" grep -q 'its address 10.0.0.1 is not of the public internet' err
check "nor by a redirect of a public one" get 4 http://one.example/private
check "nor are the services of a cloud" get 4 http://two.example/cloud
check "as is told" grep -q '169.254.169.254 is not of the public internet' err
check "a name that has an address of either kind is asked at the public one" get 0 http://both.example/news/2.html
check "nothing was sent to private addresses" test ! -s log.three
check "which answer when they may be asked" code 0 "$isnad" fetch --allow-private --delay 0.2 http://three.example/news/1.html http://169.254.169.254/news/2.html
check "both of them" test "$(grep -c ' /news/[12].html 200' log.three)" = 2

# --- each host has its own delay ---
urls=
for n in 21 22 25 26 27; do urls="$urls http://one.example/news/$n.html http://two.example/news/$n.html http://three.example/news/$n.html"; done
# shellcheck disable=SC2086
check "fifteen pages of three hosts" code 0 "$isnad" fetch --allow-private --delay 0.7 --backoff 0.2 $urls
apart() { awk -v d="$2" '/news\/2[1-9]/ { if (last && $1 - last < d) exit 1; last = $1; n++ } END { exit n < 5 }' "log.$1"; }
for n in one two three; do check "$n was never asked sooner than the delay" apart $n 0.7; done
check "all at the same time" sh -c 'cat log.one log.two log.three | LC_ALL=C sort -n | awk "/news.2[1-9]/ { if (\$2 != last) turns++; last = \$2 } END { exit turns < 6 }"'

# --- replies that get lost on their way, without a word ---
if ip -n two route add blackhole 93.185.1.1/32 2>/dev/null; then
  check "a host whose replies get lost is given up when its time is over" code 4 "$isnad" fetch --delay 0.2 --backoff 0.2 --timeout 2 http://two.example/news/31.html
  check "as is told" grep -q 'two.example/news/31.html: .*time' err
  check "it does not hold up another" code 4 "$isnad" fetch --delay 0.2 --backoff 0.2 --timeout 2 http://two.example/news/33.html http://one.example/news/33.html
  check "which is had" grep -q '"uri":"http://one.example/news/33.html"' out
  ip -n two route del blackhole 93.185.1.1/32
  check "and answers when the way is open again" code 0 "$isnad" fetch --delay 0.2 --timeout 10 http://two.example/news/31.html
fi

# --- a link that goes down while a watch runs, and a kill meanwhile ---
# Whoever gives up on a reply leaves what he sent to be sent again, behind what he asks for next: the time is so long that losses do not come to it.
watch="$isnad watch --db w.db --record w.warc.gz --delay 0.1 --backoff 0.2 --timeout 20 --patience 1 --least 1 --most 2 --no-recheck"
held() { sqlite3 -cmd ".timeout 60000" w.db "SELECT count(*) FROM watch_item WHERE state = 'held' AND host = '$1'" 2>/dev/null || echo 0; }
due_now() { sqlite3 -cmd ".timeout 60000" w.db "UPDATE watch_item SET due = 0 WHERE due IS NOT NULL; UPDATE watch_feed SET due = 0"; } # what waits for minutes after failures
until_held() { # HOST COUNT
  tries=0
  while [ "$(held "$1")" -lt "$2" ] && [ $tries -lt 3000 ]; do sleep 0.1; tries=$((tries + 1)); done
  [ "$(held "$1")" -ge "$2" ]
}
$watch http://one.example/feed.xml http://two.example/feed.xml >events 2>err &
watcher=$!
check "a watch holds some of two hosts" until_held two.example 2
ip link set vtwo down
before=$(held one.example)
check "while the link to one is down the other is fed" until_held one.example $((before < 10 ? before + 2 : 12))
tries=0
while ! grep -q '"event":"f[a-z]*".*two.example.*"message"' events && [ $tries -lt 3000 ]; do sleep 0.1; tries=$((tries + 1)); done
check "what cannot be reached is told" grep -q '"event":"f[a-z]*".*two.example.*"message":"[^"]' events
kill -9 $watcher
wait $watcher 2>/dev/null
ip link set vtwo up
for address in 93.184.1.2 93.185.1.2; do wget -q -O /dev/null --no-proxy --tries=1 "http://$address/quiet"; done # what it asked for is in the logs
due_now
$watch >>events 2>>err &
watcher=$!
tries=0
while [ "$(held one.example)" -lt 12 ] || [ "$(held two.example)" -lt 12 ]; do
  [ $((tries % 30)) = 29 ] && due_now
  [ $tries -lt 6000 ] || break
  sleep 0.1
  tries=$((tries + 1))
done
kill -TERM $watcher
wait $watcher
check "it ends cleanly" test $? = 0
watcher=
check "with the link back nothing is lost" test "$(held one.example) $(held two.example)" = "12 12"
check "nor doubled" test "$(sqlite3 w.db 'SELECT count(*), count(DISTINCT uri) FROM capture')" = "24|24"
check "nobody else was asked" sh -c '! grep -q feed.xml log.three'
apart_all() { awk '/feed.xml|robots.txt|news\/[0-9].html|news\/1[01].html/ { if (seen && $1 - last < 0.1) exit 1; last = $1; seen = 1 }' "log.$1"; }
for n in one two; do check "$n was never asked sooner than the delay" apart_all $n; done

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
