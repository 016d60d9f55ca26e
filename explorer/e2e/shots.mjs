// Pictures of pages, for a person to look at, and what the browser complained about.
//
//     npm run shots -- RPC [PATH ...]      into shots/, of a page served by `npm run preview`
//
// EXPLORER is where the pages are, if not on http://127.0.0.1:4173.

import { mkdir } from "node:fs/promises";
import { chromium } from "playwright-core";

const [rpc = "ws://127.0.0.1:9944", ...given] = process.argv.slice(2);
const paths = given.length > 0 ? given : ["/", "/subnets", "/block/1"];
const base = process.env.EXPLORER ?? "http://127.0.0.1:4173";
const views = [
  { name: "light", colorScheme: "light", viewport: { width: 1360, height: 900 } },
  { name: "dark", colorScheme: "dark", viewport: { width: 1360, height: 900 } },
  { name: "phone", colorScheme: "light", viewport: { width: 390, height: 844 } },
];

await mkdir("shots", { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
let complaints = 0;
for (const { name, ...options } of views) {
  const context = await browser.newContext({ ...options, deviceScaleFactor: 1 });
  for (const path of paths) {
    const page = await context.newPage();
    const complain = (text) => {
      complaints++;
      console.error(`${name} ${path}: ${text}`);
    };
    page.on("pageerror", (error) => complain(error.message));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complain(message.text());
    });
    await page.goto(`${base}/?rpc=${encodeURIComponent(rpc)}#${path}`);
    await page.waitForFunction(() => document.querySelector("main [aria-busy=true]") === null);
    await page.waitForTimeout(Number(process.env.SETTLE_MS ?? 4000));
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (wider > 0) complain(`${wider} pixels wider than the screen`);
    const paint = await page.evaluate(
      () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    );
    const file = `shots/${path.replace(/\W+/g, "-").replace(/^-|-$/g, "") || "overview"}-${name}.png`;
    await page.screenshot({ path: file, fullPage: true });
    console.log(`${file}  first paint ${Math.round(paint ?? NaN)} ms`);
    await page.close();
  }
  await context.close();
}
await browser.close();
process.exit(complaints === 0 ? 0 : 1);
