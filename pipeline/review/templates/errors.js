// Filters over the findings; a link `#kind=meeting&lead=split` sets them; arrows walk the findings.
const filters = document.getElementById("filters");
const items = [...document.querySelectorAll(".finding")];
const left = () => items.filter((item) => !item.hidden);
const fields = ["kind", "verdict", "sort", "lead", "frame", "reason", "doc"];

function sift() {
  const asked = Object.fromEntries([...new FormData(filters)].map(([name, value]) => [name, value.trim()]));
  const words = asked.search.toLowerCase();
  for (const item of items) {
    const { dataset } = item;
    const fits = fields.every((name) => !asked[name] || dataset[name] === asked[name])
      && (!asked.cause || dataset.cause.split(" ").includes(asked.cause))
      && (!words || (item.textContent + dataset.doc).toLowerCase().includes(words));
    item.hidden = !fits;
    item.tabIndex = -1;
  }
  const shown = left();
  if (shown.length) shown[0].tabIndex = 0;
  document.getElementById("shown").textContent = shown.length;
  document.getElementById("none").hidden = shown.length > 0 || !items.length;
  document.querySelector("main").scrollTop = 0;
}

filters.addEventListener("input", sift);
filters.addEventListener("reset", () => setTimeout(sift));
filters.addEventListener("submit", (event) => event.preventDefault());

function follow() {
  if (!location.hash.includes("=")) return;
  filters.reset();
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    const field = filters.elements.namedItem(name);
    if (field) field.value = value;
  }
  sift();
}

addEventListener("hashchange", follow);
follow();
document.querySelector(".findings").addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const row = left();
  const next = row[row.indexOf(event.target.closest(".finding")) + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  for (const item of items) item.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
  event.preventDefault();
});
if (matchMedia("(max-width: 60rem)").matches) for (const part of document.querySelectorAll(".summary details")) part.open = false;
