import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TextTable } from "../../src/article/text-table.ts";

/** Short ones that are often equal, and long ones of which the first differ alone. */
const word = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 4 }),
  fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 3 }).map((start) => `${start}/articles/of-today`),
  fc.string({ maxLength: 12 }),
);

test("numbers are found by their texts as in a map; of those with one text the first is", () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), fc.array(word), fc.nat(9), (words, others, gap) => {
      const numbers = words.map((_, at) => at * (gap + 1));
      const textOf = (number: number) => words[number / (gap + 1)] ?? "nothing";
      for (const [given, first] of [
        [numbers, (text: string) => words.indexOf(text)],
        [Int32Array.from(numbers).reverse(), (text: string) => words.lastIndexOf(text)],
      ] as const) {
        const table = new TextTable(given, textOf);
        for (const text of [...words, ...others]) {
          const at = first(text);
          expect(table.find(text)).toBe(at < 0 ? -1 : at * (gap + 1));
        }
      }
    }),
  );
});

test("no number is found where there are none", () => {
  const table = new TextTable([], () => "sea");
  expect([table.find(""), table.find("sea")]).toEqual([-1, -1]);
});

describe("a text is compared with few others, of many that differ", () => {
  const MANY = 1000;

  /** How many texts are read to find each of them, and one that is not there. */
  function readsOf(textAt: (number: number) => string, count = MANY): number {
    let reads = 0;
    const numbers = Array.from({ length: count }, (_, number) => number);
    const table = new TextTable(numbers, (number) => {
      reads += 1;
      return textAt(number);
    });
    expect(reads).toBe(count);
    for (const number of numbers) expect(table.find(textAt(number))).toBe(number);
    expect(table.find(textAt(count))).toBe(-1);
    return reads - count;
  }

  test.for([
    { name: "at their ends", textAt: (number: number) => `/articles/of-the-sea-${number}` },
    { name: "far before their ends", textAt: (number: number) => `/articles/${number}/harbour/index.html` },
    {
      name: "in their first sign",
      textAt: (number: number) => `${String.fromCharCode(0x4e00 + number)}-harbour`,
    },
    { name: "in their lengths", textAt: (number: number) => `${"a".repeat(number)}/harbour` },
    { name: "in one short sign", textAt: (number: number) => String.fromCharCode(0x4e00 + number) },
  ])("$name", ({ textAt }) => {
    expect(readsOf(textAt)).toBeLessThan(3 * MANY);
  });

  test("in the upper halves of their signs", () => {
    const count = 100;
    expect(readsOf((number) => String.fromCharCode(0x0100 * (number + 1)), count)).toBeLessThan(4 * count);
  });
});
