#!/usr/bin/env python3
"""pages.py ISNAD ROOT NODE: a store of the examples is served, and pages.js looks at its pages in Chromium."""
import json
import subprocess
import sys

import support

isnad, root, node = sys.argv[1:4]
# Told over more days than a story teaches: the copy without a date keeps none. The examples have no such story.
TEXT = "أعلنت بلدية القنيطرة إغلاق جسر وادي النخيل أمام الشاحنات ستة أسابيع لترميم دعائمه، وقال المهندس رشيد بوعلام إن الكلفة تبلغ أربعة ملايين درهم."
UNDATED = [{"id": f"bridge-{i}", "title": f"إغلاق جسر وادي النخيل: {title}", "text": TEXT} for i, title in enumerate(("الشاحنات ممنوعة", "ستة أسابيع", "ترميم الدعائم", "أربعة ملايين"))]
for day, capture in zip(("03", "05", "08"), UNDATED):
    capture["published"] = f"2025-03-{day}T10:00:00Z"

with support.folder() as folder:
    path = folder + "/undated.jsonl"
    with open(path, "w", encoding="utf-8") as f:
        f.writelines(json.dumps(capture, ensure_ascii=False) + "\n" for capture in UNDATED)
    server = support.Server(isnad, support.make_store(isnad, folder, root + "/examples/captures", path))
    code = subprocess.run([node, root + "/tests/serve/pages.js", f"http://127.0.0.1:{server.port}", folder]).returncode
    server.stop()
sys.exit(code)
