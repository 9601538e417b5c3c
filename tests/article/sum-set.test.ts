import fc from "fast-check";
import { expect, test } from "vitest";
import { Sum } from "../../src/article/sum.ts";
import { SumSet } from "../../src/article/sum-set.ts";

const word = fc.integer({ min: -3, max: 3 });
const sum = fc.record({ a: word, b: word, c: word });

test("a set has what was added to it and nothing else, also once it was read back", () => {
  fc.assert(
    fc.property(fc.array(sum), fc.array(sum), (sums, others) => {
      const set = new SumSet();
      for (const one of sums) set.add(one);
      const isIn = (one: (typeof sums)[number]) =>
        sums.some(({ a, b, c }) => a === one.a && b === one.b && c === one.c);
      for (const one of [set, new SumSet(set.bytes)]) {
        expect(one.size).toBe(sums.length);
        expect([...sums, ...others].filter((asked) => one.has(asked) !== isIn(asked))).toEqual([]);
      }
    }),
  );
});

test("a set grows while it is asked, and keeps its order", () => {
  const sums = Array.from({ length: 5000 }, (_, number) => new Sum().number(number).read());
  const set = new SumSet();
  for (const one of sums) {
    expect(set.has(one)).toBe(false);
    set.add(one);
    if (set.size % 1000 === 1) expect(set.has(one)).toBe(true);
  }
  expect(sums.every((one) => set.has(one))).toBe(true);
  expect(set.bytes.byteLength).toBe(60_000);
  expect(Buffer.from(set.bytes.subarray(12, 24))).toEqual(
    Buffer.from(new Int32Array(Object.values(sums[1] ?? {})).buffer),
  );
});

test("a copy has the same, and goes its own way", () => {
  const [one, other] = [new Sum().number(1).read(), new Sum().number(2).read()];
  const set = new SumSet();
  set.add(one);
  const copy = set.copy();
  copy.add(other);
  expect([copy.has(one), copy.has(other), set.has(one), set.has(other)]).toEqual([true, true, true, false]);
});

test("bytes that end within a sum are read up to there", () => {
  const set = new SumSet();
  set.add(new Sum().text("tide"));
  set.add(new Sum().text("lock"));
  const cut = new SumSet(set.bytes.subarray(0, 20));
  expect(cut.size).toBe(1);
  expect([cut.has(new Sum().text("tide")), cut.has(new Sum().text("lock"))]).toEqual([true, false]);
});
