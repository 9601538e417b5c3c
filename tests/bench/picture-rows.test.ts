import { expect, test } from "vitest";
import type { PictureBake, PictureRuns } from "../../scripts/bench/picture-rows.ts";
import { pictureRows } from "../../scripts/bench/picture-rows.ts";

const bake = (timeMs: number, fields: Partial<PictureBake> = {}): PictureBake => ({
  timeMs,
  processorMs: timeMs * 2,
  picturesMs: 0,
  puts: 0,
  made: 0,
  ...fields,
});

const first = { plain: bake(900), pictured: bake(102_000, { picturesMs: 100_000, made: 1000, puts: 4000 }) };
const again = [{ plain: bake(500), pictured: bake(600) }];
const alone = { byHandMs: 700, codecsMs: 150 };

const verdicts = (runs: PictureRuns) =>
  pictureRows(runs).flatMap(({ what, budget, met }) => (budget ? [[what.trim(), met]] : []));

test.for<[string, Partial<PictureRuns>, readonly boolean[]]>([
  ["all are kept", {}, [true, true, true, true]],
  [
    "pictures take longer than a tenth of a second",
    { first: { ...first, pictured: bake(103_000, { picturesMs: 100_100, made: 1000 }) } },
    [false, true, true, true],
  ],
  [
    "one is not made",
    { first: { ...first, pictured: bake(102_000, { picturesMs: 100_000, made: 999 }) } },
    [false, true, true, true],
  ],
  [
    "a second bake writes",
    { again: [{ plain: bake(500), pictured: bake(600, { puts: 1 }) }] },
    [true, true, false, true],
  ],
  [
    "a second bake makes one",
    { again: [{ plain: bake(500), pictured: bake(600, { made: 1 }) }] },
    [true, true, false, true],
  ],
  [
    "a second bake takes longer",
    { again: [{ plain: bake(500), pictured: bake(601) }] },
    [true, true, true, false],
  ],
  ["sharp alone does twice as many", { alone: { ...alone, codecsMs: 100 } }, [true, false, true, true]],
])("bakes with pictures keep their budgets or miss them: %s", ([, runs, expected]) => {
  expect(verdicts({ count: 1000, first, again, alone, ...runs }).map(([, met]) => met)).toEqual(expected);
});

test("processor time tells what a busy machine would have done", () => {
  const [, row] = pictureRows({ count: 1000, first, again, alone });
  expect(row?.ratio).toBe("9.9 a second by the processor time of 2");
  const unwatched = { ...first, plain: bake(900, { processorMs: null }) };
  expect(pictureRows({ count: 1000, first: unwatched, again, alone })[1]?.ratio).toBeNull();
});
