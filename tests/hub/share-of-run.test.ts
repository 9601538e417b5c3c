import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shareOfRun } from "../../src/hub/shard/share-of-run.ts";

/** The most that a run asks for. */
const WAITING = 40;

const served = (bodyBytes: number, secret: string | null = null) =>
  shareOfRun(
    Array.from({ length: WAITING }, () => ({ secret })),
    () => bodyBytes,
  ).length;

describe("how many callbacks a run serves", () => {
  test.for([
    { what: "an article that changed", bodyBytes: 4600, unsigned: 32, signed: 31 },
    { what: "a feed of twenty articles", bodyBytes: 92_000, unsigned: 16, signed: 11 },
    { what: "a long feed", bodyBytes: 500_000, unsigned: 5, signed: 2 },
    { what: "more than a run can send", bodyBytes: 5_000_000, unsigned: 1, signed: 1 },
  ])("falls with what they are sent: $what", ({ bodyBytes, unsigned, signed }) => {
    expect([served(bodyBytes), served(bodyBytes, "a secret")]).toEqual([unsigned, signed]);
  });

  const body = fc.oneof(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 3_000_000 }));
  const waiting = fc.array(fc.record({ secret: fc.constantFrom(null, "a secret"), body }), {
    maxLength: WAITING,
  });
  test("are the first of those who wait, and somebody wherever somebody waits", () => {
    fc.assert(
      fc.property(waiting, (all) => {
        const share = shareOfRun(all, ({ body }) => body);
        expect(share).toEqual(all.slice(0, share.length));
        expect(share.length > 0).toBe(all.length > 0);
        const sent = share.reduce((sum, { body }) => sum + body, 0);
        expect(share.length === 1 || sent <= 3_000_000 - 87_000 * share.length).toBe(true);
      }),
    );
  });
});
