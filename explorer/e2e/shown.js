// What a page shows, as data, for tests: `shown.rows("Subnets")`. Found by what people and screen
// readers go by: labels, captions and heads of columns. An amount's exact value is its tooltip.

globalThis.shown = (() => {
  const text = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
  const inside = (element) => ({
    text: text(element),
    titles: [element, ...element.querySelectorAll("[title]")].map(({ title }) => title).filter(Boolean),
  });

  /** Whether all that the page reads is there. */
  function settled() {
    const waiting = 'main [aria-busy="true"], main .ghost, main .loading';
    return document.querySelector("main h1") !== null && document.querySelector(waiting) === null;
  }

  /** Values by their terms, of all lists of such on the page. */
  function terms() {
    const pairs = [...document.querySelectorAll("main dt")].map((term) => {
      return [text(term), inside(term.nextElementSibling)];
    });
    return Object.fromEntries(pairs);
  }

  function table(caption) {
    const all = [...document.querySelectorAll("main table")];
    return all.find((each) => text(each.caption) === caption) ?? null;
  }

  /** The rows of a table, cells by the head of their column. */
  function rows(caption) {
    const found = table(caption);
    if (found === null) return null;
    const heads = [...found.querySelectorAll("thead th")].map((head) =>
      text(head).replace(/[↑↓]$/, ""),
    );
    return [...found.querySelectorAll("tbody tr:not([aria-hidden])")].map((row) =>
      Object.fromEntries([...row.cells].map((cell, i) => [heads[i], inside(cell)])),
    );
  }

  /** The cards of the page by their heading. */
  function cards() {
    const found = [...document.querySelectorAll("main .card")].filter((card) => card.querySelector("h2"));
    return Object.fromEntries(
      found.map((card) => [text(card.querySelector("h2")), [...card.querySelectorAll("li")].map(inside)]),
    );
  }

  /** Pixels that the page is wider than the screen. */
  function overhang() {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  }

  return { settled, terms, rows, cards, overhang };
})();
