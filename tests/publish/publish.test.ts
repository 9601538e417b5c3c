import { describe, expect, test } from "vitest";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import type { Journal } from "../../src/publish/journal.ts";
import { journalOf } from "../../src/publish/journal.ts";
import type { Plan } from "../../src/publish/plan.ts";
import { PublishRaceError, publish } from "../../src/publish/publish.ts";
import type { PublishedState } from "../../src/publish/stored-ledger.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { JOURNAL_KEY, LEDGER_KEY } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import type { StoreEntry } from "../../src/store/store.ts";
import { ledgerBut } from "../ledger/records.ts";
import { RecordingStore } from "./recording-store.ts";

/** 2025-07-01T18:00:00Z, the edition in the store, and what this publish and a rival make of it. */
const BEFORE = 1_751_392_800;
const OURS = BEFORE + 60;
const RIVALS = BEFORE + 90;

const key = (text: string) => text as StorageKey;
const entry = (name: string, metadata: unknown = null): StoreEntry => ({
  key: key(name),
  value: new Uint8Array([1]),
  metadata,
});

/** Two pages, then a feed; a part of the ledger, then its head; two deletions. */
const PLAN: Plan = {
  edition: OURS,
  stages: [[entry(JOURNAL_KEY, { edition: OURS })], [entry("/a"), entry("/b")], [entry("/rss.xml")]],
  ledger: [[entry("ledger/0001")], [entry(LEDGER_KEY, { edition: OURS })]],
  put: 6,
  keep: 0,
  delete: [key("/gone"), key("/gone-too")],
  closesJournal: true,
  left: 0,
};
const NOTHING: Plan = { ...PLAN, stages: [], ledger: [], put: 0, delete: [], closesJournal: false };

/** All that the plan does, in order. */
const WHOLE = [
  "put journal",
  "put /a /b",
  "put /rss.xml",
  "put ledger/0001",
  "put ledger",
  "delete /gone /gone-too",
  "delete journal",
];

function stateWith(ledger: Ledger, journal: Journal | null = null): PublishedState {
  return { stored: { ledger, shardDigests: [] }, ledger, journal };
}

const PUBLISHED = stateWith(ledgerBut({ edition: BEFORE }));
const NEW = stateWith(EMPTY_LEDGER);

function journalAt(edition: number): Journal {
  return journalOf(ledgerBut({ edition }), EMPTY_LEDGER, { shards: [], puts: [], deletes: [] });
}

/** A store that shows a ledger and a journal with such metadata; nothing of what is left out. */
async function storeWith({ ledger, journal }: { readonly ledger?: unknown; readonly journal?: unknown }) {
  const memory = new MemoryStore();
  if (ledger !== undefined) await memory.put([entry(LEDGER_KEY, ledger)]);
  if (journal !== undefined) await memory.put([entry(JOURNAL_KEY, journal)]);
  return { memory, store: new RecordingStore(memory) };
}

describe("a publish", () => {
  test("writes its journal first of all, then stage after stage, and deletes once the ledger is written", async () => {
    const { store } = await storeWith({ ledger: { edition: BEFORE } });
    await publish(PLAN, PUBLISHED, store);
    expect(store.writes).toEqual(WHOLE);
  });

  test("without deletions asks the store for none", async () => {
    const { store } = await storeWith({ ledger: { edition: BEFORE } });
    await publish({ ...PLAN, delete: [] }, PUBLISHED, store);
    expect(store.writes).toEqual(WHOLE.filter((one) => one !== "delete /gone /gone-too"));
  });

  test.for([
    { name: "nothing where there is nothing to do, not even a read", closesJournal: false, asked: [] },
    { name: "one deletion where a journal is left over", closesJournal: true, asked: ["delete journal"] },
  ])("costs $name", async ({ closesJournal, asked }) => {
    const { store } = await storeWith({ ledger: { edition: RIVALS } });
    await publish({ ...NOTHING, closesJournal }, PUBLISHED, store);
    expect(store.asked).toEqual(asked);
  });

  test("tells how far it is, deletions included, and ends on the whole", async () => {
    const told: (readonly [number, number])[] = [];
    const { store } = await storeWith({ ledger: { edition: BEFORE } });
    await publish(PLAN, PUBLISHED, store, (done, total) => told.push([done, total]));
    expect(told).toEqual([1, 3, 4, 5, 6, 8].map((done) => [done, 8]));
  });
});

describe("a rival that publishes between two steps of this publish", () => {
  test.for([
    { moment: "the first look and the first write", at: "get ledger", written: [] },
    { moment: "the journal and the pages", at: "put /a /b", written: WHOLE.slice(0, 3) },
    { moment: "the pages and the feeds", at: "put /rss.xml", written: WHOLE.slice(0, 3) },
  ])("$moment keeps its ledger, and nothing is deleted", async ({ at, written }) => {
    const { memory, store } = await storeWith({ ledger: { edition: BEFORE } });
    store.before = async (asked) => {
      if (asked === at) await memory.put([entry("/theirs"), entry(LEDGER_KEY, { edition: RIVALS })]);
    };
    await expect(publish(PLAN, PUBLISHED, store)).rejects.toThrow(PublishRaceError);
    expect(store.writes).toEqual(written);
    expect((await memory.get(LEDGER_KEY))?.metadata).toEqual({ edition: RIVALS });
  });

  test("and has only written its journal is noticed as well", async () => {
    const { memory, store } = await storeWith({ ledger: { edition: BEFORE } });
    store.before = async (asked) => {
      if (asked === "put /a /b") await memory.put([entry(JOURNAL_KEY, { edition: RIVALS })]);
    };
    await expect(publish(PLAN, PUBLISHED, store)).rejects.toThrow(PublishRaceError);
    expect(store.writes).toEqual(WHOLE.slice(0, 3));
  });

  test("is told with its moment, and with what to do", async () => {
    const { store } = await storeWith({ ledger: { edition: RIVALS } });
    await expect(publish(PLAN, PUBLISHED, store)).rejects.toMatchObject({
      name: "PublishRaceError",
      message:
        "somebody else published at 2025-07-01T18:01:30Z, while this publish was under way; run it again",
    });
  });
});

describe("what a store shows before the first write", () => {
  const races = [
    { name: "a newer ledger", shown: { ledger: { edition: RIVALS } }, state: PUBLISHED },
    { name: "another's journal", shown: { journal: { edition: RIVALS } }, state: PUBLISHED },
    { name: "another's journal where no ledger is yet", shown: { journal: { edition: 1 } }, state: NEW },
    { name: "a ledger where there was none", shown: { ledger: { edition: 1 } }, state: NEW },
    {
      name: "another journal than the one that is taken over",
      shown: { journal: { edition: RIVALS } },
      state: stateWith(ledgerBut({ edition: BEFORE }), journalAt(BEFORE + 1)),
    },
  ];
  test.for(races)("$name is a race", async ({ shown, state }) => {
    const { store } = await storeWith(shown);
    await expect(publish(PLAN, state, store)).rejects.toThrow(PublishRaceError);
    expect(store.writes).toEqual([]);
  });

  const none = [
    { name: "the ledger that was read", shown: { ledger: { edition: BEFORE } } },
    { name: "an older ledger, which lags", shown: { ledger: { edition: BEFORE - 1 } } },
    { name: "no ledger, which lags too", shown: {} },
    { name: "an old journal, which is a late echo", shown: { journal: { edition: BEFORE } } },
    { name: "our own journal of a try before", shown: { journal: { edition: OURS } } },
    { name: "a ledger without metadata", shown: { ledger: null } },
    { name: "a ledger whose metadata is text", shown: { ledger: "edition" } },
    { name: "a ledger whose metadata name no edition", shown: { ledger: { owner: "somebody" } } },
    { name: "a ledger whose edition is no number", shown: { ledger: { edition: String(RIVALS) } } },
  ];
  test.for(none)("$name is no race", async ({ shown }) => {
    const { store } = await storeWith(shown);
    await publish(PLAN, PUBLISHED, store);
    expect(store.writes).toEqual(WHOLE);
  });

  test("the journal of the interrupted publish that is taken over is no race", async () => {
    const { store } = await storeWith({ journal: { edition: BEFORE + 1 } });
    await publish(PLAN, stateWith(ledgerBut({ edition: BEFORE }), journalAt(BEFORE + 1)), store);
    expect(store.writes).toEqual(WHOLE);
  });
});
