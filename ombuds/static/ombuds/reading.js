/* Reading for names by keyboard. Every act is a button of the page: the script presses it, sends its form without
   loading the page anew, and goes to the next place. Without the script the same buttons do the same. */
"use strict";
(() => {
  const main = document.getElementById("main");
  const root = () => document.getElementById("reading");
  let current = null; // id of the chosen place
  let busy = false;

  const places = () => [...root().querySelectorAll(".place[data-mark]")].filter((place) => place.offsetParent !== null);
  const open = () => places().filter((place) => "open" in place.dataset);

  function choose(place, focus = true) {
    root().querySelectorAll("[aria-current]").forEach((one) => one.removeAttribute("aria-current"));
    if (!place) return;
    current = place.id;
    place.setAttribute("aria-current", "true");
    const mark = document.getElementById(place.dataset.mark);
    if (mark) {
      mark.setAttribute("aria-current", "true");
      mark.scrollIntoView({ block: "nearest" });
    }
    if (focus) place.focus({ preventScroll: false });
  }

  function step(by) {
    const all = places();
    if (!all.length) return;
    const at = all.findIndex((place) => place.id === current);
    choose(all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]);
  }

  function say(words) {
    const status = document.getElementById("reading-status");
    if (status) status.textContent = words;
  }

  /* Put the answer's page in the place of this one. */
  function show(text, at) {
    const page = new DOMParser().parseFromString(text, "text/html");
    const fresh = page.getElementById("main");
    if (!fresh || !page.getElementById("reading")) return false;
    const keys = document.getElementById("keys");
    const helped = keys && keys.open;
    main.replaceChildren(...fresh.childNodes);
    if (helped && document.getElementById("keys")) document.getElementById("keys").open = true;
    land(at);
    return true;
  }

  /* After an act: to the mistake, the question, or the next open place. */
  function land(at) {
    const wrong = root().querySelector(".ds-error-summary, [role=alert]");
    const question = document.getElementById("ask");
    const finish = root().querySelector("[data-finish]");
    const waiting = open();
    const title = document.getElementById("queue-title");
    if (wrong) {
      wrong.tabIndex = -1;
      wrong.focus();
    } else if (question) {
      question.querySelector("[type=checkbox], button").focus();
    } else if (waiting.length) {
      choose(waiting[Math.min(at, waiting.length - 1)]);
    } else if (finish) {
      finish.focus();
    } else {
      document.getElementById("queue").focus();
    }
    if (title) say(title.textContent);
  }

  async function send(form, button) {
    if (busy) return;
    busy = true;
    const at = Math.max(0, open().findIndex((place) => place.id === current));
    const data = new URLSearchParams(new FormData(form));
    if (button && button.name) data.append(button.name, button.value);
    try {
      const answer = await fetch(form.action, { method: "POST", body: data, headers: { "X-Reading": "1" } });
      if (!show(await answer.text(), at)) form.submit();
    } catch (problem) {
      say(root().dataset.lost);
    } finally {
      busy = false;
    }
  }

  main.addEventListener("submit", (event) => {
    if (!event.target.action.endsWith("/act/")) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });
  main.addEventListener("focusin", (event) => {
    const place = event.target.closest(".place[data-mark]");
    if (place && place.id !== current) choose(place, false);
  });
  main.addEventListener("click", (event) => {
    const mark = event.target.closest(".reading-text a.mark");
    if (!mark) return;
    event.preventDefault();
    const place = document.getElementById("i" + mark.id);
    if (!place) return;
    const folded = place.closest("details");
    if (folded) folded.open = true;
    choose(place);
  });

  /* Offsets in code points of the piece, as the server counts them. */
  function selected() {
    const selection = window.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const node = range.startContainer;
    const piece = (node.nodeType === 1 ? node : node.parentElement).closest("[data-piece]");
    if (!piece || !piece.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.selectNodeContents(piece);
    before.setEnd(range.startContainer, range.startOffset);
    const start = Array.from(before.toString()).length;
    const words = range.toString();
    return { piece: piece.dataset.piece, words, start, end: start + Array.from(words).length };
  }

  function fill(place) {
    const form = document.querySelector("#add form");
    for (const name of ["piece", "words", "start", "end"]) form.elements["a-" + name].value = place[name];
    form.elements["a-everywhere"].checked = false;
    form.elements["a-kind"].focus();
  }

  /* Out of a field: from changing a place back to it, from elsewhere to the chosen one. */
  function leave(field) {
    const back = field.closest("#change") && document.querySelector("#change .actions a");
    if (back) back.click();
    else if (current && open().some((place) => place.id === current)) choose(document.getElementById(current));
    else land(0);
  }

  function press(selector) {
    const target = root().querySelector(selector);
    if (target) target.click();
    return Boolean(target);
  }

  function onPlace(key) {
    const place = current && document.getElementById(current);
    const target = place && place.querySelector(`[data-act="${key}"]`);
    if (target) target.click();
  }

  const keys = {
    j: () => step(1),
    k: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    u: () => press('[data-key="u"]'),
    y: () => press('[data-key="y"]'),
    n: () => press('[data-key="n"]'),
    w: () => document.querySelector("#add [name=a-words]").focus(),
    m: () => {
      const place = selected();
      if (place) fill(place);
    },
    "?": () => {
      const help = document.getElementById("keys");
      help.open = !help.open;
      help.querySelector("summary").focus();
    },
  };
  for (const key of ["a", "d", "e", "E", "c"]) keys[key] = () => onPlace(key);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !root()) return;
    const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
    if (typing && event.key === "Escape") leave(event.target);
    if (typing || !keys[event.key]) return;
    if (!root().contains(event.target)) return; // the keys belong to this part of the page only
    event.preventDefault();
    keys[event.key]();
  });

  /* Words that are typed anew are no longer the selected place. */
  main.addEventListener("input", (event) => {
    if (event.target.name !== "a-words") return;
    event.target.form.elements["a-start"].value = "";
    event.target.form.elements["a-end"].value = "";
  });

  // After the browser itself has gone to the part of the page that the address names.
  window.addEventListener("load", () => {
    const change = document.querySelector("#change [name=c-words]");
    if (change) change.focus();
    else if (!location.hash || ["#queue", "#ask"].includes(location.hash)) land(0);
  });
})();
