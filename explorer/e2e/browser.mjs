// A headless browser that another program leads: `e2e/explorer/browser.py` writes commands as
// lines of JSON, and each is answered by a line, with `value` or with `error`.
//
//     open VIEW URL     a new page in a new context; VIEW is "light", "dark" or "phone"
//     until EXPRESSION  waits until it is true
//     complaints        what the browser said about the page since the last time
//     anything else     that method of the page of playwright, such as click or evaluate
//
// What pages show is read with the functions of `shown.js`, which every page gets.

import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const DESK = { width: 1360, height: 900 };
const VIEWS = {
  light: { colorScheme: "light", viewport: DESK },
  dark: { colorScheme: "dark", viewport: DESK },
  phone: { colorScheme: "light", viewport: { width: 390, height: 844 }, hasTouch: true },
};
/** In ms. Machines that test may be busy. */
const PATIENCE = 60_000;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
let context = null;
let page = null;
let complaints = [];

async function open(view, url) {
  await context?.close();
  complaints = [];
  context = await browser.newContext({ ...VIEWS[view], locale: "en-GB", timezoneId: "UTC" });
  context.setDefaultTimeout(PATIENCE);
  await context.addInitScript({ path: new URL("shown.js", import.meta.url).pathname });
  page = await context.newPage();
  page.on("pageerror", (error) => complaints.push(String(error.stack ?? error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(url);
}

/** `waitForFunction` would evaluate in the page, whose policy forbids that. */
async function until(expression) {
  const end = Date.now() + PATIENCE;
  while (!(await page.evaluate(expression))) {
    if (Date.now() > end) throw new Error(`not true within ${PATIENCE} ms: ${expression}`);
    await page.waitForTimeout(50);
  }
}

const commands = { open, until, complaints: () => complaints.splice(0) };

async function execute({ name, args }) {
  if (name in commands) return commands[name](...args);
  const value = await page[name](...args);
  // Handles and pictures stay here.
  return typeof value === "object" && name !== "evaluate" ? null : value;
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    const late = new Promise((_, fail) => {
      setTimeout(() => fail(new Error(`no answer within ${2 * PATIENCE} ms`)), 2 * PATIENCE).unref();
    });
    answer = { value: (await Promise.race([execute(JSON.parse(line)), late])) ?? null };
  } catch (error) {
    answer = { error: String(error.message) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
await browser.close();
