#!/usr/bin/env python3
"""pages.py ISNAD ROOT NODE: a store of the examples is served, and pages.js looks at its pages in Chromium."""
import subprocess
import sys

import support

isnad, root, node = sys.argv[1:4]
with support.folder() as folder:
    server = support.Server(isnad, support.make_store(isnad, folder, root + "/examples/captures"))
    code = subprocess.run([node, root + "/tests/serve/pages.js", f"http://127.0.0.1:{server.port}", folder]).returncode
    server.stop()
sys.exit(code)
