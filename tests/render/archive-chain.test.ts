import { rmSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FORMAT_NAMES } from "../../src/render/feeds/formats.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { runs } from "../runs.ts";
import { PublishedSite } from "./published-site.ts";

const WINDOW = 20;
const name = (index: number) => `a${String(index).padStart(4, "0")}.md`;
const idOf = (index: number) => `tag:quay.example,2025:a${String(index).padStart(4, "0")}`;

function article(index: number, { body = "Text.", matter = "" } = {}): string {
  const date = new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString();
  return `---\ndate: ${date}\n${matter}---\n# Article ${index}\n\n${body}\n`;
}

function siteOf(count: number): string {
  const files = Array.from({ length: count }, (_, index) => [name(index), article(index)]);
  return contentFolder({
    "site.toml": `${SITE_TOML}feed_items = ${WINDOW}\n`,
    ...Object.fromEntries(files),
  });
}

const archiveKeys = (keys: readonly string[]) => keys.filter((key) => key.startsWith("/archive/"));
const range = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("a client that follows the archives of 1,000 articles (RFC 5005 §4)", () => {
  test("finds each once, after 40 edits, deletions and additions too, and untouched windows kept their bytes", () => {
    const site = new PublishedSite();
    const folder = siteOf(1000);
    site.publish(folder);
    for (const format of FORMAT_NAMES) {
      const chain = site.walk(format);
      expect(chain).toHaveLength(50);
      expect(chain.flat().toSorted()).toEqual(range(1000).map(idOf));
    }
    const before = new Map(site.bodies);

    const edited = [3, 4, 45, 210, 333, 402, 403, 404, 777, 998];
    const deleted = [
      60,
      61,
      62,
      500,
      501,
      999,
      ...range(20)
        .map((index) => 600 + index)
        .slice(0, 9),
    ];
    const added = range(15).map((index) => 1000 + index);
    for (const index of edited) contentFolder({ [name(index)]: article(index, { body: "Edited." }) }, folder);
    for (const index of deleted) rmSync(join(folder, name(index)));
    for (const index of added) contentFolder({ [name(index)]: article(index) }, folder);
    site.publish(folder);

    const left = range(1015).filter((index) => !deleted.includes(index));
    for (const format of FORMAT_NAMES) expect(site.walk(format).flat().toSorted()).toEqual(left.map(idOf));

    const touched = new Set([...edited, ...deleted].map((index) => Math.floor(index / WINDOW) + 1));
    const same = [...before].filter(
      ([key, body]) => key.startsWith("/archive/") && site.bodies.get(key) === body,
    );
    const numbers = new Set(same.map(([key]) => Number(key.split("/")[2])));
    expect([...numbers].toSorted((a, b) => a - b)).toEqual(
      range(49)
        .map((index) => index + 1)
        .filter((number) => !touched.has(number)),
    );
  });

  test("one article that completes a window changes one archive, by its next-archive alone, and adds one", () => {
    const site = new PublishedSite();
    const folder = siteOf(WINDOW * 4 - 1);
    site.publish(folder);
    const before = new Map(site.bodies);
    contentFolder({ [name(WINDOW * 4 - 1)]: article(WINDOW * 4 - 1) }, folder);
    expect(archiveKeys(site.publish(folder))).toEqual([
      "/archive/2/rss.xml",
      "/archive/2/atom.xml",
      "/archive/3/rss.xml",
      "/archive/3/atom.xml",
      "/archive/3/feed.json",
    ]);
    const without = (text = "") =>
      text.replace(/<(atom:)?link rel="next-archive".*\n/, "").replace(/<(updated|lastBuildDate)>.*\n/, "");
    for (const key of ["/archive/2/rss.xml", "/archive/2/atom.xml"]) {
      expect(site.bodies.get(key)).toContain('rel="next-archive"');
      expect(without(site.bodies.get(key))).toBe(without(before.get(key)));
    }
  });

  test("another `feed_items` afterwards shifts nothing", () => {
    const site = new PublishedSite();
    const folder = siteOf(100);
    site.publish(folder);
    const chain = site.walk("atom");
    contentFolder({ "site.toml": `${SITE_TOML}feed_items = 7\n` }, folder);
    expect(archiveKeys(site.publish(folder))).toEqual([]);
    expect(site.walk("atom")).toEqual(chain);
  });

  test("a corrected article stands in the subscription document again, and still in its archive", () => {
    const site = new PublishedSite();
    const folder = siteOf(100);
    site.publish(folder);
    const matter = "correction: It was Tuesday.\n";
    contentFolder({ [name(5)]: article(5, { body: "Corrected.", matter }) }, folder);
    site.publish(folder);
    for (const format of FORMAT_NAMES) {
      const chain = site.walk(format);
      expect(chain[0]).toContain(idOf(5));
      expect(chain.flat().filter((id) => id === idOf(5))).toHaveLength(2);
      expect(new Set(chain.flat()).size).toBe(100);
    }
  });

  test("an emptied window is still a feed that leads on", () => {
    const site = new PublishedSite();
    const folder = siteOf(WINDOW * 4);
    site.publish(folder);
    for (const index of range(WINDOW)) rmSync(join(folder, name(WINDOW + index)));
    site.publish(folder);
    for (const format of FORMAT_NAMES) {
      expect(site.walk(format).map((ids) => ids.length)).toEqual([WINDOW, WINDOW, 0, WINDOW]);
    }
  });
});

test("whatever is edited, deleted and added, the chain has every article once", () => {
  const change = fc.record({
    kind: fc.constantFrom("edit", "delete", "add"),
    index: fc.integer({ min: 0, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 4 }), (rounds) => {
      const site = new PublishedSite();
      const folder = contentFolder({ "site.toml": `${SITE_TOML}feed_items = 4\n` });
      const live = new Set<number>();
      const write = (index: number, body: string) => {
        contentFolder({ [name(index)]: article(index, { body }) }, folder);
        live.add(index);
      };
      for (const index of range(13)) write(index, "Text.");
      site.publish(folder);
      for (const [round, changes] of rounds.entries()) {
        for (const { kind, index } of changes) {
          if (kind === "add" || (kind === "edit" && live.has(index))) write(index, `Round ${round}.`);
          else if (kind === "delete" && live.delete(index)) rmSync(join(folder, name(index)));
        }
        site.publish(folder);
        for (const format of FORMAT_NAMES) {
          expect(site.walk(format).flat().toSorted()).toEqual([...live].map(idOf).toSorted());
        }
      }
    }),
    runs(15),
  );
});
