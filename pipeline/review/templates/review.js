// The article and its facts light each other up; a click or Enter pins, Escape releases.
const stage = document.querySelector("main");
const pages = [...document.querySelectorAll("template")];
const narrow = matchMedia("(max-width: 60rem)");
let pinned = false;

const ids = (e) => (e.dataset.ids ? e.dataset.ids.split(" ") : [e.dataset.ref]);
const isFact = (id) => id[0] !== "e";
const gentle = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth");
const all = (selector) => [...stage.querySelectorAll(selector)];

function dark() {
  for (const e of all(".lit, .near")) e.classList.remove("lit", "near");
}

// What a stretch of text is about: its innermost entity and the facts whose own words it is, else
// the facts whose evidence it is in. A card is about its fact.
function about(source) {
  if (source.dataset.ref) return [source.dataset.ref];
  const facts = source.dataset.own ? source.dataset.own.split(" ") : [];
  const entity = ids(source).find((id) => !isFact(id));
  if (entity) facts.push(entity);
  return facts.length ? facts : ids(source);
}

// Everything marked for what the source is about; a fact's own words before its evidence.
function light(source) {
  dark();
  const strong = new Set(about(source));
  for (const e of all("[data-ids]")) {
    const shared = e.dataset.ids.split(" ").filter((id) => strong.has(id));
    if (!shared.length) continue;
    const own = e.dataset.own ? e.dataset.own.split(" ") : [];
    e.classList.add(shared.some((id) => !isFact(id) || own.includes(id)) ? "lit" : "near");
  }
  for (const e of all("[data-ref]")) if (strong.has(e.dataset.ref)) e.classList.add("lit");
}

// Brings the other side into sight.
function reveal(source, behavior) {
  const away = all(source.dataset.ids ? "[data-ref].card, details[open] [data-ref]" : "[data-ids]");
  for (const id of about(source)) {
    const there = away.filter((e) => ids(e).includes(id));
    if (!there.length) continue;
    const best = there.find((e) => e.dataset.own) || there[0];
    best.scrollIntoView({ block: "center", behavior });
    return;
  }
}

function release() {
  pinned = false;
  stage.classList.remove("pinned");
  dark();
}

function pin(source, behavior = gentle()) {
  light(source);
  reveal(source, behavior);
  pinned = true;
  stage.classList.add("pinned");
}

// Arrows walk a row of things of which only one is a stop for Tab.
function step(row, from, key) {
  const forward = key === "ArrowRight" || key === "ArrowDown";
  const next = row[row.indexOf(from) + (forward ? 1 : -1)];
  if (!next) return;
  if (from.dataset.ref === undefined) { from.tabIndex = -1; next.tabIndex = 0; }
  next.focus();
}

const marked = (event) => event.target.closest("[data-ids], [data-ref]");
stage.addEventListener("pointerover", (event) => {
  if (pinned) return;
  const source = marked(event);
  if (source) light(source); else dark();
});
stage.addEventListener("pointerleave", () => { if (!pinned) dark(); });
stage.addEventListener("focusin", (event) => {
  const source = marked(event);
  if (!source || pinned || !event.target.matches(":focus-visible")) return;
  light(source);
  if (!narrow.matches) reveal(source, gentle()); // In one column the other side is where the reader is not.
});
stage.addEventListener("click", (event) => {
  if (event.target.closest("a, summary")) return;
  const source = marked(event);
  if (source) pin(source); else release();
});
stage.addEventListener("keydown", (event) => {
  const source = marked(event);
  if (event.key === "Escape") release();
  else if (!source || event.target.closest("a, summary")) return;
  else if (event.key === "Enter" || event.key === " ") { pin(source); event.preventDefault(); }
  else if (event.key.startsWith("Arrow")) {
    if (pinned) release();
    const row = source.dataset.ids ? ".lines [tabindex]" : ".card, details[open] [tabindex]";
    step(all(row), event.target, event.key);
    event.preventDefault();
  }
});

// The legend switches what is marked.
for (const key of document.querySelectorAll("[data-layer]")) {
  key.addEventListener("click", () => {
    key.setAttribute("aria-pressed", key.getAttribute("aria-pressed") !== "true");
    const off = [...document.querySelectorAll("[data-layer][aria-pressed=false]")].map((e) => e.dataset.layer);
    document.body.dataset.off = off.join(" ");
  });
}

// One record at a time: of many, the others stay unrendered in their templates.
function open(page, fact) {
  if (page && stage.dataset.shown !== page.id) {
    stage.dataset.shown = page.id;
    stage.replaceChildren(page.content.cloneNode(true));
    speak(document.documentElement.lang, stage);
    for (const pane of [stage, ...stage.children]) pane.scrollTop = 0;
    for (const link of document.querySelectorAll("[data-open]")) {
      const here = "r" + link.dataset.open === page.id;
      link.tabIndex = here ? 0 : -1;
      if (here) { link.setAttribute("aria-current", "true"); link.scrollIntoView({ block: "nearest" }); } else link.removeAttribute("aria-current");
    }
  }
  release();
  const first = stage.querySelector(".lines [tabindex]");
  if (first) first.tabIndex = 0;
  const card = fact && all(".card, .warning").find((e) => e.dataset.ref === fact);
  if (card) { pin(card, "instant"); card.scrollIntoView({ block: "center" }); card.focus({ preventScroll: true }); }
}

// `#KEY/o3` is the record of the article KEY at its fact o3.
function follow() {
  let hash = location.hash.slice(1);
  try { hash = decodeURIComponent(hash); } catch { /* a hash that is no encoded text names no record */ }
  const cut = hash.lastIndexOf("/");
  const names = cut > 0 ? [[hash, ""], [hash.slice(0, cut), hash.slice(cut + 1)]] : [[hash, ""]];
  for (const [name, fact] of names) {
    const page = pages.find((e) => e.id === name || e.dataset.key === name || e.dataset.name === name);
    if (page) return open(page, fact);
  }
  open(pages[0], pages.length ? "" : names[0][0].slice(cut + 1));
}

addEventListener("hashchange", follow);
follow();

// The list: filters, and arrows between the records that are left.
const filters = document.getElementById("filters");
if (filters) {
  const items = [...document.querySelectorAll("#list > li")];
  const words = new Map();
  const body = (item) => {
    if (!words.has(item)) {
      const page = document.getElementById("r" + item.firstElementChild.dataset.open);
      words.set(item, (item.textContent + "\n" + page.content.querySelector(".lines").textContent).toLowerCase());
    }
    return words.get(item);
  };
  const sift = () => {
    const asked = [...new FormData(filters)].map(([name, value]) => [name, value.trim().toLowerCase()]).filter(([, value]) => value);
    const fits = (item) => asked.every(([name, value]) => {
      if (name === "search") return body(item).includes(value);
      const values = item.dataset[name].toLowerCase().split("\n");
      return name === "person" || name === "region" ? values.some((v) => v.includes(value)) : values.includes(value);
    });
    for (const item of items) item.hidden = !fits(item);
    const left = items.filter((item) => !item.hidden).map((item) => item.firstElementChild);
    document.getElementById("shown").textContent = left.length;
    document.querySelector(".list .empty").hidden = left.length > 0;
    if (left.length && !left.some((link) => link.tabIndex === 0)) left[0].tabIndex = 0;
  };
  filters.addEventListener("input", sift);
  filters.addEventListener("reset", () => setTimeout(sift));
  filters.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("list").addEventListener("click", (event) => {
    const link = event.target.closest("[data-open]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    history.replaceState(null, "", link.hash); // Following the link would take the focus out of the list.
    follow();
    event.preventDefault();
  });
  document.getElementById("list").addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    step([...document.querySelectorAll("#list > li:not([hidden]) > a")], event.target, event.key);
    event.preventDefault();
  });
  if (narrow.matches) document.querySelector(".filters").open = false;
}
