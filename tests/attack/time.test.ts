import { describe, expect, test } from "vitest";
import { baked, parsed } from "./cost.ts";
import { HOSTILE_TEXTS, plainText } from "./hostile-texts.ts";

/** So many times what a plain text of the same size takes. What is linear takes 60 at most, what is square thousands. */
const PARSING = 120;
const BAKING = 60;
const SIZE = 32_000;
/** Of those that are refused, for what they have too many of. */
const REFUSED_SIZE = 64_000;

describe("a hostile text takes as long as its size allows, and is published or refused in words", () => {
  const plain = parsed("a.md", plainText(SIZE), 5);
  const plainBake = Math.max(baked(plain).cost, baked(plain).cost);

  test("the texts are eighty at least", () => {
    expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(80);
  });

  test.for(HOSTILE_TEXTS)("$name", ({ path, text, refusal, generator = null }) => {
    const size = refusal === null ? SIZE : REFUSED_SIZE;
    const most = (PARSING * size) / SIZE;
    const quick = parsed(path, text(size), 1, generator);
    // Not yet compiled, and others use the machine too: what took longer at first is measured again.
    const hostile = quick.cost / plain.cost < most ? quick : parsed(path, text(size), 5, generator);
    const errors = hostile.problems.filter(({ severity }) => severity === "error");
    if (refusal === null) expect(errors).toEqual([]);
    else expect(errors.map(({ message }) => message).join()).toMatch(refusal);
    expect(hostile.article === null).toBe(refusal !== null);
    expect(hostile.cost / plain.cost).toBeLessThan(most);
    const first = baked(hostile);
    // The first run may load what colours code, and others use the machine too.
    const { documents, cost } = first.cost / plainBake < BAKING ? first : baked(hostile, 3);
    expect(documents > 0).toBe(refusal === null);
    expect(cost / plainBake).toBeLessThan(BAKING);
  });
});
