// What a page can do besides: tell that the store has changed, move by keys, zoom the chain. Everything works without it.
"use strict";

// --- news: the page says that there is some, and changes nothing under the reader's eyes
(function live() {
  const words = document.body.dataset.live;
  if (!words || !window.EventSource) return;
  const source = new EventSource("/events");
  source.addEventListener("change", () => {
    if (document.querySelector(".news")) return;
    const note = document.createElement("p"), link = document.createElement("a");
    note.className = "news";
    note.setAttribute("role", "status");
    link.href = location.href;
    link.textContent = words;
    note.append(link);
    document.body.prepend(note);
  });
  addEventListener("pagehide", () => source.close());
})();

// --- keys: "/" to the search box; "j" and "k" to the next and the last item; not while somebody is typing
(function keys() {
  const items = () => [...document.querySelectorAll(".item a, .group > .report a:last-of-type, .hits h2 a, .events li .source a")];
  function step(by) {
    const all = items(), at = all.indexOf(document.activeElement);
    if (all.length > 0) all[Math.min(Math.max(at + by, 0), all.length - 1)].focus();
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") document.getElementById("q")?.focus();
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else return;
    event.preventDefault();
  });
})();

// --- the chain: buttons, keys and the wheel with Ctrl make it larger; it scrolls inside its frame
(function chain() {
  for (const figure of document.querySelectorAll("figure.chain")) {
    const svg = figure.querySelector("svg"), frame = figure.querySelector(".wide");
    if (!svg || !frame) continue;
    const base = Number(svg.getAttribute("width")), high = Number(svg.getAttribute("height"));
    let scale = 1;
    function zoom(by) {
      scale = by === 0 ? 1 : Math.min(Math.max(scale * by, 1), 6);
      const width = Math.max(frame.clientWidth, 736) * scale;
      svg.setAttribute("width", scale === 1 ? base : width);
      svg.setAttribute("height", scale === 1 ? high : (width * high) / base);
      svg.classList.toggle("zoomed", scale > 1);
    }
    const row = document.createElement("p");
    row.className = "zoom";
    for (const [by, name] of [[1.5, figure.dataset.larger], [1 / 1.5, figure.dataset.smaller], [0, figure.dataset.whole]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", () => zoom(by));
      row.append(button);
    }
    frame.before(row);
    frame.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2);
    }, { passive: false });
  }
})();
