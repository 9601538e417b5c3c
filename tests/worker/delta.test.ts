import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SITE_TOML } from "../content-folder.ts";
import { runs } from "../runs.ts";
import { BakedSite, markdownArticle } from "./baked-site.ts";
import type { Edge } from "./edge.ts";
import { STILL_NOW, startEdge } from "./edge.ts";
import { sendRaw } from "./raw-http.ts";

const PATHS = ["/rss.xml", "/atom.xml", "/feed.json"];

let edge: Edge;
beforeAll(async () => {
  edge = await startEdge({ now: STILL_NOW });
});
afterAll(() => edge.stop());

/** What happens to an article between two editions. */
const step = fc.record({
  article: fc.integer({ min: 1, max: 14 }),
  what: fc.constantFrom("add", "edit", "delete"),
});
const history = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 5 });

interface Kept {
  readonly path: string;
  readonly tag: string;
  readonly items: ReadonlyMap<string, string>;
}

test("whoever merges a delta into the edition that they had has every item of the feed as it is now", async () => {
  let deltas = 0;
  await fc.assert(
    fc.asyncProperty(history, async (editions) => {
      const site = new BakedSite();
      const articles = new Map(Array.from({ length: 9 }, (_, at) => [at + 1, `Article ${at + 1}`]));
      const kept: Kept[] = [];
      for (const [number, steps] of [[], ...editions].entries()) {
        for (const { article, what } of steps) {
          if (what === "delete") articles.delete(article);
          else articles.set(article, `Article ${article}, edition ${number}`);
        }
        const publish = site.bake(filesOf(articles), STILL_NOW - 600 + number);
        await edge.put(publish.put);
        await edge.remove(publish.delete);
        for (const path of PATHS) {
          const whole = await sendRaw(edge.port, { target: path });
          const items = itemsOf(whole.text());
          for (const old of kept.filter((one) => one.path === path)) {
            const fields = { "A-IM": "feed", "If-None-Match": old.tag, "Accept-Encoding": "gzip" };
            const answer = await sendRaw(edge.port, { target: path, fields });
            if (answer.status !== 226) continue;
            deltas += 1;
            const merged = new Map([...old.items, ...itemsOf(answer.text())]);
            for (const [id, item] of items) expect(merged.get(id)).toBe(item);
          }
          kept.push({ path, tag: whole.field("ETag") ?? "", items });
        }
      }
    }),
    runs(5),
  );
  expect(deltas).toBeGreaterThan(5);
});

function filesOf(articles: ReadonlyMap<number, string>): Record<string, string> {
  const files = [...articles].map(([at, title]) => {
    const date = new Date(Date.UTC(2025, 6, at)).toISOString();
    return [`article-${at}.md`, markdownArticle(title, date)] as const;
  });
  return { ...Object.fromEntries(files), "site.toml": `${SITE_TOML}feed_items = 5\n` };
}

/** The items of a feed by their id, each as it is written. */
function itemsOf(text: string): Map<string, string> {
  if (text.startsWith("{")) {
    const { items } = JSON.parse(text) as { items: { id: string }[] };
    return new Map(items.map((item) => [item.id, JSON.stringify(item)]));
  }
  const items = text.match(/<(item|entry)[ >].*?<\/\1>/gs) ?? [];
  return new Map(items.map((item) => [/<(?:guid|id)[^>]*>([^<]*)</.exec(item)?.[1] ?? "", item]));
}

test("a delta of Atom tells of deletions (RFC 6721)", async () => {
  const site = new BakedSite();
  const articles = new Map(Array.from({ length: 9 }, (_, at) => [at + 1, `Article ${at + 1}`]));
  const now = STILL_NOW - 100;
  await edge.put(site.bake(filesOf(articles), now).put);
  const before = await sendRaw(edge.port, { target: "/atom.xml" });
  articles.delete(8);
  await edge.put(site.bake(filesOf(articles), now + 10).put);
  const delta = await sendRaw(edge.port, {
    target: "/atom.xml",
    fields: { "A-IM": "feed", "If-None-Match": before.field("ETag") },
  });
  expect(delta.status).toBe(226);
  expect(delta.text()).toMatch(/<at:deleted-entry ref="tag:quay\.example,2025:article-8"/);
  expect([...itemsOf(delta.text()).keys()]).toEqual([]);
});
