import { expect, test } from "vitest";
import { drawGrowth } from "../../scripts/bench/growth-graph.ts";
import { growthRows } from "../../scripts/bench/growth-rows.ts";
import { readXml } from "../../src/bake/gate/read-xml.ts";

const run = (timeMs: number, peakMegabytes: number | null) => ({ timeMs, peakMegabytes, stdout: "" });

test("a full bake is held against that of the smallest site, and a million articles against four gigabytes", () => {
  const rows = growthRows([
    { size: 1000, full: run(1000, 200), idleMs: 100, changedMs: 150 },
    { size: 1_000_000, full: run(500_000, 4097), idleMs: 40_000, changedMs: 50_000 },
  ]);
  expect(
    rows.map(({ what, figure, ratio, budget, met }) => [what.trim(), figure, ratio, budget, met]),
  ).toEqual([
    ["full bake of 1,000", "1000 ms, 1,000 µs an article", null, undefined, null],
    ["memory at 1,000", "200 MB", "204.8 kB an article", undefined, null],
    ["one changed of 1,000", "150 ms", null, undefined, null],
    ["nothing changed of 1,000", "100 ms", null, undefined, null],
    ["full bake of 1,000,000", "500.0 s, 500 µs an article", "0.50 of that at 1,000", undefined, null],
    ["memory at 1,000,000", "4,097 MB", "4.2 kB an article", "within 4 GB", false],
    ["one changed of 1,000,000", "50.0 s", null, undefined, null],
    ["nothing changed of 1,000,000", "40.0 s", null, undefined, null],
  ]);
});

test("a graph has an axis in powers of ten, and each curve's name behind its last point", () => {
  const svg = drawGrowth([
    { name: "full", points: [1000, 10_000].map((articles) => ({ articles, timeMs: articles })) },
    { name: "idle & more", points: [{ articles: 1000, timeMs: 100 }] },
  ]);
  expect(readXml(svg).name).toBe("svg");
  expect([...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text)).toEqual([
    "1,000",
    "10,000",
    "articles",
    "100 ms",
    "1 s",
    "10 s",
    "full, 10.0 s",
    "idle &amp; more, 100 ms",
  ]);
  // From corner to corner.
  expect(svg).toContain('points="70,215 570,30"');
});
