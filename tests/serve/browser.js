// A browser driven over the pipe of the DevTools protocol: no package is needed, only Chromium and Node.
"use strict";
const { spawn } = require("child_process");
const fs = require("fs");
const os = require("os");
const path = require("path");

const programs = ["chromium", "chromium-browser", "google-chrome"];

function find() {
  for (const name of programs)
    for (const folder of (process.env.PATH || "").split(":"))
      if (folder && fs.existsSync(path.join(folder, name))) return path.join(folder, name);
  return null;
}

// open(): the browser; its page() gives a page with go, size, media, run, picture, key. close() ends it.
async function open() {
  const program = find();
  if (!program) return null;
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "isnad-browser-"));
  const child = spawn(program, ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--remote-debugging-pipe", `--user-data-dir=${profile}`, "about:blank"],
    { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const [to, from] = [child.stdio[3], child.stdio[4]];
  const waiting = new Map();
  const listeners = [];
  let next = 1, rest = Buffer.alloc(0), dead = false;
  child.on("exit", () => { dead = true; for (const w of waiting.values()) w.fail(new Error("the browser ended")); });
  from.on("data", (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end; (end = rest.indexOf(0)) >= 0; rest = rest.subarray(end + 1)) {
      const message = JSON.parse(rest.subarray(0, end).toString("utf8"));
      if (message.id) {
        const w = waiting.get(message.id);
        waiting.delete(message.id);
        if (message.error) w.fail(new Error(message.error.message)); else w.done(message.result);
      } else {
        for (const listener of listeners.slice()) listener(message);
      }
    }
  });
  const send = (method, params = {}, sessionId) => new Promise((done, fail) => {
    if (dead) return fail(new Error("the browser ended"));
    const id = next++;
    waiting.set(id, { done, fail });
    to.write(JSON.stringify({ id, method, params, sessionId }) + "\0");
  });
  async function page() {
    const { targetId } = await send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
    const call = (method, params) => send(method, params, sessionId);
    const problems = [];
    listeners.push((m) => {
      if (m.sessionId !== sessionId) return;
      if (m.method === "Runtime.exceptionThrown") problems.push(m.params.exceptionDetails.text);
      if (m.method === "Log.entryAdded" && m.params.entry.level === "error") problems.push(`${m.params.entry.text} ${m.params.entry.url || ""}`);
    });
    await call("Page.enable");
    await call("Runtime.enable");
    await call("Log.enable");
    await call("Page.setLifecycleEventsEnabled", { enabled: true });
    return {
      problems,
      call,
      async size(width, height, scale = 1) {
        await call("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: scale, mobile: width < 500 });
      },
      async media(scheme, medium = "") {
        await call("Emulation.setEmulatedMedia", { media: medium, features: [{ name: "prefers-color-scheme", value: scheme }] });
      },
      async script(on) { await call("Emulation.setScriptExecutionDisabled", { value: !on }); },
      // Until this page is loaded: the event of the one before may come late.
      async go(url) {
        const loaded = new Set();
        let look = () => {};
        const listener = (m) => {
          if (m.sessionId !== sessionId || m.method !== "Page.lifecycleEvent" || m.params.name !== "load") return;
          loaded.add(m.params.loaderId);
          look();
        };
        listeners.push(listener);
        const { errorText, loaderId } = await call("Page.navigate", { url });
        if (errorText) throw new Error(`${url}: ${errorText}`);
        await new Promise((done) => {
          look = () => { if (loaded.has(loaderId)) done(); };
          look();
        });
        listeners.splice(listeners.indexOf(listener), 1);
      },
      async run(expression) {
        const { result, exceptionDetails } = await call("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
        if (exceptionDetails) throw new Error(exceptionDetails.exception ? exceptionDetails.exception.description : exceptionDetails.text);
        return result.value;
      },
      async picture(file, clip) {
        const params = { format: "png", captureBeyondViewport: true };
        if (clip) params.clip = { scale: 1, ...clip };
        const { data } = await call("Page.captureScreenshot", params);
        fs.writeFileSync(file, Buffer.from(data, "base64"));
      },
      async key(key, code = key) {
        await call("Input.dispatchKeyEvent", { type: "keyDown", key, code, text: key.length === 1 ? key : undefined });
        await call("Input.dispatchKeyEvent", { type: "keyUp", key, code });
      },
    };
  }
  return {
    page,
    async close() {
      try { await send("Browser.close"); } catch (error) { child.kill(); }
      await new Promise((done) => (dead ? done() : child.on("exit", done)));
      fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

module.exports = { open, find };
