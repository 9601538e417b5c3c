import { describe, expect, test } from "vitest";
import type { BakeRuns } from "../../scripts/bench/bake-rows.ts";
import { bakeRows } from "../../scripts/bench/bake-rows.ts";

const runs = (peakMegabytes: number | null, ...timesMs: number[]) =>
  timesMs.map((timeMs) => ({ timeMs, peakMegabytes, stdout: "" }));

const BAKES: BakeRuns = {
  size: 10_000,
  ours: {
    everything: runs(500, 4000, 6000, 5000),
    "everything but archives of channels": runs(400, 8000, 9600, 8000),
    "what Hugo does too": runs(300, 2000, 2100, 1900),
  },
  walksMs: [30, 20, 40],
  peers: new Map([["Hugo", runs(900, 6400, 9600, 8000)]]),
  smaller: null,
};

const verdicts = (bakes: BakeRuns) =>
  bakeRows(bakes).flatMap(({ what, budget, met }) => (budget ? [[what.trim(), budget, met]] : []));

describe("a full bake", () => {
  test("is held against each peer, round by round", () => {
    expect(bakeRows(BAKES).map(({ what, figure }) => [what.trim(), figure])).toEqual([
      ["Feedwright, everything", "5000 ms (4000 ms to 6000 ms), 500 MB"],
      ["Feedwright, everything but archives of channels", "8000 ms (8000 ms to 9600 ms), 400 MB"],
      ["Feedwright, what Hugo does too", "2000 ms (1900 ms to 2100 ms), 300 MB"],
      ["a bare walk of its files", "30 ms (20 ms to 40 ms)"],
      ["Hugo", "8000 ms (6400 ms to 9600 ms), 900 MB"],
      ["everything, against Hugo", "1.60 times as fast"],
      ["everything but archives of channels, against Hugo", "1.00 (0.80 to 1.00) times as fast"],
      ["what Hugo does too, against Hugo", "4.21 (3.20 to 4.57) times as fast"],
    ]);
  });

  test("tells what it took of all processors, where that is known", () => {
    const everything = runs(500, 4000, 6000, 5000).map((run, at) => ({ ...run, processorMs: 7000 + at }));
    const [row] = bakeRows({ ...BAKES, ours: { ...BAKES.ours, everything } });
    expect(row?.figure).toBe("5000 ms (4000 ms to 6000 ms), 7001 ms of processors, 500 MB");
  });

  test.for([
    {
      name: "10,000 articles beside Hugo, which is fast enough",
      bakes: BAKES,
      expected: [
        ["everything but archives of channels, against Hugo", "at least 0.6 times", true],
        ["what Hugo does too, against Hugo", "at least 1.2 times", true],
      ],
    },
    {
      name: "10,000 articles beside a Hugo that is too fast",
      bakes: { ...BAKES, peers: new Map([["Hugo", runs(null, 2000, 2000, 2000)]]) },
      expected: [
        ["everything but archives of channels, against Hugo", "at least 0.6 times", false],
        ["what Hugo does too, against Hugo", "at least 1.2 times", false],
      ],
    },
    { name: "1,000 articles, without budgets", bakes: { ...BAKES, size: 1000 }, expected: [] },
    {
      name: "100,000 articles, with memory and the cost of one",
      bakes: { ...BAKES, size: 100_000, smaller: runs(null, 400, 300, 500) },
      expected: [
        ["its memory", "under 1,000 MB", true],
        ["the cost of an article", "no higher than at 10,000", false],
        ["everything but archives of channels, against Hugo", "at least 0.85 times", true],
        ["what Hugo does too, against Hugo", "at least 1.5 times", true],
      ],
    },
    {
      name: "100,000 articles where memory is not watched and Hugo had one round",
      bakes: {
        ...BAKES,
        size: 100_000,
        ours: { ...BAKES.ours, everything: runs(null, 4000, 5000, 6000) },
        peers: new Map([["Hugo", runs(null, 20_000)]]),
        smaller: runs(null, 500, 500, 500),
      },
      expected: [
        ["its memory", "under 1,000 MB", null],
        ["the cost of an article", "no higher than at 10,000", true],
        ["everything but archives of channels, against Hugo", "at least 0.85 times", true],
        ["what Hugo does too, against Hugo", "at least 1.5 times", true],
      ],
    },
  ])("keeps its budgets or misses them: $name", ({ bakes, expected }) => {
    expect(verdicts(bakes)).toEqual(expected);
  });

  test("says what to install where a peer is missing", () => {
    const peers = new Map([["Hugo", "not installed: apt-get install hugo"]]);
    expect(bakeRows({ ...BAKES, peers }).at(-1)).toEqual({
      what: "Hugo",
      figure: "not installed: apt-get install hugo",
      ratio: null,
      met: null,
    });
  });
});
