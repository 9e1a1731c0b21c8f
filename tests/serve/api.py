#!/usr/bin/env python3
"""api.py ISNAD ROOT: every path of the OpenAPI file against live replies; errors, cursors, tags, formats, feeds, adding."""
import json
import sys
import time
import xml.dom.minidom

import support
from schema import problems
from support import quoted

isnad, root = sys.argv[1:3]
check = support.Checks()

ADDED = {"id": "later", "url": "https://example.org/later", "title": "عودة العبارة «نورس 7» إلى ميناء سفاجا بعد إصلاحها",
         "text": "عادت العبارة «نورس 7» إلى ميناء سفاجا بعد إصلاح جهاز التوجيه، وقال مدير الميناء إن 40 راكبا كانوا على متنها.",
         "outlet": "صحيفة الميناء الجديد", "published": "2025-06-02"}


def examples(server):
    """A concrete address for each path of the file."""
    story = server.ask("/stories?order=largest&limit=1").json()["items"][0]["id"]
    reports = server.ask(f"/stories/{story}").json()["reports"]
    full = [r["id"] for r in reports if r.get("role") != "headline"]
    thread = server.ask("/threads?limit=1").json()["items"][0]["id"]
    entity = server.ask("/entities?limit=1").json()["items"][0]["entity"]
    outlet = server.ask("/outlets?limit=1").json()["items"][0]["outlet"]
    return {"/stories/{id}": f"/stories/{story}", "/stories/{id}/claims": f"/stories/{story}/claims", "/threads/{id}": f"/threads/{thread}",
            "/timeline": f"/timeline?story={story}", "/articles/{id}": f"/articles/{full[0]}", "/articles/{id}/copies": f"/articles/{full[0]}/copies",
            "/articles/{id}/related": f"/articles/{full[0]}/related", "/chain/{id}": f"/chain/{story}", "/claims": f"/claims?story={story}",
            "/compare": f"/compare?a={full[0]}&b={full[1]}", "/entities/{id}": "/entities/" + quoted(entity), "/outlets/{id}": "/outlets/" + quoted(outlet),
            "/search": "/search?q=" + quoted("العبارة"), "/check": "/check?text=" + quoted("فقد ثلاثة من أفراد الطاقم"), "/quotes": "/quotes?limit=5"}


def live_replies(server, doc):
    """Each format that a path describes is given, and its JSON is as described."""
    known = examples(server)
    for path, methods in doc["paths"].items():
        if "get" not in methods or path in ("/events", "/metrics", "/openapi.json", "/read"):
            continue
        address = known.get(path, path)
        content = methods["get"]["responses"]["200"]["content"]
        for kind in content:
            reply = server.ask(address, Accept=kind)
            if not check(reply.code == 200 and reply.type == kind, f"{address} as {kind}: {reply.code} {reply.type}"):
                continue
            if kind == "application/json":
                found = problems(reply.json(), content[kind]["schema"], doc)
                check(not found, f"{address}: {found[:3]}")
            elif kind.endswith("+xml"):
                check(xml.dom.minidom.parseString(reply.body).documentElement.tagName in ("feed", "rss"), f"{address} is no feed")
            elif kind == "application/feed+json":
                feed = reply.json()
                check(feed["version"].endswith("1.1") and all("id" in item and "url" in item for item in feed["items"]), f"{address} is no JSON Feed")
        if "headers" in methods["get"]["responses"]["200"] and path != "/health":
            check("etag" in server.ask(address).headers, f"{address} has no ETag")


def bounds(server, doc):
    """Numbers are taken up to the bounds that the file tells, and not beyond; a word is one of those that it lists."""
    known = examples(server)
    for path, methods in doc["paths"].items():
        for parameter in methods.get("get", {}).get("parameters", []):
            address, schema = known.get(path, path).replace("?limit=5", ""), parameter["schema"]
            ask = lambda value: server.ask(address + ("&" if "?" in address else "?") + f"{parameter['name']}={value}", Accept="*/*").code
            if "maximum" in schema:
                check(ask(schema["maximum"]) == 200 and ask(schema["maximum"] + 1) == 400, f"{path}: {parameter['name']} to {schema['maximum']}")
                check(ask(schema["minimum"]) == 200 and ask(schema["minimum"] - 1) == 400, f"{path}: {parameter['name']} from {schema['minimum']}")
            elif parameter["name"] in ("order", "lang"):
                check(all(ask(value) == 200 for value in schema["enum"]), f"{path}: {parameter['name']} is one of {schema['enum']}")


def errors(server, doc):
    schema = {"$ref": "#/components/schemas/Problem"}
    cases = [("/nothing", 404), ("/stories/s0000000000000000", 404), ("/articles/a0000000000000000/copies", 404), ("/claims?story=s0000000000000000", 404),
             ("/claims", 400), ("/timeline", 400), ("/compare?a=x", 400), ("/check", 400), ("/search", 400), ("/stories?limit=0", 400), ("/stories?limit=501", 400),
             ("/stories?limit=x", 400), ("/stories?cursor=1", 400), ("/stories?cursor=1.zzzzzzzzzzzzzzzz", 400), ("/stories?order=best", 400),
             ("/stories?format=yaml", 406), ("/quotes?format=html", 406), ("/outlets/" + quoted("لا أحد"), 404), ("/a/b/c/d/e/f", 400)]
    for path, code in cases:
        reply = server.ask(path)
        good = reply.code == code and reply.type == "application/problem+json" and not problems(reply.json(), schema, doc) and reply.json()["status"] == code
        check(good, f"{path}: {reply.code} {reply.type}, not {code}")
        check("etag" not in reply.headers, f"{path}: a problem has a tag")
    check(server.ask("/stories", "DELETE").code == 405, "DELETE is refused")
    check(server.ask("/stories", Accept="image/png").code == 406, "a format that is not there")
    page = server.ask("/nothing", Accept="text/html")
    check(page.code == 404 and page.type == "text/html" and "<h1>" in page.text(), "a page for people when nothing is there")


def walk(server, path, limit):
    """All items of a list, page by page."""
    items, next_page = [], path + ("&" if "?" in path else "?") + f"limit={limit}"
    base = next_page
    while next_page:
        page = server.ask(next_page).json()
        items += page["items"]
        next_page = base + "&cursor=" + page["next"] if "next" in page else None
        if len(items) > 5000:
            break
    return items


def cursors(server):
    for path in ("/stories", "/stories?order=largest", "/entities", "/outlets", "/quotes", "/threads"):
        whole = server.ask(path + ("&" if "?" in path else "?") + "limit=500").json()["items"]
        check(len(whole) > 0 and walk(server, path, 2)[:len(whole)] == whole[:len(walk(server, path, 2))], f"{path}: the pages are the whole")
        check(len(walk(server, path, 3)) >= min(len(whole), 500), f"{path}: no item is lost")


def tags(server):
    first = server.ask("/stories")
    again = server.ask("/stories", If_None_Match=first.headers["etag"])
    check(again.code == 304 and again.body == b"" and again.headers["etag"] == first.headers["etag"], "a known reply is not sent again")
    check(server.ask("/stories", If_None_Match='W/"0"').code == 200, "another tag gets the reply")
    head = server.ask("/stories", "HEAD")
    check(head.code == 200 and head.body == b"" and int(head.headers["content-length"]) == len(first.body), "HEAD has the length and no body")
    packed = server.ask("/stories", Accept_Encoding="gzip")
    import gzip
    check(packed.headers.get("content-encoding") == "gzip" and gzip.decompress(packed.body) == first.body, "packed it is the same")
    check("access-control-allow-origin" not in first.headers, "no other site may read it")
    check(server.ask("/stories", Host="news.example").code == 403, "another name is refused")


def reading(server, doc):
    text = "قالت وزارة الصحة إن 12 شخصا أصيبوا في حادث تصادم شمال المدينة."
    schema = doc["paths"]["/read"]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
    plain = server.ask("/read", "POST", text.encode(), Content_Type="text/plain")
    check(plain.code == 200 and not problems(plain.json(), schema, doc), "a text is read")
    check(plain.code == 200 and plain.json()["articles"][0]["figures"][0]["min"] == 12, "its figure is read")
    html = server.ask("/read", "POST", f"<html><body><article><h1>حادث</h1><p>{text}</p></article></body></html>".encode(), Content_Type="text/html")
    check(html.code == 200 and html.json()["page"]["kind"] == "html", "a page is read")
    item = server.ask("/read", "POST", json.dumps({"title": "حادث", "text": text}).encode(), Content_Type="application/json")
    check(item.code == 200 and item.json()["articles"][0]["headline"]["text"] == "حادث", "an item is read")
    check(server.ask("/read", "POST", b"").code == 400, "nothing is no text")
    check(server.ask("/read", "POST", b"{", Content_Type="application/json").code == 422, "broken JSON is told")
    form = server.ask("/read", "POST", ("text=" + quoted(text + "\nسطر ثان")).encode(), Content_Type="application/x-www-form-urlencoded", Accept="text/html")
    check(form.code == 200 and "data-ev" in form.text(), "a pasted text becomes a page with its evidence")


def adding(isnad_path, db):
    line = json.dumps(ADDED, ensure_ascii=False).encode()
    reads = support.Server(isnad_path, db)
    check(reads.ask("/captures", "POST", line).code == 403, "nothing is added unless it is allowed")
    reads.stop()
    server = support.Server(isnad_path, db, "--allow-add", "--cors=https://desk.example", environment={"ISNAD_TOKEN": "secret-of-the-test"})
    check(server.ask("/captures", "POST", line).code == 401, "adding needs the token")
    check(server.ask("/captures", "POST", line, Authorization="Bearer secret-of-the-tesT").code == 401, "another token is none")
    cursor = server.ask("/stories?limit=2").json()["next"]
    second = server.ask(f"/stories?limit=2&cursor={cursor}").json()["items"]
    listener = server.socket()
    listener.sendall(b"GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n")
    heard = b""
    while b"retry:" not in heard and (more := listener.recv(4096)):  # from here on it is told of changes; before, it may come too late for them
        heard += more
    check(b"retry:" in heard, "somebody listens")
    done = server.ask("/captures", "POST", line, Authorization="Bearer secret-of-the-test")
    check(done.code == 200 and done.json() == {"fresh": 1, "known": 0, "refused": 0}, f"a capture is added: {done.code} {done.body[:200]}")
    check(support.until(lambda: ADDED["title"] in server.ask("/stories?limit=1").text()), "the list has it soon")
    end = time.monotonic() + 300
    while b"event: change" not in heard and time.monotonic() < end and (more := listener.recv(4096)):
        heard += more
    check(b"event: change" in heard, "listeners are told")
    listener.close()
    check(server.ask(f"/stories?limit=2&cursor={cursor}").json()["items"] == second, "a page begins behind the same item when the list has grown")
    check(server.ask("/stories").headers.get("access-control-allow-origin") == "https://desk.example", "the site that was named may read it")
    check(server.stop() == 0, "it ends well")


def main():
    with support.folder() as folder:
        db = support.make_store(isnad, folder, root + "/examples/captures")
        server = support.Server(isnad, db)
        doc = server.ask("/openapi.json").json()
        check(doc["openapi"].startswith("3.1"), "the file is OpenAPI 3.1")
        live_replies(server, doc)
        bounds(server, doc)
        errors(server, doc)
        cursors(server)
        tags(server)
        reading(server, doc)
        metrics = server.ask("/metrics").text()
        check("isnad_requests_total{class=\"2xx\"}" in metrics and metrics.endswith("\n"), "counters are told")
        check(server.stop() == 0, "it ends well")
        adding(isnad, db)
    return check.end()


sys.exit(main())
