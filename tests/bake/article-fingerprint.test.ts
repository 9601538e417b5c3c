import fc from "fast-check";
import { expect, test } from "vitest";
import { digestOf } from "../../src/article/digest.ts";
import type { Source } from "../../src/article/source.ts";
import { openBake } from "../../src/bake/open-bake.ts";
import { runs } from "../runs.ts";
import { inputOf } from "./small-site.ts";
import { mediaFile } from "./values.ts";

const media = [mediaFile("lock.png"), mediaFile("mole.png", "mole")];

/** The fingerprint of the first of two articles, whose sources are summed up or not. */
function fingerprintOf(text: string, files: number, isSummedUp: boolean): string | undefined {
  const input = inputOf(
    { "tea.md": text, "rain.md": "---\ndate: 2025-01-01\n---\nRain." },
    { media: media.slice(0, files) },
  );
  const sources = [...input.sources].map((source): Source => {
    const { readText: _, ...told } = source;
    return isSummedUp ? { ...source, words: digestOf(JSON.stringify(told)) } : source;
  });
  return [...openBake({ ...input, sources }).articles].find(({ path }) => path === "tea.md")?.fingerprint;
}

const line = fc.constantFrom(
  "title: Tea",
  "title: Rain",
  "image: lock.png",
  "image: mole.png",
  "tags: [sea]",
  "canonical: https://sea.example/",
  "updated: 2025-05-01",
  "slug: other",
);
const word = fc.constantFrom(
  "Tea.",
  "[r](rain.md)",
  "[s](https://sea.example/)",
  "![x](mole.png)",
  "[g](gone.md)",
);
const text = fc
  .record({
    matter: fc.uniqueArray(line, { maxLength: 3, selector: (one) => one.split(":")[0] }),
    words: fc.array(word, { minLength: 1, maxLength: 3 }),
  })
  .map(({ matter, words }) => `---\ndate: 2025-04-01\n${matter.join("\n")}\n---\n${words.join(" ")}\n`);

test("what is summed up when it is parsed tells as much as the whole article", () => {
  const made = fc.record({ text, files: fc.integer({ min: 0, max: 2 }) });
  const pair = fc.oneof(
    fc.tuple(made, made),
    made.chain((one) =>
      fc.tuple(
        fc.constant(one),
        fc.integer({ min: 0, max: 2 }).map((files) => ({ ...one, files })),
      ),
    ),
  );
  fc.assert(
    fc.property(pair, (articles) => {
      const [[a, b], [plainA, plainB]] = [true, false].map((isSummedUp) =>
        articles.map((one) => fingerprintOf(one.text, one.files, isSummedUp)),
      ) as [string[], string[]];
      expect(a === b).toBe(plainA === plainB);
    }),
    runs(120),
  );
});
