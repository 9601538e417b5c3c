import { describe, expect, test } from "vitest";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import { NOTHING_STORED } from "../../src/ledger/stored/stored-form.ts";
import type { ListedJournal } from "../../src/publish/listed-journals.ts";
import { settle } from "../../src/publish/settle.ts";
import { JOURNAL_KEY } from "../../src/representation/storage-key.ts";
import { listed } from "./planned.ts";

const EDITION = 10_000;
const LAG = 600;

/** What a publish makes of journals, in a ledger that one publish wrote and that accounts for others. */
function settled(
  journals: readonly ListedJournal[],
  {
    lagSeconds = LAG,
    publish = null as string | null,
    before = [] as string[],
    ended = null as string | null,
  } = {},
) {
  const stored = { ...NOTHING_STORED, publish, settled: before };
  const state = {
    stored,
    shown: EMPTY_LEDGER,
    ledger: EMPTY_LEDGER,
    journals,
    isInterrupted: false,
    lagSeconds,
    ended,
  };
  const { settled, watched, over } = settle(state, EDITION);
  return { settled, watched, over: [...over] as string[] };
}

const seen = listed(EDITION - LAG);
const young = listed(EDITION - LAG + 1);
const nameOf = ({ publish }: ListedJournal) => publish ?? "";

describe("a journal of an interrupted publish", () => {
  test.for([
    { name: "that everybody can see is over", journal: seen, lagSeconds: LAG, over: true },
    { name: "whose publisher may still be at work is watched", journal: young, lagSeconds: LAG, over: false },
    {
      name: "whose publisher stopped is over",
      journal: { ...young, hasStopped: true },
      lagSeconds: LAG,
      over: true,
    },
    {
      name: "in a store that does not lag is over at once",
      journal: listed(EDITION),
      lagSeconds: 0,
      over: true,
    },
  ])("$name", ({ journal, lagSeconds, over }) => {
    expect(settled([journal], { lagSeconds })).toEqual(
      over
        ? { settled: [nameOf(journal)], watched: [], over: [journal.key] }
        : { settled: [], watched: [nameOf(journal)], over: [] },
    );
  });

  test("whose process has ended is over", () => {
    expect(settled([young], { ended: nameOf(young) })).toEqual({
      settled: [nameOf(young)],
      watched: [],
      over: [young.key],
    });
  });

  test("as older versions kept it is over, and has no name to remember", () => {
    const old = { ...seen, key: JOURNAL_KEY, publish: null };
    expect(settled([old])).toEqual({ settled: [], watched: [], over: [JOURNAL_KEY] });
  });
});

describe("the publish that wrote the ledger", () => {
  test("is accounted for while its journal is young, and lies there", () => {
    expect(settled([young], { publish: nameOf(young) })).toEqual({
      settled: [nameOf(young)],
      watched: [],
      over: [],
    });
  });

  test("is accounted for while a listing may still show its journal", () => {
    const [echo, forgotten] = [listed(EDITION - 6 * LAG + 1), listed(EDITION - 6 * LAG)];
    expect(settled([], { publish: nameOf(echo), before: [nameOf(forgotten)] })).toEqual({
      settled: [nameOf(echo)],
      watched: [],
      over: [],
    });
  });
});

test("a young journal without a name, of an older version, is neither over nor watched", () => {
  const nameless = { ...young, publish: null };
  expect(settled([nameless], { publish: nameOf(seen) })).toMatchObject({ watched: [], over: [] });
});
