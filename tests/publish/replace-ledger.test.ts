import { describe, expect, test } from "vitest";
import { UNKNOWN_DIGEST } from "../../src/ledger/document-digest.ts";
import { importLedger } from "../../src/ledger/exported.ts";
import { readSealed } from "../../src/publish/read-sealed.ts";
import { importedOver, rebuiltFrom, replaceLedger } from "../../src/publish/replace-ledger.ts";
import { readState } from "../../src/publish/stored-ledger.ts";
import type { Survey, SurveyedDocument } from "../../src/publish/survey.ts";
import { surveyStore } from "../../src/publish/survey.ts";
import { encodeMetadata } from "../../src/representation/encode-metadata.ts";
import { WELL_KNOWN } from "../../src/representation/own-addresses.ts";
import type { Representation, RepresentationMetadata } from "../../src/representation/representation.ts";
import { withSealedStates } from "../../src/representation/sealed-states.ts";
import { JOURNAL_KEY } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { ledgerBut, records } from "../ledger/records.ts";
import { listed } from "./planned.ts";
import { RecordingStore } from "./recording-store.ts";
import { keyOf, representationOf } from "./wanted-site.ts";

const record = (edition: number) => ({ digest: "one", edition });
const surveyOf = (memories: Readonly<Record<string, unknown>>, edition = 700): Survey => ({
  documents: new Map(
    Object.entries(memories).map(([key, memory]) => [
      key,
      { metadata: { ...representationOf(key).metadata, memory }, record: record(edition), seal: "" },
    ]),
  ),
  foreign: [],
});

describe("a ledger that is rebuilt", () => {
  test("remembers what stands beside the documents", () => {
    const rebuilt = rebuiltFrom(surveyOf({ "/": ["site", "quay.example,2025", 20, "/{slug}"] }));
    expect(rebuilt).toMatchObject({ authority: "quay.example,2025", windowSize: 20, permalink: "/{slug}" });
    expect(rebuilt.edition).toBe(700);
    expect([...rebuilt.documents]).toEqual([["/", record(700)]]);
  });

  test.for([undefined, ["no", "memory"], "site", ["site"]])(
    "knows a document beside which no memory of ours stands: %o",
    (memory) => {
      const rebuilt = rebuiltFrom(surveyOf({ "/": memory }));
      expect(rebuilt.authority).toBeNull();
      expect([...rebuilt.documents]).toEqual([["/", record(700)]]);
    },
  );
});

describe("later states that lie behind documents", () => {
  const sealed = withSealedStates(
    representationOf("/a"),
    [{ at: 5000, representation: representationOf("/a-later") }],
    "0123456789",
  );
  const entryOf = (key: string, { value, metadata }: Representation) => ({
    key: keyOf(key),
    value,
    metadata: encodeMetadata(metadata),
  });

  test("are read of documents that have some, and of no other", async () => {
    const store = new RecordingStore(new MemoryStore());
    await store.put([entryOf("/a", sealed), entryOf("/b", representationOf("/b"))]);
    const states = await readSealed(await surveyStore(store), store);
    expect(states).toMatchObject([{ key: "/a", at: 5000, document: { key: "/a", memory: null } }]);
    expect(store.asked.slice(1)).toEqual(["get /a"]);
  });

  test("are none where the value is damaged, or went while it was listed", async () => {
    const store = new MemoryStore();
    await store.put([{ ...entryOf("/a", sealed), value: new Uint8Array(5) }]);
    const survey = await surveyStore(store);
    expect(await readSealed(survey, store)).toEqual([]);
    expect(await readSealed(survey, new MemoryStore())).toEqual([]);
  });
});

describe("an imported ledger over a store", () => {
  const exported = {
    ...ledgerBut({ edition: 1000, articles: records(1) }),
    documents: undefined,
    version: 1,
  };
  const imported = importLedger(JSON.stringify(exported), WELL_KNOWN);

  test("has articles and channels as imported, and documents as they are", () => {
    const { documents, ...rest } = importedOver(imported, surveyOf({ "/": ["site", "other,2020", 5, "/x"] }));
    expect(rest).toEqual(imported);
    expect([...documents]).toEqual([["/", record(700)]]);
  });

  test("knows of no document that opens later, or becomes another, what lies there: all is written anew", () => {
    const { documents, foreign } = surveyOf({ "/": null, "/later": null, "/changing": null });
    const but = (key: string, fields: Partial<RepresentationMetadata>): SurveyedDocument => {
      const found = documents.get(key);
      if (found === undefined) throw new TypeError("no document");
      return { ...found, metadata: { ...found.metadata, ...fields } };
    };
    const survey = {
      foreign,
      documents: new Map([
        ...documents,
        ["/later", but("/later", { from: 5000 })],
        ["/changing", but("/changing", { sealed: { at: 5000, tableBytes: 9, digest: "0123456789" } })],
      ]),
    };
    const { documents: after, ...rest } = importedOver(imported, survey);
    expect(rest).toEqual(imported);
    expect([...after].map(([key, { digest }]) => [key, digest])).toEqual([
      ["/", "one"],
      ["/changing", UNKNOWN_DIGEST],
      ["/later", UNKNOWN_DIGEST],
    ]);
  });

  test.for([
    { stored: 700, edition: 1000 },
    { stored: 1200, edition: 1200 },
  ])("has the newer edition: $edition where the store's newest is of $stored", ({ stored, edition }) => {
    expect(importedOver(imported, surveyOf({ "/": null }, stored)).edition).toBe(edition);
  });
});

describe("a ledger that takes the place of another", () => {
  test("is written shards before head", async () => {
    const store = new RecordingStore(new MemoryStore());
    const ledger = ledgerBut({ articles: records(1001) });
    await replaceLedger(ledger, store);
    expect(store.writes).toEqual(["put ledger/0001 ledger/0002", "put ledger"]);
    const { stored } = await readState(store, { newestEdition: 0, pausesMs: [] });
    expect(stored.ledger).toEqual(ledger);
  });

  test("has no shards where it has no articles, and old journals count no more", async () => {
    const memory = new MemoryStore();
    const [one, other] = [JOURNAL_KEY, listed(900).key];
    for (const key of [one, other]) await memory.put([{ key, value: new Uint8Array([1]), metadata: null }]);
    const store = new RecordingStore(memory);
    await replaceLedger(ledgerBut({}), store);
    expect(store.writes).toEqual(["put ledger", `delete ${one} ${other}`]);
    const { stored } = await readState(memory, { newestEdition: 0, pausesMs: [] });
    expect(stored.settled).toEqual([listed(900).publish]);
  });
});
