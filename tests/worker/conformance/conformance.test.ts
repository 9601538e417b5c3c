import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Edge } from "../edge.ts";
import { STILL_NOW, startEdge } from "../edge.ts";
import { checkRow } from "./row.ts";
import { conformanceRows } from "./rows.ts";
import { bakeSample } from "./sample.ts";

const sample = bakeSample(STILL_NOW);
const topics = conformanceRows(sample);
let edge: Edge;

beforeAll(async () => {
  edge = await startEdge({ now: STILL_NOW });
  await edge.put(sample.entries);
});
afterAll(() => edge.stop());

test("the suite has at least 150 rows, each with a name of its own", () => {
  const names = Object.values(topics).flatMap((rows) => rows.map(({ name }) => name));
  expect(names.length).toBeGreaterThanOrEqual(150);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(Object.entries(topics))("%s", (_, rows) => {
  test.for(rows.map((row) => [row.name, row] as const))("%s", async ([, row]) => {
    expect(await checkRow(edge.port, row)).toEqual([]);
  });
});
