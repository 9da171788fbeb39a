"use strict";
// What every page shares: labels in two languages, dates in the reader's, nothing from the network.
const words = JSON.parse(document.body.dataset.words);

function speak(language, part = document) {
  const say = (key, fallback) => (words[key] ? words[key][language] : fallback);
  document.documentElement.lang = language;
  for (const e of part.querySelectorAll("[data-t]")) e.textContent = say(e.dataset.t, e.textContent);
  for (const e of part.querySelectorAll("[data-t-label]")) e.setAttribute("aria-label", say(e.dataset.tLabel, ""));
  for (const e of part.querySelectorAll("[data-t-title]")) e.title = say(e.dataset.tTitle, "");
  for (const e of part.querySelectorAll("[data-t-placeholder]")) e.placeholder = say(e.dataset.tPlaceholder, "");
  for (const e of part.querySelectorAll("time")) e.textContent = day(e.dateTime, language);
  for (const e of part.querySelectorAll("[data-language]")) e.setAttribute("aria-pressed", e.dataset.language === language);
}

function day(value, language) {
  const parts = /^(\d{4}|-)-?(\d\d)?-?(\d\d)?$/.exec(value);
  if (!parts || !parts[2]) return value;
  const [year, month, date] = [Number(parts[1]) || 2000, Number(parts[2]) - 1, Number(parts[3] || 1)];
  const shape = { month: "long", timeZone: "UTC" };
  if (parts[3]) shape.day = "numeric";
  if (parts[1] !== "-") shape.year = "numeric";
  const text = new Intl.DateTimeFormat(language === "ru" ? "ru" : "en-GB", shape).format(Date.UTC(year, month, date));
  return text.replace(/\s?г\.$/, "");
}

for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => speak(button.dataset.language));
}
speak(document.documentElement.lang);
