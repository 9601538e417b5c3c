import { createServer } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFeedStylesheet } from "../../src/command/bake/stylesheets.ts";
import { bakeFolder, bodyOf } from "../bake/baked-folder.ts";
import { contentFolder } from "../content-folder.ts";
import { HAS_CHROMIUM, startChromium } from "../pages/chromium.ts";
import { SMALL_SITE } from "./small-site.ts";

/** What a person has before their eyes. */
interface Seen {
  /** Names of the elements that take up room. */
  readonly names: readonly string[];
  readonly sentence: string;
  readonly titles: readonly string[];
  /** What stands in the place of a date's seconds and zone. */
  readonly date: string;
  /** Whether nothing sticks out to the right. */
  readonly fits: boolean;
}

/** Runs in the page. */
const LOOK = `(() => {
  const shown = [...document.querySelectorAll("*")].filter((element) => element.getClientRects().length > 0);
  return {
    names: [...new Set(shown.map(({ tagName }) => tagName))],
    sentence: getComputedStyle(document.querySelector("rss > channel, feed"), "::before").content,
    date: JSON.parse(getComputedStyle(document.querySelector("pubDate, published"), "::after").content).trim(),
    titles: [...document.querySelectorAll("item > title, entry > title")].map(({ textContent }) => textContent),
    fits: shown.every((element) => element.getBoundingClientRect().right <= innerWidth),
  };
})()`;

describe.skipIf(!HAS_CHROMIUM)("a feed that a person opens in Chromium", () => {
  let browser: Browser;
  let origin: string;
  const bodies = new Map([["/feed.css", readFeedStylesheet()]]);
  const server = createServer(({ url = "" }, response) => {
    response.setHeader("Content-Type", url.endsWith(".css") ? "text/css" : "application/xml; charset=utf-8");
    response.end(bodies.get(url));
  });

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
  });

  test.for(["/rss.xml", "/atom.xml"])(
    "%s shows headlines and what to do, and hides what is for readers",
    async (path) => {
      bodies.set(path, bodyOf(bakeFolder(contentFolder(SMALL_SITE)), path));
      const page = await browser.newPage();
      await page.goto(`${origin}${path}`);
      const seen = await page.evaluate<Seen>(LOOK);
      expect(seen.titles).toContain("Le thé");
      expect(seen.sentence).toContain("copy this page’s address into a feed reader");
      expect(seen.fits).toBe(true);
      expect(seen.date).toBe("UTC");
      expect(seen.names).toEqual(
        path === "/rss.xml"
          ? ["rss", "channel", "title", "description", "item", "pubDate"]
          : ["feed", "title", "subtitle", "entry", "published", "summary"],
      );
      await page.close();
    },
  );
});
