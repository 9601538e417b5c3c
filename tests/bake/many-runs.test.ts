import { expect, test } from "vitest";
import { SumSet } from "../../src/article/sum-set.ts";
import { SeenDocuments } from "../../src/bake/seen-documents.ts";
import type { KeptRun } from "../../src/render/kept-run.ts";
import { records } from "../ledger/records.ts";
import { runOf } from "./kept-runs.ts";
import { articleBut } from "./values.ts";

/** So many documents of articles, of which every other stays, so that each of those is a run by itself. */
const COUNT = 600;

/** The most questions to runs for each of them. */
const MOST = 20;

test("where very many runs lie between others, few of them are asked for each document", () => {
  const before = records(COUNT);
  const after = before.map((one) => (one.ordinal % 2 === 0 ? one : { ...one, digest: "another" }));
  const record = { digest: "any", edition: 1000 };
  const documents = new Map(before.map(({ address }) => [address, record]));
  const seen = new SeenDocuments(after, { known: new SumSet(), documents, articles: before });
  let asked = 0;
  const runs = new Map<string, KeptRun>();
  const among = {
    runOf(key: string) {
      asked += 1;
      return runs.get(key);
    },
  };
  for (const { ordinal, address } of before) {
    const run = runOf([address], true);
    const has = (key: string) => {
      asked += 1;
      return run.has(key);
    };
    if (ordinal % 2 === 0) {
      runs.set(address, { ...run, has, among });
      expect(seen.keepAll(runs.get(address) ?? run)).toBe(true);
    } else if (!seen.has(address)) seen.note(address, record, articleBut({ ordinal, address }));
  }
  expect([seen.size, [...seen.records.keys()].length]).toEqual([COUNT, COUNT]);
  expect(asked).toBeLessThan(COUNT * MOST);
});
