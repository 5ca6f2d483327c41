/* Comfort for writing: what is typed is set aside every few seconds, words are counted, figures are found. Without
   this script everything works by the buttons of the page. */
"use strict";
(() => {
  const form = document.getElementById("writing");
  if (!form) return;
  const said = document.getElementById("writing-said");
  const QUIET = 3000; // milliseconds after the last key
  let timer = 0;
  let sent = null; // what was set aside last, so that nothing is sent twice
  let leaving = false;

  const typed = () => new URLSearchParams(new FormData(form)).toString();
  const atFirst = typed();

  async function setAside() {
    const now = typed();
    if (leaving || now === sent || (sent === null && now === atFirst)) return;
    try {
      const answer = await fetch(form.dataset.sketch, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
      const words = await answer.json();
      if (answer.ok) sent = now;
      said.textContent = words.said;
    } catch {
      said.textContent = ""; // no line: the text is still on the page
    }
  }

  function count(area) {
    const place = area.parentElement.querySelector(".words") || area.insertAdjacentElement("afterend", document.createElement("p"));
    place.className = "words";
    place.textContent = `${area.value.split(/\s+/).filter(Boolean).length} ${form.dataset.words}`;
  }

  form.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(setAside, QUIET);
  });
  form.addEventListener("submit", () => { leaving = true; });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") setAside(); });
  window.addEventListener("beforeunload", (event) => { if (!leaving && typed() !== (sent === null ? atFirst : sent)) event.preventDefault(); });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") { event.preventDefault(); form.querySelector("button[name=on]").click(); }
  });
  form.querySelectorAll("textarea[name$='-body'], textarea[name='text']").forEach((area) => { count(area); area.addEventListener("input", () => count(area)); });

  const finder = document.getElementById("find-figure");
  if (finder) {
    finder.hidden = false;
    finder.addEventListener("input", () => {
      const wanted = finder.value.toLowerCase().split(/\s+/);
      document.querySelectorAll("#figures tbody tr").forEach((row) => {
        row.hidden = !wanted.every((word) => row.textContent.toLowerCase().includes(word));
      });
    });
  }
})();
