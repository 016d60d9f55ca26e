// How a page of a large chain behaves: first paint, when all that it reads is there, tasks that held the
// page up, and what sorting, filtering and scrolling of its table take. All in ms.
//
//     node e2e/smooth.mjs RPC [PATH]

import { chromium } from "playwright-core";

const [rpc = "ws://127.0.0.1:9944", path = "/subnets"] = process.argv.slice(2);
const base = process.env.EXPLORER ?? "http://127.0.0.1:4173";
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
await page.addInitScript(() => {
  globalThis.longTasks = [];
  new PerformanceObserver((list) => {
    globalThis.longTasks.push(...list.getEntries().map(({ duration }) => Math.round(duration)));
  }).observe({ type: "longtask", buffered: true });
});
await page.addInitScript({ path: new URL("shown.js", import.meta.url).pathname });
await page.goto(`${base}/?rpc=${encodeURIComponent(rpc)}#${path}`);
while (!(await page.evaluate("shown.settled()"))) await page.waitForTimeout(20);
const ready = await page.evaluate(() => Math.round(performance.now()));
const paint = await page.evaluate(() =>
  Math.round(performance.getEntriesByName("first-contentful-paint")[0].startTime),
);
const loading = await page.evaluate(() => globalThis.longTasks.splice(0));
await page.waitForTimeout(10_000);
const resting = await page.evaluate(() => globalThis.longTasks.splice(0));
/** From the action to the frame after it, in ms. */
const timed = (action) =>
  page.evaluate(async (wanted) => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const input = document.querySelector("main input[type=search]");
    const actions = {
      sort: () => document.querySelectorAll("thead th button")[2].click(),
      filter: () => {
        input.value = "1";
        input.dispatchEvent(new Event("input", { bubbles: true }));
      },
      scroll: () => scrollTo(0, 2000),
    };
    await frame();
    const begun = performance.now();
    actions[wanted]();
    await frame();
    return Math.round(performance.now() - begun);
  }, action);
const rows = await page.locator("thead + tbody tr").count();
const table = {};
if (rows > 0) for (const action of ["sort", "filter", "scroll"]) table[action] = await timed(action);
console.log({ paint, ready, loading, resting, rows, ...table });
await browser.close();
