import { describe, expect, test } from "vitest";
import type { ReaderKind } from "../../scripts/bench/population.ts";
import { averageDay, POPULATIONS, PUBLISHED } from "../../scripts/bench/population.ts";

const KIND: ReaderKind = {
  habit: "validators, gzip",
  intervalMinutes: 60,
  share: 0.5,
  subscribersPerPoll: 1,
};

test.for(Object.entries(POPULATIONS))("%s: the shares are parts of one whole", ([, kinds]) => {
  expect(kinds.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
  expect(kinds.every(({ share }) => share > 0)).toBe(true);
});

test("two fifths of the polls that readers of one person make come every ten minutes", () => {
  const own = (POPULATIONS[PUBLISHED] ?? []).filter(({ subscribersPerPoll }) => subscribersPerPoll === 1);
  const polls = (kinds: readonly ReaderKind[]) =>
    averageDay(kinds, ({ intervalMinutes }) => ({ polls: 1440 / intervalMinutes, bytes: 0 })).polls;
  const hasty = own.filter(({ intervalMinutes }) => intervalMinutes === 10);
  expect(polls(hasty) / polls(own)).toBeCloseTo(0.4, 2);
});

describe("an average day", () => {
  test("weighs measured days by shares", () => {
    const kinds = [KIND, { ...KIND, habit: "validators, deltas", share: 0.25 } as const];
    const day = averageDay(kinds, ({ habit }) =>
      habit === "validators, deltas" ? { polls: 8, bytes: 400 } : { polls: 24, bytes: 1000 },
    );
    expect(day).toEqual({ polls: 0.5 * 24 + 0.25 * 8, bytes: 0.5 * 1000 + 0.25 * 400 });
  });

  test("shares a poll among the subscribers that it is made for", () => {
    const day = averageDay([{ ...KIND, subscribersPerPoll: 10 }], () => ({ polls: 100, bytes: 5000 }));
    expect(day).toEqual({ polls: 5, bytes: 250 });
  });

  test("is refused where a kind was not measured", () => {
    expect(() => averageDay([KIND], () => undefined)).toThrow(
      'no day of "validators, gzip" every 60 minutes',
    );
  });
});
