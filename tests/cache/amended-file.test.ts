import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { AmendedFile } from "../../src/cache/amended-file.ts";
import { changedKeys } from "../../src/cache/changed-keys.ts";
import { jsonLines } from "../../src/cache/checked-file.ts";
import { temporaryFolder } from "../content-folder.ts";
import { runs } from "../runs.ts";

type Rows = ReadonlyMap<string, number>;

type NumberRow = readonly [key: string, value: number];

function fileIn(folder: string): AmendedFile<number, NumberRow> {
  return new AmendedFile(join(folder, "rows"), join(folder, "beside"), {
    row: (key, value) => [key, value],
    value: ([, value]) => Number(value),
  });
}

/** What a file says, as a bake reads it. */
function readIn(folder: string): Rows | null {
  return read(fileIn(folder));
}

function read(file: AmendedFile<number, NumberRow>): Map<string, number> | null {
  return file.read(
    (bytes) => new Map(JSON.parse(bytes.toString()) as [string, number][]),
    (rows) => rows,
  );
}

/** Reads and writes, as a bake does. */
function become(folder: string, rows: Rows): void {
  const file = fileIn(folder);
  const before = read(file);
  file.write(rows, before && changedKeys(rows, before), () => jsonLines(rows));
}

const MANY: Rows = new Map(Array.from({ length: 64 }, (_, at) => [`row ${at}`, at]));
const but = (changes: Readonly<Record<string, number>>, rows = MANY): Rows =>
  new Map([...rows, ...Object.entries(changes)]);

test("says what was written last, after any changes", () => {
  const change = fc.record({
    key: fc.integer({ min: 0, max: 70 }).map((at) => `row ${at}`),
    value: fc.option(fc.integer()),
  });
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 9 }), { maxLength: 6 }), (bakes) => {
      const folder = temporaryFolder();
      const rows = new Map(MANY);
      become(folder, rows);
      for (const changes of bakes) {
        for (const { key, value } of changes) {
          if (value === null) rows.delete(key);
          else rows.set(key, value);
        }
        become(folder, rows);
        expect(new Map([...(readIn(folder) ?? [])].sort())).toEqual(new Map([...rows].sort()));
      }
    }),
    runs(60),
  );
});

test("writes the few rows that changed, and all once they are many", () => {
  const folder = temporaryFolder();
  become(folder, MANY);
  const whole = readFileSync(join(folder, "rows"));
  become(folder, but({ "row 1": -1 }));
  become(folder, but({ "row 1": -1, "row 2": -2 }));
  expect(readFileSync(join(folder, "rows"))).toEqual(whole);
  expect(readFileSync(join(folder, "beside"), "utf8")).toContain('["row 2",-2]');
  become(folder, but({ "row 1": 1, "row 2": -2, "row 3": -3, "row 4": -4, "row 5": -5 }));
  expect(readdirSync(folder)).toEqual(["rows"]);
  expect(readIn(folder)?.get("row 5")).toBe(-5);
});

test("believes nothing of another file, and nothing that is damaged", () => {
  const folder = temporaryFolder();
  become(folder, MANY);
  become(folder, but({ "row 1": -1 }));
  const beside = readFileSync(join(folder, "beside"));
  for (const at of [0, 40, beside.byteLength - 1]) {
    const damaged = Buffer.from(beside);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    writeFileSync(join(folder, "beside"), damaged);
    expect(readIn(folder)).toEqual(MANY);
  }
  fileIn(folder).write(but({ "row 1": 7 }), null, () => jsonLines(but({ "row 1": 7 })));
  expect(existsSync(join(folder, "beside"))).toBe(false);
  writeFileSync(join(folder, "beside"), beside);
  expect(readIn(folder)?.get("row 1")).toBe(7);
});

const SIXTEENTH = { "row 1": -1, "row 2": -2, "row 3": -3, "row 4": -4 };

test("a sixteenth of all rows goes beside the file, and one row more does not", () => {
  const folder = temporaryFolder();
  become(folder, MANY);
  become(folder, but(SIXTEENTH));
  expect(readdirSync(folder)).toEqual(["beside", "rows"]);
  become(folder, but({ ...SIXTEENTH, "row 5": -5 }));
  expect(readdirSync(folder)).toEqual(["rows"]);
});

test("what stood beside a file that is written anew is forgotten", () => {
  const folder = temporaryFolder();
  become(folder, MANY);
  const file = fileIn(folder);
  read(file);
  const others = but({ ...SIXTEENTH, "row 5": -5 });
  file.write(others, changedKeys(others, MANY), () => jsonLines(others));
  file.write(but({ "row 6": -6 }, others), ["row 6"], () => []);
  const beside = readFileSync(join(folder, "beside"), "utf8");
  expect(beside).toContain('["row 6",-6]');
  expect(beside).not.toContain("row 5");
  expect(readIn(folder)).toEqual(but({ "row 6": -6 }, others));
});

test("a row that becomes another keeps its place", () => {
  const folder = temporaryFolder();
  become(folder, MANY);
  become(folder, but({ "row 1": -1 }));
  expect([...(readIn(folder)?.keys() ?? [])]).toEqual([...MANY.keys()]);
});

test.for([
  { name: "was not read", read: () => {} },
  { name: "meant nothing", read: (file: ReturnType<typeof fileIn>) => readNothing(file) },
])("a file that $name is written as a whole", ({ read }) => {
  const folder = temporaryFolder();
  become(folder, MANY);
  const file = fileIn(folder);
  read(file);
  const rows = but({ "row 1": -1 });
  file.write(rows, ["row 1"], () => jsonLines(rows));
  expect(readdirSync(folder)).toEqual(["rows"]);
  expect(readIn(folder)).toEqual(rows);
});

function readNothing(file: ReturnType<typeof fileIn>): void {
  const found = file.read(
    () => null,
    () => {
      throw new Error("nothing has no rows");
    },
  );
  expect(found).toBeNull();
}

test("the keys of rows that are others, or gone, are told, and no others", () => {
  const rows = fc
    .dictionary(fc.constantFrom("a", "b", "c", "d"), fc.nat(2))
    .map((all) => new Map(Object.entries(all)));
  fc.assert(
    fc.property(rows, rows, (now, before) => {
      const all = new Set([...now.keys(), ...before.keys()]);
      const others = [...all].filter((key) => now.get(key) !== before.get(key));
      expect([...changedKeys(now, before)].sort()).toEqual(others.sort());
    }),
  );
});
