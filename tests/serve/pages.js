// pages.js ADDRESS FOLDER: the pages as a browser shows them. Direction, isolation, width, keyboard, contrast and names for screen readers (axe-core, when
// npm can fetch it), with and without script. Screenshots go to $ISNAD_SHOTS when it is set.
"use strict";
const { execFileSync } = require("child_process");
const fs = require("fs");
const path = require("path");
const { open, find } = require("./browser.js");

const [base, folder] = process.argv.slice(2);
let passed = 0, failed = 0;
function check(good, what) {
  if (good) passed++;
  else { failed++; console.log("FAILED:", what); }
}

// The source of axe-core, or null where it cannot be had; one version, so that no new rule of theirs fails a test of ours.
function axe() {
  try {
    const name = execFileSync("npm", ["pack", "--prefer-offline", "--fetch-retries=0", "--fetch-timeout=20000", "--loglevel=error", "axe-core@4.14.1"],
      { cwd: folder, timeout: 60000, stdio: ["ignore", "pipe", "ignore"] }).toString().trim().split("\n").pop();
    return execFileSync("tar", ["-xzOf", path.join(folder, name), "package/axe.min.js"], { maxBuffer: 1 << 24 }).toString();
  } catch (error) {
    console.log("axe-core cannot be had here: accessibility is checked without it");
    return null;
  }
}

async function json(address) { return (await fetch(base + address, { headers: { Accept: "application/json" } })).json(); }

// One address of each kind of page.
async function addresses() {
  const story = (await json("/stories?order=largest&limit=1")).items[0].id;
  const reports = (await json(`/stories/${story}`)).reports.filter((r) => r.role !== "headline");
  const thread = (await json("/threads?limit=1")).items[0].id;
  const name = (await json("/entities?limit=1")).items[0].entity;
  const outlet = (await json("/outlets?limit=1")).items[0].outlet;
  return { home: "/", list: "/stories?order=largest", story: `/stories/${story}`, claims: `/stories/${story}/claims`, article: `/articles/${reports[0].id}`,
    compare: `/compare?a=${reports[0].id}&b=${reports[1].id}`, threads: "/threads", thread: `/threads/${thread}`, names: "/entities",
    name: "/entities/" + encodeURIComponent(name), outlets: "/outlets", outlet: "/outlets/" + encodeURIComponent(outlet), read: "/read",
    search: "/search?q=" + encodeURIComponent("العبارة"), nothing: "/stories/s0000000000000000", english: `/stories/${story}?lang=en` };
}

// The largest story that has a report with a date and one without.
async function withUndated() {
  for (const { id } of (await json("/stories?order=largest&limit=30")).items) {
    const reports = (await json(`/stories/${id}`)).reports.filter((r) => r.role !== "headline");
    if (reports.some((r) => !r.published) && reports.some((r) => r.published)) return `/stories/${id}`;
  }
  return "/stories/none";
}

// In the page: what is wider than the window, dates and ranges that are not isolated, fields without a direction of their own.
const look = `(() => {
  const out = {};
  const root = document.documentElement;
  out.direction = getComputedStyle(document.body).direction;
  out.lang = root.lang;
  out.overflow = Math.max(root.scrollWidth, document.body.scrollWidth) - root.clientWidth;
  out.bareTimes = [...document.querySelectorAll("time")].filter((t) => !t.querySelector("bdi")).length;
  out.times = document.querySelectorAll("time").length;
  const loose = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n; (n = walk.nextNode());) {
    if (!/\\d\\s*[-–]\\s*\\d|\\d{4}-\\d\\d-\\d\\d|https?:/.test(n.data)) continue;
    if (!n.parentElement.closest("bdi, [dir], time, textarea, script, svg")) loose.push(n.data.trim().slice(0, 40));
  }
  out.loose = loose;
  out.headings = [...document.querySelectorAll("h1, h2, h3, h4")].map((h) => h.tagName).join(" ");
  out.h1 = document.querySelectorAll("h1").length;
  out.pictures = document.querySelectorAll("figure svg").length;
  out.twins = document.querySelectorAll("details.twin table").length;
  out.right = document.querySelector(".wordmark").getBoundingClientRect().left > innerWidth / 2;
  return out;
})()`;

async function lookAt(page, name, address, narrow) {
  await page.go(base + address);
  const seen = await page.run(look);
  const arabic = name !== "english";
  check(seen.overflow <= 0, `${name}${narrow ? " at 360 px" : ""}: ${seen.overflow} px too wide`);
  check(seen.direction === (arabic ? "rtl" : "ltr") && seen.lang === (arabic ? "ar" : "en") && seen.right === arabic, `${name}: direction ${seen.direction}`);
  check(seen.bareTimes === 0, `${name}: ${seen.bareTimes} dates are not isolated`);
  check(seen.loose.length === 0, `${name}: not isolated: ${seen.loose.slice(0, 3).join(" | ")}`);
  check(seen.h1 === 1, `${name}: ${seen.h1} first headings`);
  check(seen.pictures <= seen.twins, `${name}: a picture without its table`);
  if (name === "story") check(seen.pictures === 1 && seen.times > 5, "the story has its drawing and its dates");
}

async function accessible(page, source, name) {
  if (!source) return;
  await page.run(source + ";0");
  const found = await page.run(`axe.run(document, { resultTypes: ["violations"] }).then((r) => r.violations.map((v) => v.id + ": " +
    v.nodes.slice(0, 2).map((n) => n.target.join(" ") + " " + (n.any[0] ? n.any[0].message : "")).join(" / ")))`);
  check(found.length === 0, `${name}: ${found.join("; ")}`);
}

// Chains: in Arabic the earlier report stands to the right.
async function chainRuns(page, address, arabic) {
  await page.go(base + address);
  const dates = await page.run(`[...document.querySelectorAll(".chain .date")].map((t) => Number(t.getAttribute("x")))`);
  const ordered = dates.every((x, i) => i === 0 || (arabic ? x < dates[i - 1] : x > dates[i - 1]));
  check(dates.length > 1 && ordered, `time runs ${arabic ? "from the right" : "from the left"}: ${dates}`);
}

// A report without a date stands in a band that says so, and none with a date does.
async function undatedApart(page, address) {
  await page.go(base + address);
  const seen = await page.run(`(() => { const band = document.querySelector(".chain .undated"); if (!band) return null;
    const from = Number(band.getAttribute("x")), to = from + Number(band.getAttribute("width"));
    return [...document.querySelectorAll(".chain .node")].map((n) => [n.textContent.includes("بلا تاريخ"), Number(n.getAttribute("cx")) > from && Number(n.getAttribute("cx")) < to]); })()`);
  check(seen && seen.some(([undated]) => undated) && seen.every(([undated, inside]) => undated === inside), `reports without a date stand apart: ${JSON.stringify(seen)}`);
}

async function keyboard(page, address) {
  await page.go(base + address);
  await page.key("/", "Slash");
  check((await page.run("document.activeElement.id")) === "q", "the slash goes to the search box");
  await page.run("document.activeElement.blur()");
  await page.key("j", "KeyJ");
  const first = await page.run("document.activeElement.href || ''");
  await page.key("j", "KeyJ");
  const second = await page.run("document.activeElement.href || ''");
  check(first.includes("/stories/") && second.includes("/stories/") && first !== second, "j goes from story to story");
  await page.go(base + address);
  await page.call("Input.dispatchKeyEvent", { type: "keyDown", key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 });
  const skip = await page.run(`(() => { const a = document.activeElement, r = a.getBoundingClientRect(); return a.className + " " + (r.top >= 0) + " " +
    getComputedStyle(a).outlineStyle; })()`);
  check(skip === "skip true solid", `the first tab shows the way to the content: ${skip}`);
}

async function evidence(page, address) {
  await page.go(base + address);
  const shown = await page.run(`(() => { const m = document.querySelector(".page .m"); m.focus(); const s = getComputedStyle(m, "::after");
    return s.content.length > 8 && s.position === "fixed"; })()`);
  check(shown, "a mark shows its evidence when it is reached");
}

async function withoutScript(page, list) {
  await page.script(false);
  for (const name of ["home", "story", "article"]) {
    await page.go(base + list[name]);
    check((await page.run("document.querySelector('main').innerText.length")) > 200, `${name} can be read without script`);
  }
  await page.script(true);
}

async function pictures(page, list) {
  const out = process.env.ISNAD_SHOTS;
  if (!out) return;
  for (const scheme of ["light", "dark"])
    for (const width of [360, 1280, 1920])
      for (const [name, address] of Object.entries(list)) {
        await page.size(width, 900);
        await page.media(scheme);
        await page.go(base + address);
        const height = await page.run("document.documentElement.scrollHeight");
        await page.picture(path.join(out, `${name}-${width}-${scheme}.png`), { x: 0, y: 0, width, height: Math.min(height, 4000) });
      }
}

async function main() {
  if (!find()) {
    console.log("no Chromium here: 0 passed, 0 failed");
    return 77;
  }
  const browser = await open(), page = await browser.page(), list = await addresses(), source = axe();
  await page.media("light");
  for (const [name, address] of Object.entries(list)) {
    await page.size(1280, 900);
    await lookAt(page, name, address, false);
    await accessible(page, source, name);
    await page.size(360, 740);
    await lookAt(page, name, address, true);
  }
  await page.media("dark");
  for (const name of ["home", "story", "article", "compare"]) {
    await page.size(1280, 900);
    await page.go(base + list[name]);
    await accessible(page, source, name + " in the dark");
  }
  await page.media("light");
  const allowed = page.problems.filter((p) => !p.includes("404"));
  check(allowed.length === 0, `the browser complains: ${allowed.slice(0, 3).join("; ")}`);
  await chainRuns(page, list.story, true);
  await chainRuns(page, list.english, false);
  await undatedApart(page, await withUndated());
  await keyboard(page, "/stories");
  await evidence(page, list.article);
  await withoutScript(page, list);
  await pictures(page, list);
  await browser.close();
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

main().then((code) => process.exit(code), (error) => { console.log(error); process.exit(1); });
