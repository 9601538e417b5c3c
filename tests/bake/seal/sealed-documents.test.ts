import { describe, expect, test } from "vitest";
import type { BakedSite } from "../../../src/bake/bake-site.ts";
import { MemoryStore } from "../../../src/store/memory-store.ts";
import type { Files } from "../../publish/publish-files.ts";
import { bakeFiles, HOUR, NOW, publishFiles, stateOf } from "../../publish/publish-files.ts";

const AT = NOW + HOUR;
const GONE_AT = NOW + 2 * HOUR;
const iso = (at: number) => new Date(at * 1000).toISOString().replace(".000", "");
const article = (title: string, fields: string, text = `Of ${title}.`) =>
  `---\ntitle: ${title}\n${fields}---\n${text}\n`;

/** An article that stays, one that leads to what is to come, and one that goes, with its picture. */
const OLD: Files = {
  "sea/old.md": article("Old", "date: 2020-01-01\n"),
  "town/leads.md": article("Leads", "date: 2020-01-02\n", "See [next](../sea/next.md)."),
  "sea/ad.md": article(
    "Ad",
    `date: 2021-01-01\nexpires: ${iso(GONE_AT)}\n`,
    "![Ad](ad.png)\n\n[Next](next.md)",
  ),
  "sea/ad.png": "an ad",
};
const NEXT: Files = {
  "sea/next.md": article("Next", `date: ${iso(AT)}\ntags: [rare]\n`, "![Next](next.png)"),
  "sea/next.png": "the next",
};

/** A site that was published, then baked with an article that is to come. */
async function bakedAgain(files: Files = { ...OLD, ...NEXT }): Promise<BakedSite> {
  const store = new MemoryStore();
  await publishFiles(OLD, store, NOW);
  return bakeFiles(files, await stateOf(store), NOW + 60);
}

const keysOf = ({ documents }: BakedSite) => documents.map(({ key }) => key as string);

describe("documents are published in an order in which nothing is named that is not there", () => {
  test("what is to come and its files before the feeds, all else of it behind them", async () => {
    const keys = keysOf(await bakedAgain());
    const at = (key: string) => keys.findIndex((one) => one.startsWith(key));
    expect(at("/articles/next")).toBeGreaterThanOrEqual(0);
    expect(at("/articles/next")).toBeLessThan(at("/rss.xml"));
    expect(
      keys.slice(0, at("/media/")).every((key) => key === "/articles/next" || key.startsWith("/media/")),
    ).toBe(true);
    expect(at("/tags/rare")).toBeGreaterThan(at("/rss.xml"));
  });

  test("what is to go, and its files, at the very end, as what is past", async () => {
    const { documents } = await bakedAgain({ ...OLD, ...NEXT, "sea/ad.md": `${OLD["sea/ad.md"]} More.` });
    const past = documents.filter(({ part }) => part === "past").map(({ key }) => key);
    expect(past).toEqual(["/articles/ad"]);
    expect(documents.at(-1)?.key).toBe("/articles/ad");
  });

  test("what only changes later keeps its place", async () => {
    const after = await bakedAgain();
    const order = [...after.ledger.documents.keys()];
    const kept = after.documents.filter(({ key, part }) => part !== "past" && order.includes(key));
    expect(kept.map(({ key, part }) => [key, part])).toContainEqual(["/articles/leads", "article"]);
    const places = kept.map(({ key }) => order.indexOf(key));
    expect(places.length).toBeGreaterThan(5);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(after.ledger.sealed?.[0]?.documents.map(([key]) => key)).toContain("/articles/leads");
  });

  test("nothing is past that is published for the first time", async () => {
    const { documents } = bakeFiles({ ...OLD, ...NEXT }, await stateOf(new MemoryStore()), NOW);
    expect(documents.filter(({ part }) => part === "past")).toEqual([]);
  });
});

describe("a release is told", () => {
  test("with as many writes as a publish spends on it alone, and with none once it is sealed", async () => {
    const store = new MemoryStore();
    const old = { "sea/old.md": OLD["sea/old.md"] ?? "" };
    await publishFiles(old, store, NOW);
    const { site } = await publishFiles({ ...old, ...NEXT }, store, NOW + 60);
    const written = site.documents.filter(({ representation }) => representation !== null);
    expect(site.sealed).toEqual([{ file: "sea/next.md", at: AT, writes: written.length }]);
    const again = await publishFiles({ ...old, ...NEXT }, store, NOW + 120);
    expect(again.site.sealed).toEqual([{ file: "sea/next.md", at: AT, writes: 0 }]);
  });

  test("without the writes of documents that are published now anyway", async () => {
    const state = await stateOf(new MemoryStore());
    const files = { "sea/old.md": OLD["sea/old.md"] ?? "" };
    const [now, both] = [bakeFiles(files, state, NOW), bakeFiles({ ...files, ...NEXT }, state, NOW)];
    expect(both.sealed).toEqual([
      { file: "sea/next.md", at: AT, writes: both.documents.length - now.documents.length },
    ]);
  });

  test("with the feeds that change then, and with no other document", async () => {
    const { releases } = await bakedAgain();
    expect(releases.map(({ at }) => at)).toEqual([AT, GONE_AT]);
    // The text of an article of the town leads to it.
    const feeds = ["", "/sections/sea", "/sections/town", "/tags/rare"].flatMap((channel) =>
      ["/atom.xml", "/feed.json", "/rss.xml"].map((format) => channel + format),
    );
    expect(releases[0]?.feeds.toSorted()).toEqual(feeds.toSorted());
  });

  test("never where nothing comes or goes", async () => {
    const { sealed, releases } = await bakedAgain({ "sea/old.md": OLD["sea/old.md"] ?? "" });
    expect([sealed, releases]).toEqual([[], []]);
  });
});

test("at a release nothing changes of an article that it does not touch, in a site of several sections", async () => {
  const { ledger } = await bakedAgain();
  expect(ledger.leadingSections).toHaveLength(2);
  const changing = ledger.sealed?.[0]?.documents.map(([key]) => key) ?? [];
  expect(changing).toContain("/rss.xml");
  expect(changing).not.toContain("/articles/old");
});

test("several releases are sealed each at its own instant, also when the site is baked again", async () => {
  const store = new MemoryStore();
  const files = { ...OLD, ...NEXT };
  await publishFiles(files, store, NOW);
  const { site, plan } = await publishFiles(files, store, NOW + 60);
  expect(site.ledger.sealed?.map(({ at, named }) => [at, named])).toEqual([
    [AT, AT],
    [GONE_AT, GONE_AT],
  ]);
  expect(plan.put).toBe(0);
});

test("a page that is to lead elsewhere is told at its own instant alone", async () => {
  const moving = `---\ntitle: Lock\ndate: ${iso(GONE_AT)}\nredirect_to: /articles/old\n---\n`;
  const site = await bakedAgain({
    "site.toml":
      'title = "The Quay"\nurl = "https://quay.example"\nauthority = "quay.example,2025"\ngenerator = "jekyll"\n',
    "sea/old.md": OLD["sea/old.md"] ?? "",
    ...NEXT,
    "sea/lock.md": moving,
  });
  expect(site.sealed.map(({ file, at }) => [file, at])).toEqual([
    ["sea/next.md", AT],
    ["sea/lock.md", GONE_AT],
  ]);
});
