import { describe, expect, test } from "vitest";
import { surveyStore } from "../../../src/publish/survey.ts";
import { verifyStore } from "../../../src/publish/verify.ts";
import { MemoryStore } from "../../../src/store/memory-store.ts";
import type { Files } from "../../publish/publish-files.ts";
import { HOUR, NOW, publishFiles, stateOf } from "../../publish/publish-files.ts";
import { shownAt } from "./shown-at.ts";

const iso = (at: number) => new Date(at * 1000).toISOString();
const OLD = { "old.md": "---\ntitle: Old\ndate: 2020-01-01\n---\nOld.\n" };
const NEXT = Array.from({ length: 6 }, (_, n) => n);
const releases = (at: number): Files =>
  Object.fromEntries(
    NEXT.map((n) => [`n${n}.md`, `---\ntitle: Next ${n}\ntags: [rare]\ndate: ${iso(at)}\n---\nN.\n`]),
  );
const goingAt = (at: number): Files => ({
  "ad.md": `---\ntitle: Ad\ntags: [ad]\ndate: 2021-01-01\nexpires: ${iso(at)}\n---\n![Ad](ad.png)\n`,
  "ad.png": "ad",
});

/** Bakes so often that nothing is left, a few writes each time. */
async function publishInParts(files: Files, store: MemoryStore, now: number): Promise<void> {
  for (let run = 0; run < 60; run += 1) {
    const { plan } = await publishFiles(files, store, now + 2 * run, 9);
    const verified = verifyStore(await surveyStore(store), (await stateOf(store)).ledger);
    expect(verified).toMatchObject({ missing: [], different: [], orphans: [] });
    if (plan.left === 0) return;
  }
  throw new Error("a site is never done");
}

describe("a publish in parts", () => {
  test.for([
    { name: "seals", before: OLD, after: { ...OLD, ...releases(NOW + 9 * HOUR) } },
    { name: "takes back what is sealed", before: { ...OLD, ...releases(NOW + 9 * HOUR) }, after: OLD },
    {
      name: "postpones",
      before: { ...OLD, ...releases(NOW + 8 * HOUR), ...goingAt(NOW + 7 * HOUR) },
      after: { ...OLD, ...releases(NOW + 9 * HOUR), ...goingAt(NOW + 10 * HOUR) },
    },
  ])("$name, and knows in between what the store holds", async ({ before, after }) => {
    const [parts, whole] = [new MemoryStore(), new MemoryStore()];
    for (const store of [parts, whole]) await publishFiles(before, store, NOW);
    await publishInParts(after, parts, NOW + HOUR);
    await publishFiles(after, whole, NOW + HOUR);
    for (const hours of [2, 7, 8, 9, 10]) {
      const [one, other] = [
        await shownAt(parts, NOW + hours * HOUR),
        await shownAt(whole, NOW + hours * HOUR),
      ];
      expect([...one.keys()].sort(), `after ${hours} hours`).toEqual([...other.keys()].sort());
      for (const feed of ["/rss.xml", "/sitemap.xml"]) {
        expect(titles(one.get(feed)?.body), `${feed} after ${hours} hours`).toEqual(
          titles(other.get(feed)?.body),
        );
      }
    }
  });
});

/** Titles and addresses: editions differ, since parts are baked one after the other. */
function titles(body = ""): string[] {
  return [...body.matchAll(/<(?:title|loc)>([^<]*)</g)].map(([, text = ""]) => text);
}
