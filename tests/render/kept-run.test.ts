import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ArticleForm } from "../../src/render/kept-run.ts";
import { articleRuns, isKept, NOTHING_KEPT } from "../../src/render/kept-run.ts";
import type { Output } from "../../src/render/output.ts";
import { text } from "../../src/render/output.ts";

const outputAt = (key: string) => text(key, "text/plain", () => key);
const keysOf = (all: Iterable<Output>) => [...all].map(({ key }) => key);

/** Articles with a document or two each; the lists of those that a key may belong to have others too. */
function formOf(isPage: boolean, asked: number[] = []): ArticleForm {
  const keysOf = (ordinal: number) =>
    isPage || ordinal % 3 === 0 ? [`/${ordinal}`] : [`/${ordinal}`, `/${ordinal}.md`];
  return {
    isPage,
    keysOf,
    ordinalsIn: (key) => [-1, 999, Number.parseInt(key.slice(1), 10) - 1, Number.parseInt(key.slice(1), 10)],
    *outputsOf(ordinal) {
      asked.push(ordinal);
      for (const key of keysOf(ordinal)) yield outputAt(key);
    },
  };
}

const articles = fc.tuple(
  fc.uniqueArray(fc.nat(40), { maxLength: 15 }).map((all) => Int32Array.from(all)),
  fc.func(fc.boolean()),
  fc.boolean(),
);

/** How the parts of a list follow each other: a run, or the outputs of one that is looked at. */
function split(ordinals: Int32Array, stays: (ordinal: number) => boolean): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const [at, one] of ordinals.entries()) {
    const before = ordinals[at - 1];
    if (stays(one) && before !== undefined && stays(before)) runs.at(-1)?.push(one);
    else runs.push([one]);
  }
  return runs;
}

describe("the documents of articles with runs of those that stay", () => {
  test("are those of all of them, in their order", () => {
    fc.assert(
      fc.property(articles, ([ordinals, isIn, isPage]) => {
        const form = formOf(isPage);
        const plain = keysOf([...ordinals].flatMap((one) => [...form.outputsOf(one)]));
        const parts = [...articleRuns(ordinals, form, (one) => isIn(one))];
        const outputs = parts.flatMap((one) => (isKept(one) ? [...one.outputs()] : [one]));
        const keys = parts.flatMap((one) => (isKept(one) ? [...one.keys()] : [one.key]));
        expect([keysOf(outputs), keys]).toEqual([plain, plain]);
      }),
    );
  });

  test("have a run of those that stay next to each other, which knows its own and is asked for none", () => {
    fc.assert(
      fc.property(articles, ([ordinals, isIn, isPage]) => {
        const asked: number[] = [];
        const form = formOf(isPage, asked);
        const stays = (one: number) => isIn(one);
        const parts = [...articleRuns(ordinals, form, stays)];
        expect(asked).toEqual([...ordinals].filter((one) => !stays(one)));
        const runs = parts.filter(isKept);
        const expected = split(ordinals, stays).filter(([first = -1]) => stays(first));
        expect(runs.map((run) => [...run.keys()])).toEqual(expected.map((all) => all.flatMap(form.keysOf)));
        const all = [...ordinals].flatMap(form.keysOf);
        for (const run of runs) {
          const own = [...run.keys()];
          expect([run.kept, run.areArticles]).toEqual([own.length, isPage]);
          expect([...run.keys()]).toEqual(own);
          const others = ["/41", "/0.txt", "/1.txt", "/2.txt", "/nothing"];
          expect([...all, ...others].filter((key) => run.has(key))).toEqual(
            all.filter((key) => own.includes(key)),
          );
        }
      }),
    );
  });

  test("are nothing where there are none", () => {
    expect([...articleRuns(new Int32Array(), formOf(true), () => true)]).toEqual([]);
  });
});

test("an output is no run", () => {
  const [run] = [...articleRuns(Int32Array.of(1), formOf(true), () => true)];
  expect([run && isKept(run), isKept(outputAt("/1"))]).toEqual([true, false]);
});

test("where nothing is known to stay, nothing does", () => {
  const windows = {
    subscription: [],
    previous: 1,
    archive: (number: number) => ({ number, articles: [], previous: null, next: null }),
    membersOf: () => new Int32Array(),
  };
  const { isArticle, isPage, isArchive } = NOTHING_KEPT;
  expect([isArticle(0), isPage(0), isArchive(windows, () => [])(1)]).toEqual([false, false, false]);
});
