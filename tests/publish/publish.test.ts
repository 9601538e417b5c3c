import { describe, expect, test } from "vitest";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { NOTHING_STORED } from "../../src/ledger/stored/stored-form.ts";
import type { ListedJournal } from "../../src/publish/listed-journals.ts";
import { publishOf } from "../../src/publish/listed-journals.ts";
import type { Plan } from "../../src/publish/plan.ts";
import { InstantPassedError, publish } from "../../src/publish/publish.ts";
import { PublishRaceError } from "../../src/publish/race.ts";
import type { PublishedState } from "../../src/publish/stored-ledger.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { JOURNAL_KEY, LEDGER_KEY } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import type { StoreEntry } from "../../src/store/store.ts";
import { ledgerBut } from "../ledger/records.ts";
import { listed } from "./planned.ts";
import { RecordingStore } from "./recording-store.ts";

/** 2025-07-01T18:00:00Z, the edition in the store, and what this publish and a rival make of it. */
const BEFORE = 1_751_392_800;
const OURS = BEFORE + 60;
const RIVALS = BEFORE + 90;

/** The journals of both. */
const OWN = listed(OURS, "ours").key;
const THEIRS = listed(RIVALS, "theirs").key;

const key = (text: string) => text as StorageKey;
const entry = (name: string, metadata: unknown = null): StoreEntry => ({
  key: key(name),
  value: new Uint8Array([1]),
  metadata,
});

/** Two pages, then a feed; a part of the ledger, then its head; two deletions. */
const PLAN: Plan = {
  edition: OURS,
  stages: [[entry(OWN, { edition: OURS })], [entry("/a"), entry("/b")], [entry("/rss.xml")]],
  ledger: [[entry("ledger/0001")], [entry(LEDGER_KEY, { edition: OURS })]],
  put: 6,
  keep: 0,
  delete: [key("/gone"), key("/gone-too")],
  objects: [],
  resting: null,
  over: [key(OWN)],
  left: 0,
  instants: [],
};
const NOTHING: Plan = { ...PLAN, stages: [], ledger: [], put: 0, delete: [], over: [] };

/** All that the plan does, in order. */
const WHOLE = [
  `put ${OWN}`,
  "put /a /b",
  "put /rss.xml",
  "put ledger/0001",
  "put ledger",
  "delete /gone /gone-too",
  `delete ${OWN}`,
];

/** What it does when it sees another before it writes its ledger: its journal lies where nobody settles it. */
const STOPPED = [...WHOLE.slice(0, 3), `put ${OWN}.stopped`, `delete ${OWN}`];

function stateWith(ledger: Ledger, journals: readonly ListedJournal[] = []): PublishedState {
  const stored = { ...NOTHING_STORED, ledger };
  return {
    stored,
    shown: ledger,
    ledger,
    journals,
    isInterrupted: journals.length > 0,
    lagSeconds: 0,
    ended: null,
  };
}

const PUBLISHED = stateWith(ledgerBut({ edition: BEFORE }));
const NEW = stateWith(EMPTY_LEDGER);

/** A store that shows a ledger with such metadata, and such journals; nothing of what is left out. */
async function storeWith(shown: { readonly ledger?: unknown; readonly journals?: Record<string, unknown> }) {
  const memory = new MemoryStore();
  if (shown.ledger !== undefined) await memory.put([entry(LEDGER_KEY, shown.ledger)]);
  for (const [name, metadata] of Object.entries(shown.journals ?? {}))
    await memory.put([entry(name, metadata)]);
  return { memory, store: new RecordingStore(memory) };
}

describe("a publish", () => {
  test("writes its journal first of all, then stage after stage, and deletes once the ledger is written", async () => {
    const { store } = await storeWith({ ledger: { edition: BEFORE } });
    await publish(PLAN, PUBLISHED, store);
    expect(store.writes).toEqual(WHOLE);
  });

  test("takes what is gone out of the bucket once the ledger is written, and nothing else", async () => {
    const { memory } = await storeWith({ ledger: { edition: BEFORE } });
    for (const name of ["media/gone.mp3", "media/kept.mp3"])
      memory.bucket.objects.set(name, new Uint8Array());
    await publish({ ...PLAN, objects: ["media/gone.mp3"] }, PUBLISHED, memory);
    expect([...memory.bucket.objects.keys()]).toEqual(["media/kept.mp3"]);
  });

  test("takes nothing out of a bucket that is not bound any more", async () => {
    const { store } = await storeWith({ ledger: { edition: BEFORE } });
    await publish({ ...PLAN, objects: ["media/gone.mp3"] }, PUBLISHED, store);
    expect(store.writes).toEqual(WHOLE);
  });

  test("asks the bucket for nothing where nothing in it is gone", async () => {
    const { memory } = await storeWith({ ledger: { edition: BEFORE } });
    memory.bucket.delete = async () => {
      throw new Error("nobody asked for that");
    };
    await publish(PLAN, PUBLISHED, memory);
    expect(await memory.get(key("/a"))).not.toBeNull();
  });

  test("without deletions asks the store for none", async () => {
    const { store } = await storeWith({ ledger: { edition: BEFORE } });
    await publish({ ...PLAN, delete: [] }, PUBLISHED, store);
    expect(store.writes).toEqual(WHOLE.filter((one) => one !== "delete /gone /gone-too"));
  });

  test.for([
    { name: "nothing where there is nothing to do, not even a read", over: [], asked: [] },
    { name: "one deletion where a journal is left over", over: [key(OWN)], asked: [`delete ${OWN}`] },
  ])("costs $name", async ({ over, asked }) => {
    const { store } = await storeWith({ ledger: { edition: RIVALS } });
    await publish({ ...NOTHING, over }, PUBLISHED, store);
    expect(store.asked).toEqual(asked);
  });

  test("lets its journal lie where others may not see its ledger yet, without what it deleted", async () => {
    const { store } = await storeWith({ ledger: { edition: BEFORE } });
    await publish({ ...PLAN, resting: entry(OWN, { edition: OURS }), over: [THEIRS] }, PUBLISHED, store);
    expect(store.writes).toEqual([...WHOLE.slice(0, -1), `put ${OWN}`, `delete ${THEIRS}`]);
  });

  test("tells how far it is, deletions included, and ends on the whole", async () => {
    const told: (readonly [number, number])[] = [];
    const { store } = await storeWith({ ledger: { edition: BEFORE } });
    await publish(PLAN, PUBLISHED, store, (done, total) => told.push([done, total]));
    expect(told).toEqual([1, 3, 4, 5, 6, 8].map((done) => [done, 8]));
  });
});

describe("something that opens by itself while documents are written", () => {
  const plan = { ...PLAN, instants: [OURS + 700] };

  test("ends the publish before its next stage, and its journal stays", async () => {
    const { store } = await storeWith({ ledger: { edition: BEFORE } });
    let now = OURS;
    const tick = () => {
      now += 300;
      return now;
    };
    await expect(publish(plan, PUBLISHED, store, undefined, tick)).rejects.toThrow(InstantPassedError);
    expect(store.writes).toEqual(WHOLE.slice(0, 2));
  });

  test("is told by its instant, which has passed in its very second", async () => {
    const { store } = await storeWith({ ledger: { edition: BEFORE } });
    await expect(publish(plan, PUBLISHED, store, undefined, () => OURS + 700)).rejects.toMatchObject({
      name: "InstantPassedError",
      message: `${OURS + 700} has passed`,
    });
  });

  test("is none of the publish where its documents are written", async () => {
    const { store } = await storeWith({ ledger: { edition: BEFORE } });
    let looks = 0;
    const late = () => {
      looks += 1;
      return looks > plan.stages.length ? OURS + 900 : OURS;
    };
    await publish(plan, PUBLISHED, store, undefined, late);
    expect(store.writes).toEqual(WHOLE);
  });
});

describe("a rival that publishes between two steps of this publish", () => {
  test.for([
    { moment: "the first look and the first write", at: "get ledger", written: [] },
    { moment: "the journal and the pages", at: "put /a /b", written: STOPPED },
    { moment: "the pages and the feeds", at: "put /rss.xml", written: STOPPED },
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
      if (asked === "put /a /b") await memory.put([entry(THEIRS, { edition: RIVALS })]);
    };
    await expect(publish(PLAN, PUBLISHED, store)).rejects.toThrow(PublishRaceError);
    expect(store.writes).toEqual(STOPPED);
  });

  test("and has stopped for this one is none: what it left is in its journal", async () => {
    const { memory, store } = await storeWith({ ledger: { edition: BEFORE } });
    store.before = async (asked) => {
      if (asked === "put /a /b") await memory.put([entry(`${THEIRS}.stopped`, { edition: RIVALS })]);
    };
    await publish(PLAN, PUBLISHED, store);
    expect(store.writes).toEqual(WHOLE);
  });

  const AT = "2025-07-01T18:01:30Z, while this publish was under way";
  const AGAIN = "run it again, and it writes anew what both have touched";
  test.for([
    {
      name: "and has written its ledger",
      left: [entry(LEDGER_KEY, { edition: RIVALS }), entry(THEIRS)],
      says: `somebody else published at ${AT}; ${AGAIN}`,
    },
    {
      name: "and has begun",
      left: [entry(THEIRS)],
      says: `somebody else began to publish at ${AT}, and may have stopped for it; ${AGAIN}`,
    },
  ])("$name is told as that, with what was written", async ({ left, says }) => {
    const { memory, store } = await storeWith({ ledger: { edition: BEFORE } });
    store.before = async (asked) => {
      if (asked === "put /a /b") await memory.put(left);
    };
    await expect(publish(PLAN, PUBLISHED, store)).rejects.toMatchObject({ message: says });
  });

  test("and stops in the same moment is told: both have stopped", async () => {
    const { memory, store } = await storeWith({ ledger: { edition: BEFORE } });
    store.before = async (asked) => {
      if (asked === "put /a /b") await memory.put([entry(THEIRS)]);
      if (asked !== `delete ${OWN}`) return;
      await memory.put([entry(`${THEIRS}.stopped`)]);
      await memory.delete([key(THEIRS)]);
    };
    await expect(publish(PLAN, PUBLISHED, store)).rejects.toMatchObject({
      message: `somebody else began to publish at ${AT}, and both stopped; ${AGAIN}`,
    });
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
    { name: "another's journal", shown: { journals: { [THEIRS]: null } }, state: PUBLISHED },
    {
      name: "the journal of an older version",
      shown: { journals: { [JOURNAL_KEY]: { edition: RIVALS } } },
      state: PUBLISHED,
    },
    { name: "another's journal where no ledger is yet", shown: { journals: { [THEIRS]: null } }, state: NEW },
    {
      name: "another ledger of the same second",
      shown: { ledger: { edition: BEFORE, publish: "another" } },
      state: PUBLISHED,
    },
    { name: "a ledger where there was none", shown: { ledger: { edition: 1 } }, state: NEW },
    {
      name: "another journal than the one that is taken over",
      shown: { journals: { [THEIRS]: null } },
      state: stateWith(ledgerBut({ edition: BEFORE }), [listed(BEFORE + 1)]),
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
    {
      name: "an older ledger of another publish, which lags as well",
      shown: { ledger: { edition: BEFORE - 1, publish: "another" } },
    },
    { name: "no ledger, which lags too", shown: {} },
    {
      name: "an old journal of an older version, which is a late echo",
      shown: { journals: { [JOURNAL_KEY]: { edition: BEFORE } } },
    },
    { name: "our own journal of a try before", shown: { journals: { [OWN]: null } } },
    { name: "our own ledger of a try before", shown: { ledger: { edition: OURS, publish: publishOf(OWN) } } },
    {
      name: "a key of others beside the journals",
      shown: { journals: { "journal/of-others": null, journals: null } },
    },
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

  test("the echo of a journal that the ledger accounts for is no race", async () => {
    const echo = listed(BEFORE - 1);
    const { store } = await storeWith({ journals: { [echo.key]: null } });
    const state = stateWith(ledgerBut({ edition: BEFORE }));
    await publish(PLAN, { ...state, stored: { ...state.stored, settled: [echo.publish ?? ""] } }, store);
    expect(store.writes).toEqual(WHOLE);
  });

  test("the journal of the interrupted publish that is taken over is no race", async () => {
    const taken = listed(BEFORE + 1);
    const { store } = await storeWith({ journals: { [taken.key]: null } });
    await publish(PLAN, stateWith(ledgerBut({ edition: BEFORE }), [taken]), store);
    expect(store.writes).toEqual(WHOLE);
  });
});
