// Sends files over 50 MB in pieces of 1 MiB, and goes on after a broken connection. Without it the form sends them whole.
"use strict";
(() => {
  const PIECE = 1024 * 1024, LARGE = 50 * PIECE, PAUSE = 3000;
  const form = document.querySelector("form[data-pieces]");
  if (!form) return;
  const progress = form.querySelector("[data-progress]");
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const wait = () => new Promise((go) => setTimeout(go, PAUSE));

  async function send(address, body) {
    for (;;) {
      try {
        const answer = await fetch(address, { method: "POST", body, headers: { "X-CSRFToken": token }, credentials: "same-origin" });
        if (answer.status < 500) return { ok: answer.ok, ...(await answer.json()) };
      } catch {
        progress.textContent = form.dataset.broken;
      }
      await wait();
    }
  }

  async function whole(file) {
    const start = new FormData();
    start.append("name", file.name);
    start.append("size", file.size);
    let told = await send(form.dataset.pieces, start);
    if (!told.ok) return told.sentence;
    let number = told.next;
    while (number * PIECE < file.size) {
      progress.textContent = `${form.dataset.part} ${file.name}: ${Math.floor((number * PIECE * 100) / file.size)} %`;
      told = await send(`${form.dataset.pieces}${number}/`, file.slice(number * PIECE, (number + 1) * PIECE));
      if (!told.ok) return told.sentence;
      number = told.next;
    }
    told = await send(`${form.dataset.pieces}end/`, new FormData());
    return told.ok ? told.sentences.join(" ") : told.sentence;
  }

  form.addEventListener("submit", async (event) => {
    const field = form.querySelector("[type=file]");
    const large = [...field.files].filter((file) => file.size > LARGE);
    if (!large.length) return;
    event.preventDefault();
    const said = [];
    for (const file of large) said.push(await whole(file));
    const rest = new DataTransfer();
    for (const file of field.files) if (file.size <= LARGE) rest.items.add(file);
    field.files = rest.files;
    progress.textContent = said.join(" ");
    if (said.some(Boolean)) return;
    if (rest.files.length || form.querySelector("textarea").value.trim()) form.submit();
    else location.reload();
  });
})();
