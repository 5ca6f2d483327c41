/* Tables of the report sort by a press on the head of a column. Without this script they stay in their order. */
"use strict";
(() => {
  const number = (text) => {
    const plain = text.replace(/[\s\u00a0\u202f%]/g, "").replace(/\.(?=\d{3}(\D|$))/g, "").replace(",", ".");
    return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
  };
  const language = document.querySelector(".report")?.closest("[lang]")?.lang || undefined;
  const letters = new Intl.Collator(language, { numeric: true });

  function sort(table, at, button) {
    const down = button.closest("th").getAttribute("aria-sort") === "descending";
    const up = button.closest("th").getAttribute("aria-sort") === "ascending";
    const first = at > 0; // numbers: the highest first; names: from A
    const descending = first ? !down : up;
    table.querySelectorAll("th[aria-sort]").forEach((th) => th.removeAttribute("aria-sort"));
    button.closest("th").setAttribute("aria-sort", descending ? "descending" : "ascending");
    const body = table.tBodies[0];
    const value = (row) => row.cells[at].textContent.trim();
    const rows = [...body.rows].map((row, place) => ({ row, place, text: value(row), number: number(value(row)) }));
    rows.sort((a, b) => {
      // Hidden and missing numbers stand last, whichever way the column is sorted.
      if (first && (a.number === null || b.number === null)) return (a.number === null) - (b.number === null) || a.place - b.place;
      const order = first ? a.number - b.number : letters.compare(a.text, b.text);
      return (descending ? -order : order) || a.place - b.place;
    });
    rows.forEach((one) => body.append(one.row));
  }

  document.querySelectorAll("table[data-sortable]").forEach((table) => {
    [...table.tHead.rows[0].cells].forEach((cell, at) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "report-sort";
      button.append(...cell.childNodes);
      cell.append(button);
      button.addEventListener("click", () => sort(table, at, button));
    });
  });
})();
