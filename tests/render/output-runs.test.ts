import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { KeptRun, PerhapsKept } from "../../src/render/kept-run.ts";
import { isKept, outputRuns } from "../../src/render/kept-run.ts";
import type { Output } from "../../src/render/output.ts";
import { text } from "../../src/render/output.ts";

const at = (number: number, stays: boolean): PerhapsKept => ({
  output: text(`/${number}`, "text/plain", () => ""),
  stays,
});
const shown = (all: Iterable<Output | KeptRun>) =>
  Array.from(all, (one) => (isKept(one) ? [...one.keys()] : one.key));

describe("outputs with runs of those that stay", () => {
  test.for([
    { name: "none at all", stays: [], are: [] },
    { name: "none that stays", stays: [false, false], are: ["/0", "/1"] },
    { name: "all of them", stays: [true, true], are: [["/0", "/1"]] },
    { name: "some before others", stays: [true, true, false], are: [["/0", "/1"], "/2"] },
    { name: "some behind others", stays: [false, true], are: ["/0", ["/1"]] },
    { name: "two runs", stays: [true, false, false, true], are: [["/0"], "/1", "/2", ["/3"]] },
  ])("have $name", ({ stays, are }) => {
    expect(shown(outputRuns(stays.map((one, number) => at(number, one))))).toEqual(are);
  });

  test("are all of them in their order, each in the run that knows it", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (stays) => {
        const all = stays.map((one, number) => at(number, one));
        const parts = [...outputRuns(all)];
        const outputs = parts.flatMap((one) => (isKept(one) ? [...one.outputs()] : [one]));
        expect(outputs).toEqual(all.map(({ output }) => output));
        for (const run of parts.filter(isKept)) {
          const own = [...run.keys()];
          expect([run.kept, run.areArticles]).toEqual([own.length, false]);
          expect(all.map(({ output }) => output.key).filter(run.has)).toEqual(own);
          expect([...run.outputs()].map(({ key }) => key)).toEqual(own);
        }
        const kept = parts.filter(isKept).flatMap((run) => [...run.keys()]);
        expect(kept).toEqual(all.filter(({ stays }) => stays).map(({ output }) => output.key));
      }),
    );
  });
});
