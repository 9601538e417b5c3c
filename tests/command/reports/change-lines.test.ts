import { describe, expect, test } from "vitest";
import { contentPath } from "../../../src/article/values.ts";
import { changeLines, countChanges } from "../../../src/command/reports/change-lines.ts";
import { EMPTY_LEDGER } from "../../../src/ledger/ledger.ts";
import type { ArticleRecord } from "../../../src/ledger/records/article-record.ts";
import type { Changes } from "../../../src/publish/changes.ts";
import { changesBetween } from "../../../src/publish/changes.ts";
import { recordBut } from "../../ledger/records.ts";

const NOTHING: Changes = changesBetween(EMPTY_LEDGER, EMPTY_LEDGER);

function record(path: string, address = `/articles/${path}`): ArticleRecord {
  const known = contentPath(path);
  if (known === null) throw new Error(path);
  return recordBut({ ordinal: 0, path: known, address });
}

const numbered = (count: number) => Array.from({ length: count }, (_, n) => record(`${n}`));

const EACH: Changes = {
  new: [record("a"), record("b")],
  changed: [record("c")],
  corrected: [record("d")],
  moved: [
    { before: record("e"), record: record("e", "/articles/eel") },
    { before: record("f", "/f"), record: record("sea/f", "/f") },
    { before: record("g"), record: record("sea/g", "/articles/gull") },
  ],
  back: [record("h")],
  gone: [record("i")],
  kept: 1200,
};

describe("changes", () => {
  test("are counted by kind", () => {
    expect(countChanges({ ...EACH, gone: [], kept: 4 })).toEqual({
      new: 2,
      changed: 1,
      corrected: 1,
      moved: 3,
      back: 1,
      gone: 0,
      kept: 4,
    });
    expect(countChanges({ ...NOTHING, gone: EACH.gone })).toMatchObject({ new: 0, gone: 1, kept: 0 });
  });

  test("are told one article a line, and those that stay are counted", () => {
    expect(changeLines(EACH, { verbose: false })).toEqual([
      "  new        a  /articles/a",
      "  new        b  /articles/b",
      "  changed    c  /articles/c",
      "  corrected  d  /articles/d",
      "  moved      e  /articles/e -> /articles/eel",
      "  moved      f -> sea/f  /f",
      "  moved      g -> sea/g  /articles/g -> /articles/gull",
      "  back       h  /articles/h",
      "  gone       i  /articles/i",
      "  kept       1,200",
    ]);
  });

  test("are no lines where there are none", () => {
    expect(changeLines(NOTHING, { verbose: false })).toEqual([]);
  });

  test("are told ten of a kind, and how many more there are", () => {
    expect(changeLines({ ...NOTHING, gone: numbered(10) }, { verbose: false })).toHaveLength(10);
    const lines = changeLines({ ...NOTHING, gone: numbered(1011) }, { verbose: false });
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe("  gone       and 1,001 more (--verbose shows all)");
  });

  test("are all told with --verbose", () => {
    const lines = changeLines({ ...NOTHING, gone: numbered(12) }, { verbose: true });
    expect(lines).toHaveLength(12);
    expect(lines.at(-1)).toBe("  gone       11  /articles/11");
  });
});

test("what is sealed is told with its instant, and what it costs", () => {
  const sealed = [
    { file: "a.md", at: "2025-07-02T00:00:00Z", writes: 1 },
    { file: "b.md", at: "2025-07-03T00:00:00Z", writes: 12 },
  ];
  expect(changeLines(NOTHING, { verbose: false, sealed })).toEqual([
    "  sealed     a.md  2025-07-02T00:00:00Z  1 write",
    "  sealed     b.md  2025-07-03T00:00:00Z  12 writes",
  ]);
});
