#!/usr/bin/env python3
"""soak.py ISNAD ROOT: many requests of all kinds at once, and neither memory nor open files may grow once the server is warm.
soak.py ISNAD ROOT DB MINUTES RATE: the same over a store for so many minutes, about RATE requests a second; prints what it saw every half minute."""
import http.client
import os
import random
import statistics
import sys
import threading
import time

import support
from support import quoted

WORDS = ["العبارة", "وزارة", "سفاجا", "الرئيس", "قتلى", "صواريخ", "\"مجلس الأمن\"", "putin", "مصر -تركيا", "لا_يوجد"]
TEXT = "الميناء الجديد\nقال وزير النقل أحمد سالم لوكالة الضفاف للأنباء إن 214 راكبا أنقذوا أمام سفاجا، الأحد 4 مايو 2025، وأضاف أن «البحث مستمر».\n"
BAD = [b"GET /stories/%ff%fe HTTP/1.1\r\nHost: localhost\r\n\r\n", b"GET /search?q=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n", b"BREW /stories HTTP/1.1\r\nHost: localhost\r\n\r\n",
       b"GET / HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n", b"GET /" + b"a" * 40000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", b"\x00\x01\x02\r\n\r\n",
       b"POST /read HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\n"]
LAST_SHARE, CLIENTS = 0.35, 3


def patient(server, path):
    """A reply to a list, on a machine that may be busy."""
    for _ in range(60):
        reply = server.ask(path, Accept="application/json")
        if reply.code == 200:
            return reply.json()
        time.sleep(1)
    raise SystemExit(f"{path}: {reply.code} {reply.text()[:200]}")


def addresses(server):
    """Something of each kind."""
    items = lambda path: patient(server, path)["items"]
    stories, cursor = [], ""
    for _ in range(4):
        page = patient(server, f"/stories?order=largest&limit=50{cursor}")
        stories += [s["id"] for s in page["items"]]
        if "next" not in page:
            break
        cursor = "&cursor=" + page["next"]
    reports = [r["id"] for s in stories[:40] for r in patient(server, f"/stories/{s}")["reports"]]
    names, outlets = [n["entity"] for n in items("/entities?limit=60")], [quoted(o["name"]) for o in items("/outlets?limit=20")]
    threads = [t["id"] for t in items("/threads?limit=20")]
    kinds = [["/", "/stories", "/stories?order=largest", "/entities", "/outlets", "/threads", "/read", "/health", "/metrics", "/openapi.json"],
             [f"/stories/{s}" for s in stories], [f"/stories/{s}/claims" for s in stories[:50]], [f"/chain/{s}" for s in stories[:50]],
             [f"/articles/{a}" for a in reports], [f"/articles/{a}/related" for a in reports[:50]], [f"/compare?a={a}&b={b}" for a, b in zip(reports, reports[1:50])],
             [f"/entities/{n}" for n in names], [f"/outlets/{o}" for o in outlets], [f"/threads/{t}" for t in threads],
             [f"/search?q={quoted(w)}" for w in WORDS], [f"/stories/{s}?format={f}" for s in stories[:50] for f in ("atom", "rss", "feed")], ["/no/such/page", "/stories/none"]]
    return [kind for kind in kinds if kind]


class Client(threading.Thread):
    """Asks until it is told to stop. Every address gets a number, so that the worker makes the reply anew; now and then one is asked for again."""

    def __init__(self, server, kinds, seed, pause):
        super().__init__(daemon=True)
        self.server, self.kinds, self.random, self.pause = server, kinds, random.Random(seed), pause
        self.done, self.wrong, self.stop = 0, [], False

    def one(self, connection, etags):
        dice = self.random.random()
        if dice < 0.03:
            self.server.raw(self.random.choice(BAD), wait=30)
            return
        if dice < 0.05:
            listener = self.server.socket()
            listener.sendall(b"GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n")
            listener.recv(64)
            listener.close()
            return
        if dice < 0.12:
            connection.request("POST", "/read", body=TEXT.encode(), headers={"Content-Type": "text/plain; charset=utf-8"})
        else:
            path = self.random.choice(self.random.choice(self.kinds))
            headers = {"Accept": self.random.choice(["text/html", "application/json", "*/*"]), "Accept-Encoding": self.random.choice(["gzip", ""])}
            if dice > 0.2:
                path += ("&" if "?" in path else "?") + f"n={self.random.randrange(1 << 30)}"
            elif path in etags:
                headers["If-None-Match"] = etags[path]
            connection.request("GET", path, headers=headers)
            reply = connection.getresponse()
            reply.read()
            if reply.getheader("ETag"):
                etags[path] = reply.getheader("ETag")
            if reply.status >= 500:
                self.wrong.append(f"{reply.status} {path}")
            return
        connection.getresponse().read()

    def run(self):
        connection, etags = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=300), {}
        while not self.stop:
            try:
                self.one(connection, etags)
            except (OSError, http.client.HTTPException) as problem:  # the server may close what lay idle
                if not isinstance(problem, (ConnectionError, http.client.RemoteDisconnected, http.client.CannotSendRequest)):
                    self.wrong.append(repr(problem))
                connection.close()
            self.done += 1
            time.sleep(self.pause)
        connection.close()


def files(server):
    return len(os.listdir(f"/proc/{server.process.pid}/fd"))


def soak(server, until, pause, every, tell):
    """Samples (requests, bytes, files) until `until(requests)`; what went wrong."""
    kinds, samples = addresses(server), []
    clients = [Client(server, kinds, seed, pause) for seed in range(CLIENTS)]
    for client in clients:
        client.start()
    done = 0
    while not until(done):
        time.sleep(every)
        done = sum(c.done for c in clients)
        if not samples or done > samples[-1][0]:
            samples.append((done, server.memory(), files(server)))
            tell(samples[-1])
        if server.process.poll() is not None:
            raise SystemExit("the server has ended")
    for client in clients:
        client.stop = True
    for client in clients:
        client.join(300)
    return samples, [w for c in clients for w in c.wrong]


def growth(samples):
    """From the first to the last third of the time after the warm-up, by medians: bytes, files."""
    warm = samples[int(len(samples) * LAST_SHARE):]
    third = max(1, len(warm) // 3)
    middle = lambda part, at: statistics.median(s[at] for s in part)
    return [middle(warm[-third:], at) - middle(warm[:third], at) for at in (1, 2)]


def test(isnad, root):
    check = support.Checks()
    with support.folder() as folder:
        server = support.Server(isnad, support.make_store(isnad, folder, os.path.join(root, "examples", "captures")), "--cache=1")
        samples, wrong = soak(server, lambda done: done >= 3000, 0, 0.05, lambda sample: None)
        check(not wrong, f"{len(wrong)} replies: {wrong[:3]}")
        check(len(samples) >= 12, f"only {len(samples)} samples")
        more, opened = growth(samples)
        check(more < 3 << 20, f"memory grew by {more / 1e6:.1f} MB in {samples[-1][0]} requests")
        check(opened < 8, f"{opened} more files are open")
        check(support.until(lambda: files(server) <= samples[0][2] + 8), "connections stay open")
        check(server.stop() == 0, "it ends")
    return check.end()


def long(isnad, db, minutes, rate):
    end, began = time.time() + 60 * minutes, time.time()
    server = support.Server(isnad, db)
    tell = lambda s: print(f"{time.time() - began:6.0f} s {s[0]:8} requests {s[1] / 1e6:7.1f} MB {s[2]:4} files", flush=True)
    samples, wrong = soak(server, lambda done: time.time() >= end, CLIENTS / rate, 30, tell)
    more, opened = growth(samples)
    print(f"{samples[-1][0]} requests, {len(wrong)} went wrong {wrong[:3]}; memory {more / 1e6:+.1f} MB, files {opened:+} between the first and the last third after the "
          f"warm-up, most {max(s[1] for s in samples) / 1e6:.1f} MB; exit code {server.stop()}", flush=True)
    return 0


if len(sys.argv) == 3:
    sys.exit(test(*sys.argv[1:3]))
sys.exit(long(sys.argv[1], sys.argv[3], float(sys.argv[4]), float(sys.argv[5])))
