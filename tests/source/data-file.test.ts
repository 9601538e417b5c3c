import { describe, expect, test } from "vitest";
import { isDataPath, readDataFile, withData } from "../../src/source/formats/data-file.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { pathOf } from "../ledger/source-at.ts";

function read(path: string, text: string) {
  const problems = new FileProblems(path);
  const value = readDataFile({ path: pathOf(path), bytes: Buffer.from(text) }, problems);
  return { value, problems: problems.list.map(({ severity, line, message }) => [severity, line, message]) };
}

test.for(["a.yml", "a.yaml", "a.json", "a.toml", "a.csv", "x/a.tsv"])("%s holds data", (path) => {
  expect(isDataPath(path)).toBe(true);
});

test.for(["a.md", "a.json.md", "json", "a.xyml"])("%s holds none", (path) => {
  expect(isDataPath(path)).toBe(false);
  expect(read(path, "a: 1")).toEqual({ value: null, problems: [] });
});

describe("a data file", () => {
  test.for([
    { path: "a.yml", text: "tide: [1, two]", value: { tide: [1, "two"] } },
    { path: "a.yaml", text: "- high\n- low", value: ["high", "low"] },
    { path: "a.json", text: '{"tide":{"at":null}}', value: { tide: { at: null } } },
    { path: "a.toml", text: "at = 2025-07-01T18:00:00Z", value: { at: "2025-07-01T18:00:00.000Z" } },
    { path: "a.toml", text: "[a]\nb = [2025-07-01]", value: { a: { b: ["2025-07-01"] } } },
    { path: "a.csv", text: "port,m\nQuay,3\n", value: [{ port: "Quay", m: "3" }] },
    { path: "a.tsv", text: "port\tm\nQuay\t3\n", value: [{ port: "Quay", m: "3" }] },
  ])("is read: $path", ({ path, text, value }) => {
    const { value: found, problems } = read(path, text);
    expect(found).toEqual(value);
    expect(problems).toEqual([]);
  });

  test("may name a field as no other program would", () => {
    const { value } = read("a.json", '{"__proto__":{"tide":1}}');
    expect(Object.entries(Object(value))).toEqual([["__proto__", { tide: 1 }]]);
    expect(Object.getOwnPropertyDescriptor(value, "__proto__")).toMatchObject({
      enumerable: true,
      configurable: true,
      writable: true,
    });
  });

  test("that cannot be read is told with its line", () => {
    const { value, problems } = read("a.json", '{"a": 1,\n"b" 2}');
    expect(value).toBeNull();
    expect(problems).toEqual([["warning", 2, expect.any(String)]]);
  });

  test.for([
    { name: "is nested too deeply", text: `${"[".repeat(100_000)}${"]".repeat(100_000)}` },
    { name: "holds too much", text: `[${"0,".repeat(200_000)}0]` },
  ])("that $name is told", ({ text }) => {
    expect(read("a.json", text)).toEqual({
      value: null,
      problems: [
        [
          "warning",
          null,
          "cannot be read as data: it is nested too deeply or holds too much; write it more simply",
        ],
      ],
    });
  });
});

test("a data file may hold 200,000 values", () => {
  const { value, problems } = read("a.json", `[${"0,".repeat(199_998)}0]`);
  expect(value).toHaveLength(199_999);
  expect(problems).toEqual([]);
});

describe("values by the names of folders and file", () => {
  test("stand beside each other", () => {
    const data = {};
    withData(data, ["ports"], { quay: 1 });
    withData(data, ["ports", "tides"], [2]);
    withData(data, ["other", "deep", "one"], 3);
    expect(data).toEqual({ ports: { quay: 1, tides: [2] }, other: { deep: { one: 3 } } });
  });

  test("leave the value of a file as it was read", () => {
    const ports = { quay: 1 };
    const data = {};
    withData(data, ["ports"], ports);
    withData(data, ["ports", "tides"], 2);
    expect(ports).toEqual({ quay: 1 });
  });

  test("take the place of what is no table, and of no name that every table has", () => {
    const data = { ports: "quay" };
    withData(data, ["ports", "tides"], 2);
    withData(data, ["toString", "a"], 3);
    expect(data).toEqual({ ports: { tides: 2 }, toString: { a: 3 } });
  });
});
