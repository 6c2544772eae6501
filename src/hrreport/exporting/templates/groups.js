/* Sorting, filtering, and opening what is behind a cell. The table can be read without it. */
(() => {
  "use strict";
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const grid = one("#_grid");
  const rows = all("[data-name]", grid);
  const choose = one("#_choose");
  const panel = one("#_panel");
  choose.hidden = false;

  /* -- sorting: the column's values, the country's name where they are alike --------------------------- */

  const names = new Intl.Collator("en");
  const value = (row, column) => (column ? Number(row.cells[column].dataset.v) : 0);
  const sort = (header) => {
    const column = Number(one("button", header).dataset.sort);
    const down = header.getAttribute("aria-sort") !== (column ? "descending" : "ascending");
    const first = column ? (down ? -1 : 1) : 1;
    const second = column || down ? 1 : -1;
    all("th", header.parentElement).forEach((other) => other.removeAttribute("aria-sort"));
    header.setAttribute("aria-sort", (column ? down : !down) ? "descending" : "ascending");
    rows.sort((a, b) => first * (value(a, column) - value(b, column)) || second * names.compare(a.dataset.name, b.dataset.name));
    rows[0]?.parentElement.append(...rows);
  };

  const order = (event) => {
    if (event.target.name !== "order") return;
    const most = event.target.value === "most";
    rows.sort((a, b) => (most ? b.dataset.v - a.dataset.v : 0) || names.compare(a.dataset.name, b.dataset.name));
    rows[0]?.parentElement.append(...rows);
  };
  choose.addEventListener("change", order);

  /* -- filtering ------------------------------------------------------------------------------------------ */

  const filter = () => {
    const asked = new FormData(choose);
    const country = (asked.get("country") || "").trim().toLowerCase();
    const region = asked.get("region");
    const level = asked.get("level");
    const column = Number(asked.get("column") || 0);
    let count = 0;
    for (const row of rows) {
      const cell = row.cells ? row.cells[column] : row;
      row.hidden = !(row.dataset.name.toLowerCase().includes(country) && (!region || row.dataset.region === region) && (!level || cell.dataset.level === level));
      count += !row.hidden;
    }
    one("#_count").textContent = count === rows.length ? "" : `${count} of ${rows.length} countries shown`;
  };
  choose.addEventListener("input", filter);
  choose.addEventListener("submit", (event) => event.preventDefault());

  /* -- opening: words of the reports are only ever set as text --------------------------------------------- */

  const made = (name, words = "", kind = "") => {
    const node = document.createElement(name);
    node.textContent = words;
    if (kind) node.className = kind;
    return node;
  };
  const passage = ([tag, place, label, sentences]) => {
    const line = made("p");
    line.append(made("span", [tag, place].filter(Boolean).join(" · "), "n"), " ");
    if (label) line.append(made("b", `${label}: `));
    sentences.forEach(([kind, words]) => line.append(made("span", words, kind), " "));
    return line;
  };
  const open = (target) => {
    const held = JSON.parse(one(`#_row${target.dataset.row}`).textContent);
    const [title, parts] = held.c[Number(target.dataset.cell)];
    one("h2", panel).textContent = title;
    const body = one("div", panel);
    body.replaceChildren();
    for (const [heading, said, address, items] of parts) {
      if (heading) body.append(made("h3", heading));
      if (said) body.append(made("p", said, "also"));
      items.forEach((item) => body.append(passage(held.p[item])));
      if (address) {
        const link = made("a", address);
        link.href = address;
        link.rel = "noopener noreferrer";
        body.append(link);
      }
    }
    panel.showModal();
    panel.scrollTop = 0;
  };

  grid.addEventListener("click", (event) => {
    const header = event.target.closest("th");
    const target = event.target.closest("[data-cell]");
    if (event.target.closest("[data-sort]")) sort(header);
    else if (target) open(target);
  });
  grid.addEventListener("keydown", (event) => {
    const target = event.target.closest("g[data-cell]");
    if (target && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      open(target);
    }
  });
  one("[data-do=close]", panel).addEventListener("click", () => panel.close());
})();
