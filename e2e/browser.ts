// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import chromium, { inflate } from "@sparticuz/chromium";
import { chromium as playwright, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "playwright-core";

const unwanted = new Set(["--single-process", "--no-zygote", "--disable-web-security", "--allow-running-insecure-content"]);

/** Chromium: the machine's own where there is one, else the one that came with npm and its libraries. */
export async function openBrowser(): Promise<Browser> {
  const own = ["/usr/bin/chromium", "/usr/bin/google-chrome"].find((file) => existsSync(file));
  const executablePath = own ?? (await chromium.executablePath());
  // Libraries that a bare machine lacks come with it, packed.
  const packed = fileURLToPath(new URL("../bin/al2023.tar.br", import.meta.resolve("@sparticuz/chromium")));
  const libraries = own ? undefined : join(await inflate(packed), "lib");
  const args = [
    ...chromium.args.filter((arg) => !unwanted.has(arg)),
    "--no-sandbox",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
  ];
  return playwright.launch({
    executablePath,
    args,
    headless: true,
    env: { ...process.env, LD_LIBRARY_PATH: [process.env["LD_LIBRARY_PATH"], libraries].filter(Boolean).join(":") },
  });
}

export type Way = "with JavaScript" | "without JavaScript" | "by keyboard alone";
export const ways: readonly Way[] = ["with JavaScript", "without JavaScript", "by keyboard alone"];

/** A person at a browser, who never leaves our site: any request to another host fails the test. */
export async function person(
  browser: Browser,
  address: string,
  way: Way,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; context: BrowserContext; strangers: string[] }> {
  const context = await browser.newContext({
    baseURL: address,
    locale: "da-DK",
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: way !== "without JavaScript",
    ...options,
  });
  const strangers: string[] = [];
  context.on("request", (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith("data:")) strangers.push(request.url());
  });
  context.setDefaultTimeout(15_000);
  return { page: await context.newPage(), context, strangers };
}

/** Presses a link or button the way this person does it: with the pointer, or by Tab until it has focus and then Enter. */
export async function press(page: Page, way: Way, name: string | RegExp, role: "link" | "button" = "button"): Promise<void> {
  const target = page.getByRole(role, { name }).first();
  if (way === "by keyboard alone") await tabTo(page, target);
  // Every press in a journey leads to a page.
  const arrived = page.waitForEvent("framenavigated");
  await (way === "by keyboard alone" ? page.keyboard.press("Enter") : target.click());
  await arrived;
  await page.waitForLoadState("load");
}

/** Writes in a field; by keyboard it is first reached with Tab. */
export async function write(page: Page, way: Way, label: string | RegExp, text: string): Promise<void> {
  const field = page.getByLabel(label).first();
  if (way !== "by keyboard alone") return field.fill(text);
  await tabTo(page, field);
  // In place of what stands there, as with the pointer.
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

/** Chooses in a list by its visible words; by keyboard by typing them, or with the arrows where the typed letters lead to another. */
export async function choose(page: Page, way: Way, label: string | RegExp, option: string): Promise<void> {
  const field = page.getByLabel(label).first();
  if (way !== "by keyboard alone") return void (await field.selectOption({ label: option }));
  await tabTo(page, field);
  await page.keyboard.type(option, { delay: 5 });
  const isThere = async (): Promise<boolean> => (await field.locator("option:checked").innerText()).trim() === option;
  if (await isThere()) return;
  await page.keyboard.press("Home");
  for (let step = 0; step < 50 && !(await isThere()); step += 1) await page.keyboard.press("ArrowDown");
}

/** Ticks a radio or a box. */
export async function tick(page: Page, way: Way, label: string | RegExp): Promise<void> {
  const field = page.getByLabel(label).first();
  if (way !== "by keyboard alone") return field.check();
  const type = await field.getAttribute("type");
  if (type === "checkbox") {
    await tabTo(page, field);
    return page.keyboard.press("Space");
  }
  const name = await field.getAttribute("name");
  const all = `input[type=radio][name="${name}"]`;
  // Tab leads to the one that is chosen, or to the first.
  const chosen = page.locator(`${all}:checked`);
  const first = (await chosen.count()) > 0 ? chosen.first() : page.locator(all).first();
  await tabTo(page, first);
  await page.keyboard.press("Space");
  for (let step = 0; step < 20 && !(await field.isChecked()); step += 1) await page.keyboard.press("ArrowDown");
}

type Target = ReturnType<Page["getByRole"]>;

/** Tab until the target has focus; it must be reached within 150 steps and its focus must be visible. */
async function tabTo(page: Page, target: Target): Promise<void> {
  for (let step = 0; step < 150; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The keyboard does not reach ${String(target)}`);
}
