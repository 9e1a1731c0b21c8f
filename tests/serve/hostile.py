#!/usr/bin/env python3
"""hostile.py ISNAD ROOT: what outsiders may send: pages that try to break out of HTML, broken addresses, slow and large requests, very many of them."""
import html.parser
import json
import re
import signal
import socket
import sys
import threading
import time

import support
from support import quoted

isnad, root = sys.argv[1:3]
check = support.Checks()

OVERRIDES = "\u202e\u202a\u2066\u2069\u200f\u061c"
TITLES = ["<script>alert(1)</script> خبر عن \"انفجار\" في الميناء & 'حريق'", "</title><img src=x onerror=alert(2)> حريق في الميناء الشرقي",
          OVERRIDES + "خبر مقلوب عن حريق الميناء" + OVERRIDES, "خبر\u0000 مقطوع\u0007 عن حريق الميناء", "]]> <!-- خبر عن حريق الميناء --> {{7*7}}"]
VOID = {"meta", "link", "input", "br", "img", "hr", "source"}


class Strict(html.parser.HTMLParser):
    """Every element closes in its order; no attribute that runs a script; only our own script."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.bad, self.text = [], [], []

    def handle_starttag(self, tag, attributes):
        if tag not in VOID:
            self.open.append(tag)
        names = [name for name, _ in attributes]
        if len(names) != len(set(names)):
            self.bad.append(f"<{tag}> has an attribute twice")
        for name, value in attributes:
            if name.startswith("on") or name == "style" or (name in ("href", "src", "action") and (value or "").strip().lower().startswith(("javascript:", "data:", "//"))):
                self.bad.append(f"<{tag} {name}={value}>")
        if tag == "script" and not dict(attributes).get("src", "").startswith("/assets/"):
            self.bad.append("a script that is not ours")
        if tag in ("style", "iframe", "object", "embed", "base"):
            self.bad.append(f"<{tag}>")

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.bad.append(f"</{tag}> out of order")

    def handle_data(self, data):
        self.text.append(data)


def look_at(reply, path):
    page = reply.text()
    parser = Strict()
    parser.feed(page)
    parser.close()
    check(reply.code == 200 and not parser.bad and not parser.open, f"{path}: {reply.code} {parser.bad[:3]} {parser.open[:3]}")
    check(not any(c in page for c in OVERRIDES + "\u0000\u0007"), f"{path}: characters that steer are in it")
    check("default-src 'none'" in reply.headers.get("content-security-policy", "") and "unsafe" not in reply.headers["content-security-policy"], f"{path}: no policy")
    check(reply.headers.get("x-content-type-options") == "nosniff", f"{path}: may be sniffed")
    check(len(reply.body) < 61440, f"{path}: {len(reply.body)} bytes")


def hostile_titles(folder):
    lines = [json.dumps({"id": f"h{i}", "url": f"https://example.org/{i}?a=\"><b>", "title": title, "outlet": f"<i>صحيفة</i> {i % 2} & 'شركاه'", "published": f"2025-03-0{i + 1}",
                         "text": f"{title}\nقال <b>مدير الميناء</b> سالم الهادي: \"أخمدنا الحريق خلال 3 ساعات\"{OVERRIDES}. وأصيب 12 شخصا </span></div> في الحريق، وفق الدفاع المدني."},
                        ensure_ascii=True) for i, title in enumerate(TITLES)]
    path = folder + "/hostile.jsonl"
    with open(path, "w") as f:
        f.write("\n".join(lines))
    server = support.Server(isnad, support.make_store(isnad, folder, path))
    stories = server.ask("/stories").json()["items"]
    articles = [r["id"] for s in stories for r in server.ask(f"/stories/{s['id']}").json()["reports"]]
    check(len(articles) == len(TITLES), f"the pages are in stories: {len(articles)}")
    paths = ["/", "/stories", "/entities", "/outlets", "/threads", "/read"] + [f"/stories/{s['id']}" for s in stories]
    paths += [f"/stories/{s['id']}/claims" for s in stories] + [f"/articles/{a}" for a in articles] + [f"/compare?a={articles[0]}&b={articles[1]}"]
    paths += ["/outlets/" + quoted(o["outlet"]) for o in server.ask("/outlets").json()["items"]]
    paths += ["/entities/" + quoted(e["entity"]) for e in server.ask("/entities?limit=4").json()["items"]]
    paths += ["/search?q=" + quoted("حريق\"><script>alert(3)</script>"), "/search?q=" + quoted("حريق")]
    for path in paths:
        look_at(server.ask(path, Accept="text/html"), path)
    english = server.ask(f"/stories/{stories[0]['id']}?lang=en", Accept="text/html")
    look_at(english, "a story in English")
    check('dir="ltr"' in english.text()[:80] and 'lang="en"' in english.text()[:80], "English runs from left to right")
    for kind in ("atom", "rss", "feed"):
        body = server.ask(f"/stories?format={kind}").body
        check(b"<script>" not in body or kind == "feed", f"{kind} carries markup")
    check(server.stop() == 0, "it ends well")


def broken_addresses(server):
    for target in (b"/%", b"/%4", b"/%zz", b"/stories?q=%ff", b"/stories/%c3%28", b"/stories/%ed%a0%80", b"/stories/%00", b"/stories?x=%01", b"/stories?x=%0a",
                   b"/" + b"a" * 5000, b"/stories?" + b"&".join(b"f%d=1" % i for i in range(40)), b"/stories?q=%c0%80", b"/stories/%f4%90%80%80"):
        got = server.raw(b"GET " + target + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        check(got.startswith(b"HTTP/1.1 400"), f"{target[:40]}: {got[:40]}")
    for bad in (b"\x00\x01\x02\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"\xff" * 2000, b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                b"POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\n"):
        got = server.raw(bad)
        check(got == b"" or got.split(b" ")[1][:1] in (b"4", b"5"), f"{bad[:30]}: {got[:40]}")
    check(server.ask("/health").code == 200, "it still answers")


def large_requests(server):
    got = server.raw(b"GET /health HTTP/1.1\r\nHost: localhost\r\nX-Large: " + b"a" * 200000 + b"\r\n\r\n")
    check(got == b"" or got.split(b" ")[1][:1] == b"4", f"a huge header: {got[:40]}")
    got = server.raw(b"GET /health HTTP/1.1\r\nHost: localhost\r\n" + b"".join(b"X-%d: y\r\n" % i for i in range(20000)) + b"\r\n")
    check(got == b"" or got.split(b" ")[1][:1] == b"4", f"very many headers: {got[:40]}")
    check(server.raw(b"POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000000\r\n\r\n").startswith(b"HTTP/1.1 413"), "a large body is refused at its head")
    chunks = b"".join(b"10000\r\n" + b"a" * 65536 + b"\r\n" for _ in range(80)) + b"0\r\n\r\n"
    got = server.raw(b"POST /read HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunks)
    check(got.startswith(b"HTTP/1.1 413"), f"so is one that does not tell its length: {got[:40]}")
    check(server.ask("/health").code == 200, "it still answers")


def slow_clients(server):
    """Heads that never end. Others are served; the slow ones are cut."""
    slow = []
    for _ in range(60):
        s = server.socket()
        s.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
        slow.append(s)
    return slow


def slow_clients_end(server, slow):
    check(server.ask("/stories").code == 200, "others are served beside slow clients")
    cut = 0
    end = time.monotonic() + 300  # however long what came between took; the limit is only against hanging
    while slow and time.monotonic() < end:
        for s in list(slow):
            try:
                s.sendall(b"a")
                s.settimeout(0.01)
                gone = s.recv(4096) == b""
            except TimeoutError:
                gone = False
            except OSError:
                gone = True
            if gone:
                s.close()
                slow.remove(s)
                cut += 1
        time.sleep(0.5)
    check(cut == 60, f"slow clients are cut though they go on sending: {cut} of 60")


def many_connections(server):
    before, failed = server.memory(), 0
    for i in range(10000):
        s = server.socket()
        s.sendall(b"GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        if not s.recv(64).startswith(b"HTTP/1.1 200"):
            failed += 1
        s.close()
    check(failed == 0, f"10,000 connections in turn: {failed} failed")
    check(server.memory() - before < 32 << 20, f"they cost {(server.memory() - before) >> 20} MB that stay")


def rate(db):
    server = support.Server(isnad, db, "--rate=2")
    first = server.ask("/stories?limit=1").code
    asking = [server.socket() for _ in range(30)]  # all at once, so that a slow machine does not ask more seldom
    for i, s in enumerate(asking):
        s.sendall(b"GET /stories?limit=%d HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n" % (2 + i))
    codes = [int(s.recv(64)[9:12]) for s in asking]
    check(first == 200 and 429 in codes, f"who asks too often is told: {first} {codes}")
    for s in asking:
        s.close()
    check(server.ask("/health").code == 200 and server.ask("/stories?limit=1").code == 200, "what is in the cache is free")
    server.stop()


def graceful_stop(db):
    server = support.Server(isnad, db)
    busy = [server.socket() for _ in range(8)]
    for i, s in enumerate(busy):
        s.sendall(b"GET /threads?limit=%d HTTP/1.1\r\nHost: localhost\r\n\r\n" % (1 + i))
    idle, listener = server.socket(), server.socket()
    listener.sendall(b"GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n")
    check(listener.recv(64).startswith(b"HTTP/1.1 200"), "a listener is there")
    misses = lambda: int(re.search(r"isnad_cache_misses_total (\d+)", server.ask("/metrics").text()).group(1))
    check(support.until(lambda: misses() >= len(busy)), "the server has begun with all of them")
    codes = []
    reader = threading.Thread(target=lambda: codes.extend(s.recv(64)[9:12] for s in busy))
    reader.start()
    server.process.send_signal(signal.SIGINT)
    reader.join(120)
    check(codes == [b"200"] * 8, f"requests under way are answered: {codes}")
    check(server.process.wait(120) == 0, "it ends with 0 though some are idle or listen")
    idle.close()
    try:
        server.socket(5).close()
        check(False, "it still takes connections")
    except OSError:
        check(True, "it takes no more")


def main():
    with support.folder() as folder:
        db = support.make_store(isnad, folder, root + "/examples/captures")
        server = support.Server(isnad, db)
        slow = slow_clients(server)
        hostile_titles(folder)
        broken_addresses(server)
        large_requests(server)
        many_connections(server)
        rate(db)
        slow_clients_end(server, slow)
        check(server.stop() == 0, "it ends well")
        graceful_stop(db)
    return check.end()


socket.setdefaulttimeout(120)
sys.exit(main())
