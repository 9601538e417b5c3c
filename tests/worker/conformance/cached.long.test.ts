import { afterAll, beforeAll, expect, test } from "vitest";
import type { Edge } from "../edge.ts";
import { STILL_NOW, startEdge } from "../edge.ts";
import { checkRow } from "./row.ts";
import { conformanceRows } from "./rows.ts";
import { bakeSample } from "./sample.ts";

const sample = bakeSample(STILL_NOW);
const rows = Object.values(conformanceRows(sample)).flat();
let edge: Edge;

beforeAll(async () => {
  edge = await startEdge({ now: STILL_NOW, variables: { FEED_CACHE: "on" } });
  await edge.put(sample.entries);
});
afterAll(() => edge.stop());

// The first request to each feed finds nothing kept, the others find it.
test.for(rows.map((row) => [row.name, row] as const))("with FEED_CACHE: %s", async ([, row]) => {
  expect(await checkRow(edge.port, row)).toEqual([]);
});
