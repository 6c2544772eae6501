/* Search, filter, copying of citations and the switch of colors. The page can be read without it. */
(() => {
  "use strict";
  const root = document.documentElement;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const counted = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;
  const passages = all(".p");
  const find = one("#_find");
  const said = one("#_said");
  const filter = one("#_filter");
  const shown = one("#_shown");
  const toast = one(".toast");
  const links = new Map(all("#_contents a").map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  const narrow = matchMedia("(max-width: 60rem)");

  root.classList.add("js");
  all(".tools [hidden]").forEach((part) => { part.hidden = part.dataset.do === "filter" && !filter; });
  const parts = all("main details");
  const reveal = () => {
    const part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const inner = part && one(":scope > details", part);
    if (inner) inner.open = true;
  };
  addEventListener("hashchange", reveal);
  reveal();
  addEventListener("beforeprint", () => all("details").forEach((part) => { part.open = true; }));
  if (narrow.matches) one("#_contents details")?.removeAttribute("open");

  /* -- search: every word typed, or a phrase in quotation marks, anywhere in a paragraph ---------- */

  const plain = new Map([["\u2019", "'"], ["\u2018", "'"], ["\u201c", '"'], ["\u201d", '"'], ["\u2013", "-"], ["\u2014", "-"], ["\u00a0", " "]]);
  const letter = (c) => {
    if (!plain.has(c)) plain.set(c, c.normalize("NFD")[0]);
    return plain.get(c);
  };
  /* one unit of text for one, so that places found in it are places in the page */
  const folded = (text) => text.replace(/[^\x00-\x7f]/g, letter).toLowerCase();
  let texts = null;
  let hits = [];
  let terms = [];
  let searched = "";
  let now = -1;

  const wanted = (typed) => {
    const terms = [];
    for (const [, phrase, word] of folded(typed).matchAll(/"([^"]+)"?|([^\s"]+)/g)) terms.push((phrase || word).trim());
    return terms.filter((term) => term.length > 1 || /\d/.test(term));
  };

  const ranges = (passage) => {
    const found = [];
    const walker = document.createTreeWalker(one(".t", passage), NodeFilter.SHOW_TEXT);
    const nodes = [];
    let length = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push([length, node]);
      length += node.length;
    }
    const at = (place) => {
      let k = nodes.length - 1;
      while (nodes[k][0] > place) k -= 1;
      return [nodes[k][1], place - nodes[k][0]];
    };
    const text = texts.get(passage);
    for (const term of terms) {
      for (let i = text.indexOf(term); i >= 0; i = text.indexOf(term, i + term.length)) {
        const range = new Range();
        range.setStart(...at(i));
        const [last, end] = at(i + term.length - 1);
        range.setEnd(last, end + 1);
        found.push(range);
      }
    }
    return found;
  };

  const tally = () => {
    const counts = new Map();
    for (const hit of hits) {
      for (let part = hit.closest("section[id]"); part; part = part.parentElement.closest("section[id]")) {
        counts.set(part.id, (counts.get(part.id) || 0) + 1);
      }
    }
    for (const [id, link] of links) {
      if (counts.has(id)) link.dataset.hits = counts.get(id);
      else delete link.dataset.hits;
    }
  };

  const search = () => {
    texts ??= new Map(passages.map((passage) => [passage, folded(one(".t", passage).textContent)]));
    searched = find.value;
    terms = wanted(searched);
    const visible = passages.filter((passage) => !passage.hidden);
    hits = terms.length ? visible.filter((p) => terms.every((term) => texts.get(p).includes(term))) : [];
    one(".p.now")?.classList.remove("now");
    now = -1;
    if (window.Highlight && CSS.highlights) {
      CSS.highlights.set("hit", new Highlight(...hits.flatMap(ranges)));
    }
    const set = new Set(hits);
    for (const passage of passages) passage.classList.toggle("hit", set.has(passage));
    root.classList.toggle("searching", terms.length > 0);
    tally();
    all("[data-do=next], [data-do=previous]").forEach((button) => { button.disabled = !hits.length; });
    said.textContent = terms.length ? (hits.length ? counted(hits.length, "paragraph") : "not found") : "";
  };

  const step = (by) => {
    if (!hits.length) return;
    one(".p.now")?.classList.remove("now");
    now = now < 0 && by < 0 ? hits.length - 1 : (now + by + hits.length) % hits.length;
    const hit = hits[now];
    hit.classList.add("now");
    const place = ranges(hit)[0].getBoundingClientRect();
    scrollBy(0, place.top - innerHeight * 0.4);
    said.textContent = `${now + 1} of ${hits.length}`;
    said.setAttribute("aria-label", `${now + 1} of ${hits.length}: ${hit.dataset.place}`);
  };

  let waiting = 0;
  find?.addEventListener("input", () => {
    clearTimeout(waiting);
    said.removeAttribute("aria-label");
    waiting = setTimeout(search, 120);
  });
  find?.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      clearTimeout(waiting);
      if (find.value !== searched) search();
      step(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      find.value = "";
      search();
    }
  });

  /* -- filter: paragraphs that hold no sentence asked for are left out, the other sentences dimmed - */

  const apply = () => {
    const asked = new FormData(filter);
    const kinds = asked.getAll("kind");
    const key = asked.has("key");
    const topic = asked.get("topic") || "";
    const sentences = (kinds.length ? kinds : ["abuse", "response", "denial", "law", "context"])
      .map((kind) => `.t .${kind}${key ? ".key" : ""}`).join();
    const active = kinds.length > 0 || key || topic !== "";
    root.classList.toggle("plain", !asked.has("marks"));
    root.classList.toggle("chosen", kinds.length > 0 || key);
    all(".t .asked").forEach((sentence) => sentence.classList.remove("asked"));
    let count = 0;
    for (const passage of passages) {
      const found = kinds.length || key ? all(sentences, passage) : null;
      const treats = !topic || ` ${passage.dataset.topics || ""} `.includes(` ${topic} `);
      passage.hidden = !(treats && (!found || found.length));
      if (passage.hidden) continue;
      count += 1;
      found?.forEach((sentence) => sentence.classList.add("asked"));
    }
    for (const section of all("main section[id]")) {
      section.hidden = active && !one(".p:not([hidden])", section);
      links.get(section.id)?.classList.toggle("out", section.hidden);
    }
    const named = all("[name=kind]:checked + .sample", filter).map((sample) => sample.textContent).join(", ");
    const words = [named, key ? "key findings" : "", topic ? filter.elements.topic.selectedOptions[0].text.replace(/ \(\d+\)$/, "") : ""];
    shown.hidden = !active;
    shown.textContent = active ? `Selection: ${words.filter(Boolean).join("; ")}. ${count} of ${counted(passages.length, "paragraph")} shown.` : "";
    if (find?.value) search();
  };
  filter?.addEventListener("change", apply);
  filter?.addEventListener("reset", () => setTimeout(apply));
  filter?.addEventListener("submit", (event) => event.preventDefault());
  filter?.addEventListener("keydown", (event) => {
    if (event.key === "Escape") toggle(one("[data-do=filter]"), true).focus();
  });

  const toggle = (button, close = !filter.hidden) => {
    filter.hidden = close;
    button.setAttribute("aria-expanded", String(!close));
    if (!close) one("input", filter).focus();
    return button;
  };

  /* -- citations ----------------------------------------------------------------------------------- */

  let leaving = 0;
  const tell = (words) => {
    toast.textContent = words;
    toast.hidden = false;
    clearTimeout(leaving);
    leaving = setTimeout(() => { toast.hidden = true; }, 6000);
  };

  const copy = async (words) => {
    try {
      await navigator.clipboard.writeText(words);
    } catch {
      const area = Object.assign(document.createElement("textarea"), { value: words });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    tell(`Copied: ${words}`);
  };

  /* words of this paragraph that are selected are copied with it, as a quotation */
  const selected = (holder) => {
    const selection = getSelection();
    const text = one(".t", holder);
    if (!text || selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return "";
    return selection.toString().replace(/\s+/g, " ").trim();
  };

  for (const holder of all("[data-cite]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cite";
    button.textContent = "Cite";
    button.setAttribute("aria-label", `Cite ${holder.dataset.place}: copy the citation`);
    one(".n", holder).after(button);
  }

  /* -- colors ------------------------------------------------------------------------------------- */

  const THEMES = ["", "dark", "light"];
  const NAMES = { "": "as the system has them", dark: "dark", light: "light" };
  const stored = (...value) => {
    try {
      return value.length ? localStorage.setItem("hrreport-theme", value[0]) : localStorage.getItem("hrreport-theme");
    } catch {
      return null;
    }
  };
  const paint = (theme) => {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    one("[data-do=theme]").setAttribute("aria-label", `Colors: ${NAMES[theme]}`);
    one("[data-do=theme]").title = `Colors: ${NAMES[theme]}`;
  };
  let theme = THEMES.includes(stored()) ? stored() : "";
  paint(theme);

  /* -- what is clicked ------------------------------------------------------------------------------- */

  const deeds = {
    next: () => step(1),
    previous: () => step(-1),
    filter: (button) => toggle(button),
    unfold: (button) => {
      const open = !parts.every((part) => part.open);
      parts.forEach((part) => { part.open = open; });
      button.textContent = open ? "Close all" : "Open all";
    },
    theme: () => {
      theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
      stored(theme);
      paint(theme);
      tell(`Colors: ${NAMES[theme]}`);
    },
  };
  let chosen = "";
  document.addEventListener("pointerdown", (event) => {
    const button = event.target.closest(".cite");
    chosen = button ? selected(button.parentElement) : "";
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.classList.contains("cite")) {
      const words = chosen || selected(button.parentElement);
      chosen = "";
      copy((words ? `\u201c${words}\u201d ` : "") + button.parentElement.dataset.cite);
    } else if (button?.dataset.do) {
      deeds[button.dataset.do](button);
    } else if (narrow.matches && event.target.closest(".bar-contents")) {
      one("#_contents details")?.setAttribute("open", "");
    }
  });

  /* -- where the reader is ---------------------------------------------------------------------------- */

  if (links.size && window.IntersectionObserver) {
    let here = null;
    const list = one("#_contents");
    const reveal = (link) => {
      const place = link.getBoundingClientRect();
      const frame = list.getBoundingClientRect();
      if (place.top < frame.top) list.scrollTop += place.top - frame.top - 40;
      else if (place.bottom > frame.bottom) list.scrollTop += place.bottom - frame.bottom + 40;
    };
    const watch = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        const link = links.get(entry.target.parentElement.id);
        if (!entry.isIntersecting || !link || link === here) continue;
        here?.removeAttribute("aria-current");
        here = link;
        here.setAttribute("aria-current", "true");
        if (!narrow.matches) reveal(here);
      }
    }, { rootMargin: "-64px 0px -70% 0px" });
    all("main .h").forEach((heading) => watch.observe(heading));
  }
})();
