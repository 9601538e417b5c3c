import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { changedKeys } from "../../src/cache/changed-keys.ts";
import { jsonLines } from "../../src/cache/checked-file.ts";
import { temporaryFolder } from "../content-folder.ts";
import { runs } from "../runs.ts";
import { become, but, fileIn, MANY, read, readIn } from "./amended-rows.ts";

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

test("beside the file stand what it is of, the paths that went, and rows that are others", () => {
  const folder = temporaryFolder();
  become(folder, MANY);
  const rows = new Map(but({ "row 1": -1 }));
  rows.delete("row 2");
  become(folder, rows);
  const checksum = readFileSync(join(folder, "rows"), "utf8").split("\n").at(-1);
  const said = readFileSync(join(folder, "beside"), "utf8").split("\n").slice(0, -1).join("\n");
  expect(JSON.parse(said)).toEqual([checksum, ["row 2"], [["row 1", -1]]]);
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

test("a row that becomes another keeps its place in a file that is written anew", () => {
  const folder = temporaryFolder();
  become(folder, MANY);
  become(folder, but({ "row 1": -1 }));
  const others = but({ ...SIXTEENTH, "row 5": -5 }, readIn(folder) ?? new Map());
  become(folder, others);
  expect(readdirSync(folder)).toEqual(["rows"]);
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
