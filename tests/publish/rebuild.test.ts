import { describe, expect, test } from "vitest";
import { exportLedger, importLedger, LedgerImportError } from "../../src/ledger/exported.ts";
import { planPublish } from "../../src/publish/plan.ts";
import { importedOver, rebuiltFrom, replaceLedger } from "../../src/publish/replace-ledger.ts";
import { surveyStore } from "../../src/publish/survey.ts";
import { verifyStore } from "../../src/publish/verify.ts";
import { WELL_KNOWN } from "../../src/representation/own-addresses.ts";
import { LEDGER_KEY, ledgerShardKey } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { shownAt } from "../bake/seal/shown-at.ts";
import { SITE_TOML } from "../content-folder.ts";
import type { Files } from "./publish-files.ts";
import { bakeFiles, DAY, HOUR, NOW, publishFiles, stateOf } from "./publish-files.ts";

const article = (title: string, fields = "") =>
  `---\ntags: [Water, water-2, "C++", C]\n${fields}---\n# ${title}\n\nOne paragraph.\n`;

/** A history with all that a ledger remembers. */
const FIRST: Files = {
  "tide.md": article("Tide"),
  "lock.md": article("Lock"),
  "mole.md": article("Mole"),
  "ferry.md": article("Ferry", "id: urn:example:ferry\n"),
  "été/eel.md": article("Eel", 'correction: "An eel."\n'),
  "about.md": article("About", "page: true\n"),
};
const { "mole.md": _, ...withoutMole } = FIRST;
const SECOND: Files = {
  ...withoutMole,
  "tide.md": article("Tide", "slug: high-tide\n"),
  "other/lock.md": article("Harbour lock"),
};

async function published(): Promise<MemoryStore> {
  const store = new MemoryStore();
  await publishFiles(FIRST, store, NOW);
  await publishFiles(SECOND, store, NOW + HOUR);
  return store;
}

async function loseLedger(store: MemoryStore): Promise<void> {
  await store.delete([LEDGER_KEY, ledgerShardKey(1)]);
}

async function planNextDay(store: MemoryStore) {
  const state = await stateOf(store);
  return planPublish(bakeFiles(SECOND, state, NOW + DAY), state, Infinity);
}

describe("a lost ledger", () => {
  test("is rebuilt from what stands beside the documents, to the last field", async () => {
    const store = await published();
    const before = (await stateOf(store)).stored.ledger;
    await loseLedger(store);
    await replaceLedger(rebuiltFrom(await surveyStore(store)), store);
    expect((await stateOf(store)).stored.ledger).toEqual(before);
    expect(await planNextDay(store)).toMatchObject({ put: 0, delete: [] });
  });

  test("is rebuilt with ids by a pattern and the rules of addresses", async () => {
    const rules =
      'slugs = "verbatim"\nids = "https://old.example{address}"\n[permalinks]\n"other" = "/o/{slug}.html"\n';
    const files = { "site.toml": `${SITE_TOML}${rules}`, ...FIRST, "other/V2.md": article("Two") };
    const store = new MemoryStore();
    await publishFiles(files, store, NOW);
    const before = (await stateOf(store)).stored.ledger;
    expect([...before.articles].find(({ path }) => path === "other/V2.md")?.id).toBe(
      "https://old.example/o/V2.html",
    );
    await loseLedger(store);
    await replaceLedger(rebuiltFrom(await surveyStore(store)), store);
    expect((await stateOf(store)).stored.ledger).toEqual(before);
    const { plan } = await publishFiles(files, store, NOW + DAY);
    expect(plan).toMatchObject({ put: 0, delete: [] });
  });

  test("is made again by a bake from nothing, with the same ids and addresses for what did not move", async () => {
    const identities = async (store: MemoryStore) =>
      [...(await stateOf(store)).stored.ledger.articles]
        .map(({ path, id, address }) => [path, id, address])
        .sort();
    const store = new MemoryStore();
    await publishFiles(FIRST, store, NOW);
    const before = await identities(store);
    await loseLedger(store);
    await publishFiles(FIRST, store, NOW + DAY);
    expect(await identities(store)).toEqual(before);
  });

  test("a document that somebody deleted is missing from it, and the ordinals close up", async () => {
    const store = await published();
    const { articles } = (await stateOf(store)).stored.ledger;
    const [first] = articles;
    if (!first) throw new Error("no article");
    const survey = await surveyStore(store);
    const documents = new Map([...survey.documents].filter(([key]) => key !== first.address));
    const rebuilt = rebuiltFrom({ ...survey, documents });
    expect([...rebuilt.articles].map(({ ordinal, id }) => [ordinal, id])).toEqual(
      [...articles].slice(1).map(({ id }, index) => [index, id]),
    );
  });
});

describe("an exported ledger", () => {
  test("is remembered again in an empty store, with ids, addresses and dates", async () => {
    const { ledger } = (await stateOf(await published())).stored;
    const store = new MemoryStore();
    await replaceLedger(
      importedOver(importLedger(exportLedger(ledger), WELL_KNOWN), await surveyStore(store)),
      store,
    );
    await publishFiles(SECOND, store, NOW + DAY);
    expect((await stateOf(store)).stored.ledger.articles).toEqual(ledger.articles);
  });

  test("an old one over a newer store: what stands there is known as it is", async () => {
    const store = await published();
    const old = exportLedger((await stateOf(store)).stored.ledger);
    await publishFiles({ ...SECOND, "tide.md": article("Ebb", "slug: high-tide\n") }, store, NOW + 2 * HOUR);
    await replaceLedger(importedOver(importLedger(old, WELL_KNOWN), await surveyStore(store)), store);
    await publishFiles(SECOND, store, NOW + DAY);
    const { plan } = await publishFiles(SECOND, store, NOW + 2 * DAY);
    expect(plan.put).toBe(0);
    expect((await stateOf(store)).stored.ledger.edition).toBe(NOW + DAY);
  });

  const valid = {
    version: 1,
    authority: null,
    windowSize: 1,
    permalink: null,
    edition: 1,
    channels: [],
    articles: [],
  };
  test.for([
    { name: "no JSON", file: "{", says: "not JSON" },
    { name: "another version", file: JSON.stringify({ ...valid, version: 9 }), says: "version" },
    { name: "a field of another type", file: JSON.stringify({ ...valid, edition: "now" }), says: "edition" },
    {
      name: "an article without fields",
      file: JSON.stringify({ ...valid, articles: [{}] }),
      says: "articles.0",
    },
  ])("$name is refused with its place", ({ file, says }) => {
    expect(() => importLedger(file, WELL_KNOWN)).toThrow(LedgerImportError);
    expect(() => importLedger(file, WELL_KNOWN)).toThrow(says);
  });

  test("two articles with one address are refused", async () => {
    const { ledger } = (await stateOf(await published())).stored;
    const [first, second] = ledger.articles;
    if (!first || !second) throw new Error("no articles");
    const twice = exportLedger({ ...ledger, articles: [first, { ...second, earlier: [first.address] }] });
    expect(() => importLedger(twice, WELL_KNOWN)).toThrow(`gives ${first.address} to two articles`);
  });
});

test("an export over a store with sealed articles: they are sealed again under their ids, and open in time", async () => {
  const store = new MemoryStore();
  const at = NOW + HOUR;
  const files = {
    "old.md": "---\ndate: 2020-01-01\n---\nOld.\n",
    "next.md": `---\ntitle: Next\ndate: ${new Date(at * 1000).toISOString()}\n---\nNext.\n`,
  };
  const { site } = await publishFiles(files, store, NOW);
  const [before] = site.ledger.sealed ?? [];
  const { ledger } = await stateOf(store);
  const imported = importLedger(exportLedger(ledger), WELL_KNOWN);
  await replaceLedger(importedOver(imported, await surveyStore(store)), store);
  const again = await publishFiles(files, store, NOW + 60);
  const [after] = again.site.ledger.sealed ?? [];
  expect(after?.articles.map(({ id, address }) => [id, address])).toEqual(
    before?.articles.map(({ id, address }) => [id, address]),
  );
  const survey = await surveyStore(store);
  expect(verifyStore(survey, (await stateOf(store)).ledger)).toMatchObject({
    missing: [],
    different: [],
    orphans: [],
  });
  const feed = (await shownAt(store, at)).get("/rss.xml");
  expect([feed?.metadata.lastModified, feed?.body.includes("Next")]).toEqual([at, true]);
  expect((await shownAt(store, at - 1)).has("/articles/next")).toBe(false);
});
