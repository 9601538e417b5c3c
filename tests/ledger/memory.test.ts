import { describe, expect, test } from "vitest";
import { articleMemory, isMemory } from "../../src/ledger/memory.ts";
import { rebuildLedger } from "../../src/ledger/rebuild.ts";
import { recordBut } from "./records.ts";

/** What is read back from beside a page. */
function remembered(memory: unknown) {
  const stored: unknown = JSON.parse(JSON.stringify(memory));
  if (!isMemory(stored)) throw new TypeError("no memory");
  const document = { key: "/articles/a0", record: { digest: "of a page", edition: 1000 }, memory: stored };
  return rebuildLedger([document]).articles;
}

describe("what stands beside a page", () => {
  test.for([
    { name: "an article", record: recordBut({ ordinal: 0 }) },
    { name: "a corrected one", record: recordBut({ ordinal: 0, correction: { note: "abc", before: 3 } }) },
    { name: "a deleted one", record: recordBut({ ordinal: 0, deleted: 2000 }) },
    { name: "a standing page", record: recordBut({ ordinal: 0, page: true }) },
  ])("tells of $name to the last field", ({ record }) => {
    expect(remembered(articleMemory(record))).toEqual([record]);
  });

  test("is read as it was written before pages were told from articles", () => {
    const id = "tag:quay.example,2025:a0";
    const row = ["article", 0, "a0.md", id, "a0", 1000, 1000, 1000, "digest of a0", 1000, null, null];
    expect(remembered(row)).toEqual([recordBut({ ordinal: 0 })]);
    expect(articleMemory(recordBut({ ordinal: 0 }))).toEqual(row);
  });

  test.for([
    { name: "a row with too few fields", stored: ["article", 0, "a0.md"] },
    { name: "a row of another kind", stored: ["author", 0] },
    { name: "a name that every object has", stored: ["constructor", 0] },
    { name: "no row", stored: { article: 0 } },
  ])("$name is no memory", ({ stored }) => {
    expect(isMemory(stored)).toBe(false);
  });
});
