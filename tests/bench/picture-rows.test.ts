import { expect, test } from "vitest";
import type { PictureBake, PictureRuns } from "../../scripts/bench/picture-rows.ts";
import { pictureRows } from "../../scripts/bench/picture-rows.ts";

const bake = (timeMs: number, fields: Partial<PictureBake> = {}): PictureBake => ({
  timeMs,
  picturesMs: 0,
  puts: 0,
  made: 0,
  ...fields,
});

const first = { plain: bake(900), pictured: bake(102_000, { picturesMs: 100_000, made: 1000, puts: 4000 }) };
const again = [{ plain: bake(500), pictured: bake(600) }];

const verdicts = (runs: PictureRuns) =>
  pictureRows(runs).flatMap(({ what, budget, met }) => (budget ? [[what.trim(), met]] : []));

test.for<[string, Partial<PictureRuns>, readonly boolean[]]>([
  ["all are kept", {}, [true, true, true]],
  [
    "pictures take longer than a tenth of a second",
    { first: { ...first, pictured: bake(103_000, { picturesMs: 100_100, made: 1000 }) } },
    [false, true, true],
  ],
  [
    "one is not made",
    { first: { ...first, pictured: bake(102_000, { picturesMs: 100_000, made: 999 }) } },
    [false, true, true],
  ],
  [
    "a second bake writes",
    { again: [{ plain: bake(500), pictured: bake(600, { puts: 1 }) }] },
    [true, false, true],
  ],
  [
    "a second bake makes one",
    { again: [{ plain: bake(500), pictured: bake(600, { made: 1 }) }] },
    [true, false, true],
  ],
  ["a second bake takes longer", { again: [{ plain: bake(500), pictured: bake(601) }] }, [true, true, false]],
])("bakes with pictures keep their budgets or miss them: %s", ([, runs, expected]) => {
  expect(verdicts({ count: 1000, first, again, ...runs }).map(([, met]) => met)).toEqual(expected);
});
