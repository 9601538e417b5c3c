import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { planPublish } from "../../src/publish/plan.ts";
import { rebuiltFrom } from "../../src/publish/replace-ledger.ts";
import { surveyStore } from "../../src/publish/survey.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import type { StoreEntry } from "../../src/store/store.ts";
import { SITE_TOML } from "../content-folder.ts";
import { bakeFiles, DAY, HOUR, NOW, publishFiles, stateOf } from "../publish/publish-files.ts";
import { LEDGER_FILES } from "./ledger-files.ts";

/**
 * A store as it was left in November 2026 by two publishes of `LEDGER_FILES`, at `NOW` and an hour
 * later: key, value of the ledger in base64 (documents have none), metadata. It is never written anew.
 */
const STORED = readFileSync(new URL("stored-ledger.jsonl", import.meta.url), "utf8");

async function storeOfThen(): Promise<MemoryStore> {
  const store = new MemoryStore();
  const rows = STORED.trim()
    .split("\n")
    .map((line) => JSON.parse(line) as [StoreEntry["key"], string, unknown]);
  await store.put(
    rows.map(([key, value, metadata]) => ({ key, value: Buffer.from(value, "base64"), metadata })),
  );
  return store;
}

/** As sites were then, which had archives for the whole site alone. */
const AS_THEN = { "site.toml": `${SITE_TOML}channel_archives = []\n` };

async function storeOfNow(): Promise<MemoryStore> {
  const store = new MemoryStore();
  await publishFiles({ ...LEDGER_FILES.first, ...AS_THEN }, store, NOW);
  await publishFiles({ ...LEDGER_FILES.second, ...AS_THEN }, store, NOW + HOUR);
  return store;
}

const THIRD = {
  ...LEDGER_FILES.second,
  "harbour/buoy.md": "# Buoy\n\nIt sinks.\n",
  "mole.md": "# Mole\n\nIt stands.\n",
  "crane.md": "# Crane\n\nIt lifts.\n",
};

/** What later versions render otherwise, or were the first to have (docs/upgrading.md): the head of every page among it. */
const RENDERED_ANEW =
  /^\/feeds\.opml$|^\/manifest\.webmanifest$|\/(?:rss|atom)\.xml$|\/feed\.(?:schema\.)?json$/;
const PAGE = /^\/(?:(?:sections|tags|authors|languages|dates|articles)\/.*|subscribe|)$|^error\//;
const isRenderedAnew = (key: string) => RENDERED_ANEW.test(key) || PAGE.test(key);

/** What is remembered, but for what was rendered otherwise then, and for what stands beside articles by now. */
function lasting(ledger: Ledger): Ledger {
  const documents = [...ledger.documents].filter(([key]) => !isRenderedAnew(key));
  const articles = [...ledger.articles].map(({ beside: _, ...record }) => record);
  const { leadingSections: _, ...rest } = ledger;
  return { ...rest, articles, documents: new Map(documents) };
}

/** Metadata but for the edition: pages that are rendered otherwise got theirs later. */
function withoutEdition(stored: { readonly metadata: unknown } | null | undefined) {
  // How long compressed bytes are is up to whatever compressed them.
  const {
    e: _,
    m: __,
    l: ___,
    ...metadata
  } = { ...(stored?.metadata as Record<string, unknown> | undefined) };
  return metadata;
}

describe("a ledger that was stored before", () => {
  test("is read: baking the same folder a day later writes what is rendered otherwise, once", async () => {
    const store = await storeOfThen();
    const state = await stateOf(store);
    expect(state.stored.ledger.articles).toHaveLength(5);
    const plan = planPublish(bakeFiles(LEDGER_FILES.second, state, NOW + DAY), state, Infinity);
    const written = plan.stages.flat().map(({ key }) => key);
    expect(written.filter((key) => !isRenderedAnew(key) && !/^(?:journal|ledger)/.test(key))).toEqual([]);
    expect(plan.delete).toEqual([]);
    await publishFiles(LEDGER_FILES.second, store, NOW + DAY);
    const later = await stateOf(store);
    const again = planPublish(bakeFiles(LEDGER_FILES.second, later, NOW + 2 * DAY), later, Infinity);
    expect(again).toMatchObject({ put: 0, delete: [] });
  });

  test("remembers what one remembers that is stored now", async () => {
    const [then, now] = [await stateOf(await storeOfThen()), await stateOf(await storeOfNow())];
    expect(lasting(then.stored.ledger)).toEqual(lasting(now.stored.ledger));
  });

  test("can be rebuilt from what stands beside the documents of then", async () => {
    const store = await storeOfThen();
    expect(rebuiltFrom(await surveyStore(store))).toEqual((await stateOf(store)).stored.ledger);
  });

  test("is written on: the next publish leaves the keys, values and metadata that it leaves now", async () => {
    const [then, now] = [await storeOfThen(), await storeOfNow()];
    for (const store of [then, now]) await publishFiles({ ...THIRD, ...AS_THEN }, store, NOW + DAY);
    let written = 0;
    for await (const { key } of now.list()) {
      const [old, young] = [
        await then.get(key as StoreEntry["key"]),
        await now.get(key as StoreEntry["key"]),
      ];
      if (RENDERED_ANEW.test(key) || key.startsWith("ledger")) continue;
      expect(withoutEdition(old), key).toEqual(withoutEdition(young));
      // Documents of then have no bodies here: what the third publish wrote has one.
      if (old?.value.byteLength) {
        written += 1;
        expect(old.value, key).toEqual(young?.value);
      }
    }
    expect(written).toBeGreaterThan(5);
    const [older, newer] = [(await stateOf(then)).stored.ledger, (await stateOf(now)).stored.ledger];
    expect(lasting(older)).toEqual(lasting(newer));
    expect([...older.articles].map(({ beside }) => beside)).toEqual(
      [...newer.articles].map(({ beside }) => beside),
    );
    expect(rebuiltFrom(await surveyStore(then))).toEqual(older);
  });
});
