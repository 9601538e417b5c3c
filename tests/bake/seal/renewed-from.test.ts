import { expect, test } from "vitest";
import { renewedFrom } from "../../../src/bake/seal/renewed-from.ts";
import { NOBODY } from "../../ledger/nobody.ts";
import { recordBut } from "../../ledger/records.ts";
import { sourceAt } from "../../ledger/source-at.ts";

test("what was published after an instant is published again; all else stays the same objects", () => {
  const records = [2000, 2001, 2999, 3000, 3001].map((edition, ordinal) => recordBut({ ordinal, edition }));
  const articles = [1, 3].flatMap((ordinal) => {
    const record = records[ordinal];
    return record === undefined ? [] : { source: sourceAt({ path: record.path }), record };
  });
  const none = {
    ...NOBODY,
  };
  const renewed = renewedFrom({ ...none, articles, records }, 2000, 3000);
  expect(renewed).toEqual({
    ...none,
    records: records.map((one) => ({ ...one, edition: [2000, 3000, 3000, 3000, 3001][one.ordinal] })),
    articles: articles.map(({ source, record }) => ({ source, record: { ...record, edition: 3000 } })),
  });
  expect([...renewed.records].map((one, ordinal) => one === records[ordinal])).toEqual([
    true,
    false,
    false,
    true,
    true,
  ]);
  expect(renewed.articles.map(({ record }) => record === renewed.records.at(record.ordinal))).toEqual([
    true,
    true,
  ]);
});
