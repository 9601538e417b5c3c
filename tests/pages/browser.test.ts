import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFinds } from "./axe.ts";
import { HAS_CHROMIUM, startChromium, visit } from "./chromium.ts";
import type { SampleSite } from "./sample-site.ts";
import { KINDS_OF_PAGES, NOWHERE, serveSampleSite } from "./sample-site.ts";

/** Pictures of every page, to be looked at; named by `FEEDWRIGHT_SCREENSHOTS`. */
const SCREENSHOTS = process.env.FEEDWRIGHT_SCREENSHOTS;

const WIDTHS = [320, 768, 1100, 1600];

/** Longer than any column, without a place to break. */
const LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

const PAGES = Object.entries({ ...KINDS_OF_PAGES, "not found": NOWHERE }).map(([kind, path]) => ({
  kind,
  path,
}));

describe.skipIf(!HAS_CHROMIUM)("the sample site in Chromium", () => {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-"));
  let site: SampleSite;
  let browser: Browser;
  /** One window for what needs none of its own: each costs a process. */
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [site, browser] = await Promise.all([serveSampleSite(folder), startChromium()]);
    ({ page, complaints } = await visit(browser, site.origin));
    if (SCREENSHOTS) mkdirSync(SCREENSHOTS, { recursive: true });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test.for(PAGES)(
    "$kind: it fits windows of every width, and the browser complains of nothing",
    async ({ kind, path }) => {
      complaints.length = 0;
      await page.goto(site.origin + path);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
        expect.soft(overflow, `too wide for ${width} px`).toBeLessThanOrEqual(0);
        if (SCREENSHOTS) await takePictures(page, `${kind}, ${width} px`);
      }
      // Chromium tells every 404 by itself; one page of errors is among them.
      expect(complaints.filter((one) => !one.includes("404"))).toEqual([]);
    },
  );

  test.for(PAGES)("$kind: words longer than any column break", async ({ path }) => {
    await page.goto(site.origin + path);
    await page.evaluate(
      `document.querySelectorAll("main :is(h1, a, code)").forEach((one) => { one.textContent = "${LONG_WORD}"; })`,
    );
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
      expect.soft(overflow, `too wide for ${width} px`).toBeLessThanOrEqual(0);
    }
  });

  test("dark and light have different papers, and both say so to the browser", async () => {
    await page.goto(site.origin);
    const paper = async (colorScheme: "light" | "dark") => {
      await page.emulateMedia({ colorScheme });
      return page.evaluate("getComputedStyle(document.body).backgroundColor");
    };
    expect(await paper("dark")).toBe("rgb(23, 21, 18)");
    expect(await paper("light")).toBe("rgb(253, 251, 247)");
  });

  test("by keyboard alone: from the front page past its head to an article, its tag, and the feeds", async () => {
    await page.goto(site.origin);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Skip to the text");
    await page.keyboard.press("Enter");
    await tabTo(page, "The North Mole gets its old light back");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/articles/north-mole-lamp");
    await tabTo(page, "lighthouse");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/tags/lighthouse");
    await tabTo(page, "Subscribe");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/subscribe");
    await tabTo(page, "Open in your reader");
    await tabTo(page, "No reader yet?");
    await page.keyboard.press("Enter");
    await tabTo(page, "Atom");
  });

  test("whatever has the focus shows it", async () => {
    await page.goto(site.origin + KINDS_OF_PAGES["article with a table"]);
    const stops = new Set<unknown>();
    for (let press = 0; press < 40; press += 1) {
      await page.keyboard.press("Tab");
      const [element, outline] = (await page.evaluate(
        "[document.activeElement.outerHTML, getComputedStyle(document.activeElement).outlineStyle]",
      )) as [string, string];
      if (element.startsWith("<body")) break;
      expect(`${outline}: ${element.slice(0, 60)}`).toMatch(/^solid/);
      stops.add(element);
    }
    expect(stops.size).toBeGreaterThan(10);
  });

  test("a program that reads the head finds the site's feeds and the section's, and each answers with its type", async () => {
    await page.goto(site.origin + KINDS_OF_PAGES["article with an image and a correction"]);
    const links = (await page.evaluate(
      `[...document.head.querySelectorAll('link[rel="alternate"]')].map((link) => ({ href: link.href, type: link.type }))`,
    )) as { href: string; type: string }[];
    expect(links.map(({ href }) => href.slice(site.origin.length))).toEqual([
      "/sections/harbour/rss.xml",
      "/sections/harbour/atom.xml",
      "/sections/harbour/feed.json",
      "/rss.xml",
      "/atom.xml",
      "/feed.json",
      "/articles/north-mole-lamp.json",
      "/articles/north-mole-lamp.md",
    ]);
    for (const { href, type } of links) {
      const response = await fetch(href);
      expect(response.headers.get("Content-Type")).toBe(`${type}; charset=utf-8`);
    }
  });

  test("on paper an article has neither navigation nor player, and its links say where they lead", async () => {
    await page.goto(site.origin + KINDS_OF_PAGES["article with a table"]);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("nav:visible").count()).toBe(0);
    const after = `getComputedStyle(document.querySelector('article > p a[href*="timetable/winter"]'), "::after").content`;
    expect(await page.evaluate(after)).toContain("https://example.com/timetable/winter");
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    if (SCREENSHOTS) await page.pdf({ format: "A4", path: join(SCREENSHOTS, "print.pdf") });
    await page.emulateMedia({ media: null });
  });

  test("one click on an address takes the whole of it", async () => {
    await page.goto(site.origin + KINDS_OF_PAGES.subscribe);
    await page.locator("summary").click();
    await page.locator(".addresses code").first().click();
    expect(await page.evaluate("String(getSelection())")).toBe(`${site.origin}/rss.xml`);
  });

  test("axe finds nothing on any kind of page, light and dark (WCAG 2.2 and best practices)", async () => {
    // Our own policy lets no script in, not even a checker's.
    const { page } = await visit(browser, site.origin, { bypassCSP: true, colorScheme: "light" });
    for (const { kind, path } of PAGES) {
      await page.goto(site.origin + path);
      expect.soft(await axeFinds(page), kind).toEqual({ light: [], dark: [] });
    }
    await page.context().close();
  });

  test("without style and script a page reads from top to bottom", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.route("**/*.css", (route) => route.abort());
    await page.goto(site.origin + KINDS_OF_PAGES["article with an image and a correction"]);
    const text = await page.locator("main").innerText();
    expect(text.indexOf("The North Mole gets its old light back")).toBeLessThan(text.indexOf("Corrected"));
    expect(text.indexOf("Corrected")).toBeLessThan(text.indexOf("At half past five"));
    await context.close();
  });
});

type Page = Awaited<ReturnType<typeof visit>>["page"];

/** In both colour schemes. */
async function takePictures(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(SCREENSHOTS ?? "", `${name}, ${colorScheme}.png`), fullPage: true });
  }
}

async function focused(page: Page): Promise<unknown> {
  return page.evaluate("document.activeElement.textContent");
}

/** Presses Tab until the link with this text has the focus. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let press = 0; press < 100; press += 1) {
    await page.keyboard.press("Tab");
    if (String(await focused(page)).includes(text)) return;
  }
  throw new Error(`Tab never reaches ${text}`);
}
