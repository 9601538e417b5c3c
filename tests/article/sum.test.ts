import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../../scripts/bench/corpus.ts";
import type { Summed } from "../../src/article/sum.ts";
import { Sum } from "../../src/article/sum.ts";
import { ANY_SIGN } from "../any-text.ts";

const word = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const member = fc.oneof(
  fc.string({ unit: ANY_SIGN }),
  word,
  fc.constant(null),
  // Of no sum is a word 0 but by chance.
  fc.record({ a: word, b: word.filter((one) => one !== 0), c: word }),
);
type Member = string | number | null | Summed;

function sumOf(members: readonly Member[]): Summed {
  const sum = new Sum();
  for (const one of members) {
    if (typeof one === "string") sum.text(one);
    else if (typeof one === "number" || one === null) sum.number(one);
    else sum.add(one);
  }
  return sum.read();
}

describe("a sum", () => {
  test("is the same of the same, also where the sum is used again", () => {
    fc.assert(
      fc.property(fc.array(member), (members) => {
        const [first = "", ...rest] = members;
        const used = new Sum().text("something else").clear();
        used.add(sumOf([]));
        expect(sumOf(members)).toEqual(sumOf([...members]));
        expect(new Sum().text("else").clear().read()).toEqual(new Sum().read());
        expect(sumOf([first, ...rest])).toEqual(sumOf([first, ...rest]));
      }),
    );
  });

  test("is another of other members, of another order, and where one ends elsewhere", () => {
    fc.assert(
      fc.property(fc.array(member), fc.array(member), (some, others) => {
        const isSame = JSON.stringify(some) === JSON.stringify(others);
        // Half a surrogate pair is told in JSON, and -0 is 0 in both.
        if (!isSame) expect(sumOf(some)).not.toEqual(sumOf(others));
      }),
    );
  });

  test.for<{ name: string; members: readonly Member[]; others: readonly Member[] }>([
    { name: "another order", members: ["tide", "lock"], others: ["lock", "tide"] },
    { name: "another end", members: ["tide", "lock"], others: ["tidel", "ock"] },
    { name: "nothing at the end", members: ["tide"], others: ["tide", ""] },
    { name: "a zero at the end of a text", members: ["tide"], others: ["tide\0"] },
    { name: "zeros alone", members: [0], others: [0, 0] },
    { name: "null and zero", members: [null], others: [0] },
    { name: "null and one", members: [null], others: [1] },
    { name: "one letter far into a long text", members: ["a".repeat(99)], others: [`${"a".repeat(98)}b`] },
    {
      name: "letters that differ in their high bits",
      members: ["ā".repeat(7)],
      others: ["\u0001".repeat(7)],
    },
  ])("tells $name", ({ members, others }) => {
    expect(sumOf(members)).not.toEqual(sumOf(others));
  });

  test("is mixed word by word as by plain arithmetic", () => {
    fc.assert(
      fc.property(fc.array(member, { maxLength: 4 }), (members) => {
        expect(sumOf(members)).toEqual(plainSumOf(members));
      }),
    );
  });

  test("stays what it was when it was read", () => {
    const sum = new Sum().text("tide");
    const read = sum.read();
    const before = { ...read };
    sum.text("lock");
    expect(read).toEqual(before);
  });

  test("is changed in half of its bits by one bit of a member, as soon as two more were added", () => {
    const random = seededRandom(1);
    const any = () => Math.floor(random() * 2 ** 32) | 0;
    let changed = 0;
    let fewest = 96;
    for (let bit = 0; bit < 96; bit += 1) {
      const [one, rest] = [
        [any(), any(), any()],
        [any(), any()],
      ] as const;
      const other = one.with(bit >> 5, (one[bit >> 5] ?? 0) ^ (1 << (bit & 31)));
      const [x, y] = [one, other].map(([a = 0, b = 0, c = 0]) => sumOf([{ a, b, c }, ...rest]));
      const bits = x && y ? bitsOf(x.a ^ y.a) + bitsOf(x.b ^ y.b) + bitsOf(x.c ^ y.c) : 0;
      changed += bits / 96;
      fewest = Math.min(fewest, bits);
    }
    expect(changed).toBeGreaterThan(46);
    expect(changed).toBeLessThan(50);
    expect(fewest).toBeGreaterThan(20);
  });
});

/** The same over whole numbers of any size, three words after three. */
function plainSumOf(members: readonly Member[]): Summed {
  let [a, b, c] = [0x3c6ef372n, 0x1f83d9abn, 0x510e527fn];
  for (const [x = 0n, y = 0n, z = 0n] of members.flatMap(wordsOf)) {
    const [b2, c2] = [b ^ y, c ^ z];
    a = plainlyMixed(a ^ x, b2);
    b = plainlyMixed(b2, c2);
    c = plainlyMixed(c2, a);
  }
  const signed = (word: bigint) => Number(BigInt.asIntN(32, word));
  return { a: signed(a), b: signed(b), c: signed(c) };
}

/** Three words for a number or a sum; for a text six units of UTF-16 at a time, filled up with zeros, then its length. */
function wordsOf(member: Member): readonly (readonly bigint[])[] {
  const words = (...numbers: readonly number[]) => numbers.map((one) => BigInt.asUintN(32, BigInt(one)));
  if (member === null) return [words(0, 0, 1)];
  if (typeof member === "number") return [words(member, 0, 0)];
  if (typeof member !== "string") return [words(member.a, member.b, member.c)];
  const unitAt = (at: number) => BigInt(member.charCodeAt(at) || 0);
  const pairAt = (at: number) => unitAt(at) + unitAt(at + 1) * 0x10000n;
  const sixes = Array.from({ length: Math.floor(member.length / 6) + 1 }, (_, six) => six * 6);
  const texts = sixes.map((at) => [pairAt(at), pairAt(at + 2), pairAt(at + 4)]);
  return [...texts, words(member.length, 0, 2)];
}

function plainlyMixed(word: bigint, other: bigint): bigint {
  return BigInt.asUintN(32, (word ^ (word / 0x10000n)) * 0x21f0aaadn + (other ^ (other / 0x8000n)));
}

function bitsOf(word: number): number {
  let bits = 0;
  for (let left = word >>> 0; left !== 0; left >>>= 1) bits += left & 1;
  return bits;
}
