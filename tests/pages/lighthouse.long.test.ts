import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import lighthouse from "lighthouse";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../served-site.ts";
import { CHROMIUM_FLAGS, chromiumPath, HAS_CHROMIUM } from "./chromium.ts";
import type { SampleSite } from "./sample-site.ts";
import { KINDS_OF_PAGES, serveSampleSite } from "./sample-site.ts";

const CATEGORIES = ["accessibility", "best-practices", "seo"] as const;
const PAGES = [
  "index",
  "article with an image and a correction",
  "section",
  "sections",
  "author",
  "month",
  "subscribe",
] as const;

describe.skipIf(!HAS_CHROMIUM)("Lighthouse", () => {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-"));
  let site: SampleSite;

  beforeAll(async () => {
    site = await serveSampleSite(folder);
  });

  afterAll(async () => {
    await site?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test.for(PAGES)("%s: 100 for accessibility, best practices and search engines", async (kind) => {
    const port = await freePort();
    const browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: [...CHROMIUM_FLAGS, `--remote-debugging-port=${port}`],
    });
    const result = await lighthouse(site.origin + KINDS_OF_PAGES[kind], { port, logLevel: "error" });
    await browser.close();
    const { categories = {}, audits = {} } = result?.lhr ?? {};
    const score = (name: string) => categories[name]?.score ?? null;
    const failed = CATEGORIES.flatMap((name) => categories[name]?.auditRefs ?? [])
      .map(({ id }) => audits[id])
      .filter((audit) => audit?.score !== null && audit?.score !== undefined && audit.score < 1)
      .map((audit) => audit?.title);
    // A figure of the machine as much as of the page: told, not held against it.
    process.stdout.write(
      `${kind}: performance ${score("performance")}, first paint ${audits["first-contentful-paint"]?.displayValue}\n`,
    );
    expect(failed).toEqual([]);
    expect(CATEGORIES.map(score)).toEqual([1, 1, 1]);
  });
});
