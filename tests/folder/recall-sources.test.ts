import { rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ContentPath } from "../../src/article/values.ts";
import { recallSources } from "../../src/folder/recall-sources.ts";
import type { ReadBefore } from "./known-folder.ts";
import { loseOutcomes, open, readBefore, recalledOf, stayingPaths } from "./known-folder.ts";

const FILES = {
  "a/lock.md": "# Lock\n\nOf a lock.\n",
  "barge.md": "# Barge\n\nOf a barge.\n",
  "quay.md": "---\ntitle: Quay\nsumary: x\n---\nOf a quay.\n",
  "tide.md": "# Tide\n\nHigh.\n",
};
const PATHS = Object.keys(FILES);
const BARGE = "barge.md" as ContentPath;

type Recalled = ReturnType<typeof recalledOf>["recalled"];

/** What is recalled, by paths. */
function told({ staying, sources, told, pending, others }: Recalled) {
  return {
    staying: stayingPaths(staying),
    told: [...told.keys()],
    sources: [...sources.keys()],
    pending,
    others: [...others.keys()],
  };
}

const ALL_STAY = { staying: PATHS, told: ["quay.md"], sources: [], pending: [], others: [] };

/** Paths of files whose rows stay. */
function stayingFiles({ opened, cache, recalled }: ReturnType<typeof recalledOf>): readonly string[] {
  return opened.sources.filter((path) => recalled.stays[cache.files.rowOf(path)] === 1);
}

/** What a bake recalls once something has become of a folder. */
function becoming(
  change: (content: string) => void,
  ...how: Parameters<typeof recalledOf> extends [ReadBefore, ...infer R] ? R : never
) {
  const before = readBefore(FILES);
  change(before.content);
  const found = recalledOf(before, ...how);
  const files = stayingFiles(found);
  found.cache.close();
  return { ...told(found.recalled), files };
}

describe("of files that are as they were", () => {
  test.for([{ isLooking: true }, { isLooking: false }])(
    "articles stay, and only of those with problems something is read (looked at: $isLooking)",
    ({ isLooking }) => {
      expect(becoming(() => {}, {}, isLooking)).toEqual({ ...ALL_STAY, files: PATHS });
    },
  );

  test("what their own files tell goes with articles that stay", () => {
    const { recalled, cache } = recalledOf(readBefore(FILES));
    const { problems, asides } = recalled.told.get("quay.md" as ContentPath) ?? { problems: [], asides: [] };
    expect([...problems, ...asides].map(({ file }) => file)).toEqual(["quay.md"]);
    cache.close();
  });

  test("those are read whose articles may not stay, and their files stay all the same", () => {
    const before = readBefore(FILES);
    const mayStay = (row: number) => !["barge.md", "quay.md"].includes(before.articles.of.path(row));
    const found = recalledOf(before, { mayStay });
    expect(told(found.recalled)).toEqual({
      staying: ["a/lock.md", "tide.md"],
      told: [],
      sources: ["barge.md", "quay.md"],
      pending: [],
      others: [],
    });
    expect(stayingFiles(found)).toEqual(PATHS);
    expect(found.recalled.sources.get(BARGE)?.source).toMatchObject({ path: BARGE, title: "Barge" });
    found.cache.close();
  });

  test("all are read where nothing is known of articles", () => {
    const sources = { ...ALL_STAY, staying: [], told: [], sources: PATHS, files: PATHS };
    expect(becoming(() => {}, { articles: null })).toEqual(sources);
    const { opened, cache } = open(readBefore(FILES));
    const recalled = recallSources(opened, cache);
    expect(told(recalled)).toEqual({ ...ALL_STAY, staying: [], told: [], sources: PATHS });
    expect(() => recalled.staying.read(0)).toThrow("no article stays");
    cache.close();
  });
});

test("of files that were looked at stamps are asked for where they are other than before, and of no new one", () => {
  const before = readBefore(FILES);
  const none = recalledOf(before);
  expect([none.asked, none.opened.sourceRows.length]).toEqual([[], 4]);
  writeFileSync(join(before.content, "new.md"), "# New\n");
  for (const name of ["barge.md", "tide.md"]) utimesSync(join(before.content, name), 7, 7);
  const some = recalledOf(before);
  expect(some.asked).toEqual(["barge.md", "tide.md"].map((name) => join(some.opened.root, name)));
  const all = recalledOf(before, {}, false);
  expect(all.asked).toEqual(PATHS.map((path) => join(all.opened.root, path)));
  for (const { cache } of [none, some, all]) cache.close();
});

test("the first of all that was looked at is one of them", () => {
  const found = recalledOf(readBefore({ "a.md": "A" }));
  expect([found.opened.sourceRows, found.asked]).toEqual([[0], []]);
  found.cache.close();
});

describe("a file", () => {
  const without = (path: string) => PATHS.filter((one) => one !== path);

  test.for([
    { name: "that says something else", change: "# Barge\n\nAnother.\n" },
    { name: "that says as much as before", change: FILES["barge.md"].replace("barge.", "BARGE.") },
  ])("$name is to be parsed", ({ change }) => {
    const expected = { ...ALL_STAY, staying: without(BARGE), pending: [BARGE], files: without(BARGE) };
    expect(becoming((content) => writeFileSync(join(content, BARGE), change))).toEqual(expected);
  });

  test("that is gone is none, and its row does not stay", () => {
    const expected = { ...ALL_STAY, staying: without(BARGE), files: without(BARGE) };
    expect(becoming((content) => rmSync(join(content, BARGE)))).toEqual(expected);
  });

  test("that is new is to be parsed", () => {
    const expected = { ...ALL_STAY, pending: ["new.md"], files: PATHS };
    expect(becoming((content) => writeFileSync(join(content, "new.md"), "# New\n"))).toEqual(expected);
  });

  test.for([{ isLooking: true }, { isLooking: false }])(
    "that was touched stays as an article, and is remembered under its new stamp (looked at: $isLooking)",
    ({ isLooking }) => {
      const expected = { ...ALL_STAY, others: [BARGE], files: without(BARGE) };
      expect(becoming((content) => utimesSync(join(content, BARGE), 7, 7), {}, isLooking)).toEqual(expected);
    },
  );

  test("of whose bytes another article is remembered is read", () => {
    const before = readBefore(FILES);
    const row = before.articles.rows.rowOf(BARGE);
    const known = before.articles.rows.at(row);
    before.articles.rows.amend([], [[BARGE, { ...known, sha256: "another" }]]);
    const { recalled, cache } = recalledOf(before);
    expect(told(recalled)).toEqual({ ...ALL_STAY, staying: without(BARGE), sources: [BARGE] });
    cache.close();
  });

  test("of which no article is remembered is read", () => {
    const before = readBefore(FILES);
    before.articles.rows.amend([BARGE], []);
    const { recalled, cache } = recalledOf(before);
    expect(told(recalled)).toEqual({ ...ALL_STAY, staying: without(BARGE), sources: [BARGE] });
    cache.close();
  });

  test("whose outcome is damaged is to be parsed, if something has to be read of it", () => {
    const before = readBefore(FILES);
    loseOutcomes(before);
    const found = recalledOf(before);
    const expected = { ...ALL_STAY, staying: without("quay.md"), told: [], pending: ["quay.md"] };
    expect(told(found.recalled)).toEqual(expected);
    expect(stayingFiles(found)).toEqual(without("quay.md"));
    found.cache.close();
  });
});
