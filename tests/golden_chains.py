#!/usr/bin/env python3
"""golden_chains.py ISNAD ROOT [NAME...]: puts each set of reports of tests/golden_chains into a store of its own and holds the chain of its story
against the table written by hand beside it (tests/golden_chains/README.md). Every row must hold."""

import json
import os
import subprocess
import sys
import tempfile


def run(isnad, *words):
    done = subprocess.run([isnad, *words], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"isnad {words[0]}: {done.stderr}")
    return done.stdout


def leads(edge):
    return edge["directed"] or not edge.get("parent")


def source_of(edge):
    """The report that an edge comes from, or "=NAME" of a source that is not held."""
    if edge.get("parent"):
        return edge["parent"].split("#")[0]
    return "=" + (edge.get("source") or {}).get("name", "")


def comes_from(edge, value):
    source = source_of(edge)
    return any(source == one or (one.startswith("=") and source.startswith("=") and one[1:] in source) for one in value.split("|"))


def carriers(report):
    """(who, whom it came through) of every voice."""
    return [(v["source"]["name"], [m["name"] for m in v.get("via", [])]) for v in report.get("voices", [])]


def is_relayed(report, value):
    by, of = value.split(" <- ")
    return any(of in who and any(one in medium for medium in via for one in by.split("|")) for who, via in carriers(report))


def doubted(edge):
    return "doubt" in edge.get("evidence", {}).get("citation", {}) or "doubt" in edge.get("evidence", {})


def holds(report, what, value):
    edges = report.get("from", [])
    leading = [e for e in edges if leads(e)]
    top = max(leading, key=lambda e: e["weight"], default=None)
    tests = {
        "origin": lambda: all(e["weight"] <= 0.5 for e in leading),
        "from": lambda: top is not None and comes_from(top, value),
        "beside": lambda: any(comes_from(e, value) and e["weight"] > 0.01 for e in edges),
        "not": lambda: all(not comes_from(e, value) or e["weight"] <= 0.15 for e in leading),
        "kind": lambda: top is not None and top["kind"] == value,
        "not-kind": lambda: all(e["kind"] != value for e in edges),
        "doubted": lambda: any(doubted(e) and value in source_of(e) for e in edges),
        "not-doubted": lambda: not any(doubted(e) for e in edges),
        "corrects": lambda: top is not None and top["kind"] == "corrects" and source_of(top) == value,
        "not-corrects": lambda: all(e["kind"] != "corrects" for e in edges),
        "still": lambda: any(value in c["still"] for c in report.get("corrected", [])),
        "corrected": lambda: any(value in c["corrected"] for c in report.get("corrected", [])),
        "told": lambda: any(value in who for who, _ in carriers(report)),
        "notvia": lambda: not any(value in medium for _, via in carriers(report) for medium in via),
        "relay": lambda: is_relayed(report, value),
        "outlet": lambda: report["outlet"] in value.split("|"),
    }
    return tests[what]()


def told_of(report, what):
    if what in ("told", "notvia", "relay"):
        return str(carriers(report))
    if what in ("still", "corrected"):
        return json.dumps(report.get("corrected"), ensure_ascii=False)
    return "; ".join(f"{source_of(e)} {e['kind']} {e['weight']}" for e in report.get("from", [])) or report["outlet"]


def check_set(isnad, folder, name):
    passed = failed = 0
    with tempfile.TemporaryDirectory() as place:
        store = "--db=" + os.path.join(place, "db")
        run(isnad, "add", "--quiet", store, os.path.join(folder, name, "reports.jsonl"))
        stories = [json.loads(line) for line in run(isnad, "stories", "--json", store).splitlines()]
        reports = {}
        for story in stories:
            for line in run(isnad, "chain", story["id"], "--json", store).splitlines():
                item = json.loads(line)
                if "article" in item:
                    reports[item["article"].split("#")[0]] = item
    with open(os.path.join(folder, name, "want.tsv"), encoding="utf-8") as table:
        rows = [line.rstrip("\n").split("\t") for line in table if not line.startswith("#")][1:]
    for label, what, value in rows:
        if what == "origins":
            got = ["-".join(map(str, s["origins"])) for s in stories]
            good = len(got) == 1 and got[0] in value.split("|")
            why = str(got)
        else:
            good = label in reports and holds(reports[label], what, value)
            why = told_of(reports[label], what) if label in reports else "no such report"
        passed += good
        failed += not good
        if not good:
            print(f"{name}: {label} {what} {value}: {why}")
    return passed, failed


def main():
    isnad, root, wanted = os.path.abspath(sys.argv[1]), sys.argv[2], sys.argv[3:]
    folder = os.path.join(root, "tests", "golden_chains")
    passed = failed = 0
    for name in sorted(os.listdir(folder)):
        if not os.path.isdir(os.path.join(folder, name)) or (wanted and name not in wanted):
            continue
        good, bad = check_set(isnad, folder, name)
        passed += good
        failed += bad
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0 or passed == 0)


main()
