import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HAS_CHROMIUM, startChromium, visit } from "./chromium.ts";
import type { SampleSite } from "./sample-site.ts";
import { KINDS_OF_PAGES, NOWHERE, serveSampleSite } from "./sample-site.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const PAGES = Object.entries({ ...KINDS_OF_PAGES, "not found": NOWHERE }).map(([kind, path]) => ({
  kind,
  path,
}));

/** What axe finds, in short: by all of its rules, or by those alone that look at colours. */
const found = (options: string) => `axe.run(${options}).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ": " + html.slice(0, 120))))`;
const ALL_RULES = found("");
const COLOURS = found('{ runOnly: ["color-contrast", "link-in-text-block"] }');

describe.skipIf(!HAS_CHROMIUM)("axe finds nothing (WCAG 2.2 and best practices)", () => {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-"));
  let site: SampleSite;
  let browser: Browser;

  beforeAll(async () => {
    [site, browser] = await Promise.all([serveSampleSite(folder), startChromium()]);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("on any kind of page, light and dark", async () => {
    // Our own policy lets no script in, not even a checker's.
    const { page } = await visit(browser, site.origin, { bypassCSP: true, colorScheme: "light" });
    for (const { kind, path } of PAGES) {
      await page.goto(site.origin + path);
      await page.evaluate(AXE);
      // What is folded away is looked at too.
      await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      expect.soft(await page.evaluate(ALL_RULES), kind).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect.soft(await page.evaluate(COLOURS), `${kind}, dark`).toEqual([]);
      await page.emulateMedia({ colorScheme: "light" });
    }
    await page.context().close();
  });
});
