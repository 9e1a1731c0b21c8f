"""A server to test, a client that can also misbehave, and what counts checks. Only Python's own library."""
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import tempfile
import time
import urllib.parse

class Checks:
    def __init__(self):
        self.passed = self.failed = 0

    def __call__(self, good, what):
        if good:
            self.passed += 1
        else:
            self.failed += 1
            print("FAILED:", what, flush=True)
        return good

    def end(self):
        print(f"{self.passed} passed, {self.failed} failed", flush=True)
        return 1 if self.failed or not self.passed else 0


class Reply:
    def __init__(self, code, headers, body):
        self.code, self.headers, self.body = code, {k.lower(): v for k, v in headers}, body

    @property
    def type(self):
        return self.headers.get("content-type", "").split(";")[0]

    def json(self):
        return json.loads(self.body)

    def text(self):
        return self.body.decode("utf-8")


class Server:
    """One `isnad serve` on a free port."""

    def __init__(self, isnad, db, *options, environment=None):
        # Built with the address sanitizer it must not keep what it freed, or its memory says nothing.
        env = {"ASAN_OPTIONS": "quarantine_size_mb=1", **os.environ, **(environment or {})}
        self.process = subprocess.Popen([isnad, "serve", "--db", db, "--any-port", *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
        line = self.process.stdout.readline().decode()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        if not found:
            raise SystemExit("the server did not start: " + self.process.stderr.read().decode())
        self.port = int(found.group(1))

    def ask(self, path, method="GET", body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request(method, path, body=body, headers={k.replace("_", "-"): v for k, v in headers.items()})
        r = connection.getresponse()
        reply = Reply(r.status, r.getheaders(), r.read())
        connection.close()
        return reply

    def raw(self, data, wait=60):
        """Sends bytes as they are; what came back until the other side closed or fell silent."""
        s = socket.create_connection(("127.0.0.1", self.port), timeout=wait)
        got = b""
        try:
            s.sendall(data)
            s.shutdown(socket.SHUT_WR)
            while chunk := s.recv(65536):
                got += chunk
        except OSError:
            pass
        s.close()
        return got

    def socket(self, wait=120):
        return socket.create_connection(("127.0.0.1", self.port), timeout=wait)

    def stop(self):
        """Ends it as a user would; its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(120)

    def memory(self):
        """Resident bytes."""
        with open(f"/proc/{self.process.pid}/statm") as f:
            return int(f.read().split()[1]) * os.sysconf("SC_PAGESIZE")


def make_store(isnad, folder, *paths):
    db = os.path.join(folder, f"store{len(os.listdir(folder))}.db")
    subprocess.run([isnad, "add", "--quiet", "--db", db, *paths], check=True, stdout=subprocess.DEVNULL)
    return db


def quoted(text):
    return urllib.parse.quote(text, safe="")


def until(true, seconds=300):
    """Whether it becomes true; the limit is only against hanging."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.1)
    return False


def folder():
    return tempfile.TemporaryDirectory(prefix="isnad-serve-")
