import { gunzipSync } from "node:zlib";
import { expect } from "vitest";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { encodeLedger } from "../../src/ledger/stored/encode-ledger.ts";
import { NOTHING_STORED } from "../../src/ledger/stored/stored-form.ts";
import { planPublish } from "../../src/publish/plan.ts";
import type { PublishedState } from "../../src/publish/stored-ledger.ts";
import { decodeMetadata } from "../../src/representation/decode-metadata.ts";
import { encodeMetadata } from "../../src/representation/encode-metadata.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { LEDGER_KEY } from "../../src/representation/storage-key.ts";
import type { Store, StoredValue } from "../../src/store/store.ts";
import type { Files } from "../publish/publish-files.ts";
import { bakeFiles, DAY } from "../publish/publish-files.ts";

/** Every pair of a store. */
export async function pairsIn(store: Store): Promise<Map<string, StoredValue>> {
  const pairs = new Map<string, StoredValue>();
  for await (const { key } of store.list()) {
    const pair = await store.get(key as StorageKey);
    if (pair) pairs.set(key, pair);
  }
  return pairs;
}

/**
 * Holds a store against what one publisher would have left there who remembers the same articles: every
 * document rendered anew at the edition that the ledger has for it, byte for byte with its metadata, in
 * every coding; the ledger that remembers these, byte for byte but for the names of publishes; journals
 * that tell nothing more than it; and not one key else.
 */
export async function expectOnePublisher(store: Store, state: PublishedState, files: Files): Promise<void> {
  const { ledger, journals, isInterrupted } = state;
  expect(isInterrupted, "a journal is open").toBe(false);
  const expected = renderedAnew(ledger, files);
  const { shards, head } = encodeLedger(ledger, NOTHING_STORED);
  for (const { number, text } of shards) {
    expected.set(`ledger/${String(number).padStart(4, "0")}`, { value: Buffer.from(text), metadata: null });
  }
  const found = await pairsIn(store);
  expect([...found.keys()].sort()).toEqual(
    [...expected.keys(), LEDGER_KEY, ...journals.map(({ key }) => key)].sort(),
  );
  for (const [key, pair] of expected) {
    // What was new in a feed stays as it was told, though its articles changed in what no feed tells.
    const edition = ledger.documents.get(key)?.edition ?? Infinity;
    const part = [...ledger.articles].some((record) => record.edition > edition) ? withoutIndex : whole;
    expect(part(found.get(key)), key).toEqual(part(pair));
  }
  const { publish: _, settled: __, ...stored } = unpacked(found.get(LEDGER_KEY)?.value);
  expect(stored).toEqual(unpacked(head));
  expect(found.get(LEDGER_KEY)?.metadata).toMatchObject({ edition: ledger.edition });

  const again = planPublish(bakeFiles(files, state, ledger.edition + DAY), state, Infinity);
  expect(again, "a bake after that has nothing to do").toMatchObject({ put: 0, delete: [] });
}

/** Every document of a site, none of which is known, as of the edition that the ledger has for it. */
function renderedAnew(ledger: Ledger, files: Files): Map<string, StoredValue> {
  const rendered = new Map<string, StoredValue>();
  for (const edition of new Set([...ledger.documents.values()].map((record) => record.edition))) {
    const unknowing = { ...ledger, edition: edition - 1, documents: new Map() };
    const state = {
      stored: NOTHING_STORED,
      shown: unknowing,
      ledger: unknowing,
      journals: [],
      isInterrupted: false,
      lagSeconds: 0,
      ended: null,
    };
    const site = bakeFiles(files, state, edition);
    expect(site.ledger.articles, "the folder tells nothing new").toEqual(ledger.articles);
    for (const { key, representation } of site.documents) {
      if (ledger.documents.get(key)?.edition !== edition || representation === null) continue;
      rendered.set(key, { value: representation.value, metadata: encodeMetadata(representation.metadata) });
    }
  }
  return rendered;
}

/** Where a store answers with a document of the site, and where with what became of one. */
export async function answersOf(
  store: Store,
): Promise<{ readonly present: string[]; readonly past: string[] }> {
  const present: string[] = [];
  const past: string[] = [];
  for await (const { key, metadata } of store.list()) {
    const document = decodeMetadata(metadata);
    if (document === null) continue;
    const { status, kind } = document;
    if (status > 200 && status !== 404) past.push(key);
    else present.push(`${key} ${status} ${kind}`);
  }
  return { present, past };
}

function whole(pair: StoredValue | undefined): readonly [unknown, string | undefined] {
  return [pair?.metadata, pair && Buffer.from(pair.value).toString("latin1")];
}

function withoutIndex(pair: StoredValue | undefined): readonly [unknown, string | undefined] {
  const [metadata, value] = whole(pair);
  const decoded = decodeMetadata(metadata);
  if (decoded === null) return [metadata, value];
  const { index, ...codings } = decoded.stored;
  return [{ ...Object(metadata), l: codings }, value?.slice(0, value.length - index)];
}

function unpacked(head: Uint8Array = Buffer.of()) {
  return JSON.parse(gunzipSync(head).toString());
}
