import fc from "fast-check";
import { expect, test } from "vitest";
import { changedKeys } from "../../src/cache/changed-keys.ts";
import { DistinctValues } from "../../src/cache/distinct-values.ts";
import { ListPool } from "../../src/cache/list-pool.ts";

test("each value is in the list once, in the order in which they came", () => {
  const value = fc.oneof(fc.constantFrom("a", "b", "", null, 1, 2), fc.array(fc.constantFrom("a", "b")));
  fc.assert(
    fc.property(fc.array(value), (values) => {
      const distinct = new DistinctValues<unknown>();
      const places = values.map((one) => distinct.placeOf(one));
      expect(places.map((place) => distinct.list[place])).toEqual(values);
      expect(distinct.list.map((one) => JSON.stringify(one))).toEqual([
        ...new Set(values.map((one) => JSON.stringify(one))),
      ]);
    }),
  );
});

test("a list that is the very same as one before is not looked into again", () => {
  const distinct = new DistinctValues<unknown>();
  let looks = 0;
  const list = {
    toJSON() {
      looks += 1;
      return ["sea"];
    },
  };
  expect([list, list, ["sea"], list].map((one) => distinct.placeOf(one))).toEqual([0, 0, 0, 0]);
  expect(looks).toBe(1);
});

test("lists that say the same become the first of them", () => {
  const pool = new ListPool();
  const [first, second, other] = [["a", "b"], ["a", "b"], ["ab"]];
  expect(pool.share(first)).toBe(first);
  expect(pool.share(second)).toBe(first);
  expect(pool.share(other)).toBe(other);
  expect(pool.share(["a", "b"])).toBe(first);
});

test("there is one empty list for all", () => {
  const [one, other] = [new ListPool(), new ListPool()];
  expect(one.share([])).toEqual([]);
  expect(one.share([])).toBe(other.share([]));
});

test("keys that are gone are looked for only where there are any", () => {
  const before = new Map([
    ["a", 1],
    ["b", 2],
  ]);
  let looks = 0;
  before.keys = () => {
    looks += 1;
    return new Map(before).keys();
  };
  const of = (...keys: readonly string[]) => new Map(keys.map((key, at) => [key, at + 1]));
  expect(changedKeys(of("a", "b"), before)).toEqual([]);
  expect(changedKeys(of("a", "b", "c"), before)).toEqual(["c"]);
  expect(changedKeys(new Map([...of("a"), ["b", 3]]), before)).toEqual(["b"]);
  expect(looks).toBe(0);
  expect(changedKeys(of("a"), before)).toEqual(["b"]);
  expect(looks).toBe(1);
});

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
