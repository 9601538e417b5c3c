import { hash } from "node:crypto";
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import { stampNow } from "../../src/cache/file-stamp.ts";
import { siteWith } from "../bake/small-site.ts";
import { temporaryFolder } from "../content-folder.ts";
import { become, FILES, fileOf, knowing, NONE, OPENED_MS, opened, PATHS, said } from "./remembering-files.ts";

test("the rows of files say what was remembered, one by one and all together", () => {
  const memory = opened(knowing());
  expect(memory.rows).toBe(64);
  expect(said(memory)).toEqual(FILES);
  const row = memory.rowOf("07.md" as ContentPath);
  expect(memory.fileAt(row)).toMatchObject(fileOf(7));
  expect(memory.table.sha256At(row)).toBe("digest 7");
  const stamps = new Float64Array([9, 9, 9, 9, 7, 1000, 2000, 8]);
  expect([memory.hasStamp(row, stamps, 4), memory.hasStamp(row, stamps, 0)]).toEqual([true, false]);
  expect(memory.rowOf("gone.md" as ContentPath)).toBe(-1);
});

test("rows that stay are remembered with what others became, few or many of them", () => {
  for (const count of [1, 30]) {
    const folder = knowing();
    const gone = Array.from({ length: count }, (_, at) => at + 1);
    const others = new Map([
      ["02.md", fileOf(70)],
      ["new.md", fileOf(80)],
    ]);
    become(folder, [...gone, 2], others);
    const expected = new Map([...FILES, ...others]);
    for (const at of gone) if (at !== 2) expected.delete(PATHS[at] ?? "");
    expect(said(opened(folder))).toEqual(expected);
    expect(readdirSync(folder).includes("manifest-amendments.json")).toBe(count === 1);
    become(folder, [9], new Map([["03.md", fileOf(90)]]));
    expected.delete("09.md");
    expected.set("03.md", fileOf(90));
    expect(said(opened(folder))).toEqual(expected);
  }
});

test("nothing is recalled once files are remembered, but by whoever took the table before", () => {
  const memory = opened(knowing());
  const { table } = memory;
  memory.remember(table.rows.all(), new Map());
  expect([memory.rows, memory.rowOf("07.md" as ContentPath)]).toEqual([0, -1]);
  expect(memory.recall("/", "07.md" as ContentPath)).toBeNull();
  expect(table.rows.get("07.md")).toMatchObject(fileOf(7));
});

test("of what changed a moment before the cache was opened the stamp is not remembered", () => {
  const folder = temporaryFolder();
  const recent = fileOf(1, { stamp: [1, OPENED_MS, 2000, 7] });
  opened(folder).remember(
    NONE,
    new Map([
      ["a.md", recent],
      ["b.md", fileOf(2)],
    ]),
  );
  expect(said(opened(folder))).toEqual(
    new Map([
      ["a.md", { ...recent, stamp: null }],
      ["b.md", fileOf(2)],
    ]),
  );
});

describe("nothing is known", () => {
  test.for([
    { name: "to another program", use: { program: "another" } },
    { name: "under other settings", use: { site: siteWith('language = "de"\n') } },
    { name: "to one that is to know nothing", use: { isFull: true } },
  ])("$name, which remembers all of it anew", ({ use }) => {
    const folder = knowing();
    const memory = opened(folder, use);
    expect([memory.rows, memory.rowOf("07.md" as ContentPath)]).toEqual([0, -1]);
    expect(memory.segments.before).toEqual(new Set(["segment 0", "segment 1", "segment 2"]));
    memory.remember(NONE, new Map([["a.md", fileOf(1)]]));
    expect(readdirSync(folder)).toEqual(["manifest.table"]);
    const { isFull: _, ...after } = { isFull: false, ...use };
    expect(said(opened(folder, after))).toEqual(new Map([["a.md", fileOf(1)]]));
  });

  test("where there is nothing", () => {
    const memory = opened(temporaryFolder());
    expect([memory.rows, memory.segments.before]).toEqual([0, new Set()]);
    expect(memory.segments.now).toBe(memory.segments.before);
  });
});

describe("what is recalled of a file", () => {
  const recalled = (at: { readonly folder: string; readonly content: string }, name = "a.md") =>
    opened(at.folder, { stampAt: stampNow }).recall(at.content, name as ContentPath);

  function knownFile() {
    const content = temporaryFolder();
    writeFileSync(join(content, "a.md"), "text");
    utimesSync(join(content, "a.md"), 7, 7);
    return { content, sha256: hash("sha256", "text", "base64url"), stamp: stampNow(join(content, "a.md")) };
  }

  test("is its row where its stamp is the same, whatever it says", () => {
    const { content, stamp } = knownFile();
    const file = fileOf(1, { stamp });
    const folder = temporaryFolder();
    opened(folder, { openedMs: Date.now() + 60_000 }).remember(NONE, new Map([["a.md", file]]));
    expect(recalled({ folder, content })).toEqual({ ...file, row: 0 });
    expect(recalled({ folder, content }, "b.md")).toBeNull();
  });

  test("is nothing where nothing is remembered of it, without a look at it", () => {
    const stampAt = (): never => {
      throw new Error("looked at");
    };
    expect(opened(knowing(), { stampAt }).recall("/", "gone.md" as ContentPath)).toBeNull();
  });

  test("is none where it says the same under another stamp, and nothing where it says another thing", () => {
    const { content, sha256, stamp } = knownFile();
    const [folder, other] = [temporaryFolder(), temporaryFolder()];
    const file = fileOf(1, { sha256 });
    opened(folder).remember(NONE, new Map([["a.md", file]]));
    opened(other).remember(NONE, new Map([["a.md", fileOf(1)]]));
    expect(recalled({ folder, content })).toEqual({ ...file, stamp, row: -1 });
    expect(recalled({ folder: other, content })).toBeNull();
  });
});
