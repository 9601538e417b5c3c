import fc from "fast-check";
import { expect, test } from "vitest";
import { compareInFolder } from "../../src/article/folder-order.ts";
import type { Problem } from "../../src/article/problem.ts";
import { compareProblems } from "../../src/article/problem.ts";
import type { BakeInput } from "../../src/bake/bake-input.ts";
import { bakeSite } from "../../src/bake/bake-site.ts";
import { runs } from "../runs.ts";
import { openedTwice, told } from "./remembering.ts";
import { siteWith } from "./small-site.ts";

const COUNT = 14;
const site = siteWith('feed_items = 2\nchannel_archives = ["sections", "tags"]\n');

interface Words {
  readonly day: number;
  readonly section: string;
  readonly tag: string;
  readonly leadsTo: number | null;
  readonly text: string;
  readonly more: string;
}

const textOf = ({ day, section, tag, leadsTo, text, more }: Words) =>
  [
    `---\ndate: 2025-06-${String(day).padStart(2, "0")}\nsection: ${section}\ntags: [${tag}]\n${more}---\n# Of ${day}\n\n${text}`,
    leadsTo === null ? "" : ` See [it](${nameOf(leadsTo)}).`,
    "\n",
  ].join("");
const nameOf = (number: number) => `${number % 3 === 0 ? "b/" : ""}a${number}.md`;

const words = fc.record({
  day: fc.integer({ min: 1, max: 20 }),
  section: fc.constantFrom("sea", "town"),
  tag: fc.constantFrom("ebb", "tide", "lock"),
  leadsTo: fc.option(fc.nat(COUNT - 1)),
  text: fc.constantFrom("Text.", "Another text."),
  more: fc.constantFrom(
    "",
    "",
    "correction: Not so.\n",
    "slug: boat\n",
    "id: urn:a\n",
    "page: true\n",
    "permalink: /articles/a3\n",
    "aliases: [/old]\n",
    "lang: de\n",
  ),
});
const files = fc.array(words, { minLength: COUNT, maxLength: COUNT });

/** What becomes of some of them: other words, none any more, or new ones. */
const changes = fc.array(fc.tuple(fc.nat(COUNT + 3), fc.option(words)), { maxLength: 3 });

function made(input: BakeInput) {
  const { documents, count, others, ledger, problems, around, pageFiles } = bakeSite(input);
  const written = documents.map(({ key, place, record, representation }) => [
    key,
    place,
    record,
    representation?.value,
  ]);
  const entries = [...ledger.documents];
  expect([ledger.documents.size, count]).toEqual([entries.length, entries.length]);
  return {
    written,
    others: [...others],
    ledger: { ...ledger, documents: entries },
    problems,
    around,
    pageFiles,
  };
}

/** The same, with its problems as reports order them. */
const sorted = <T extends { readonly problems: readonly Problem[] }>(one: T) => ({
  ...one,
  problems: one.problems.toSorted(compareProblems),
});

test("whatever changes, a site is what it is without anything remembered", () => {
  fc.assert(
    fc.property(files, changes, (all, some) => {
      const named = all.map((one, number) => [nameOf(number), textOf(one)] as const);
      const before = Object.fromEntries(named.sort(([a], [b]) => compareInFolder(a, b)));
      const after = Object.fromEntries(
        some.map(([number, one]) => [nameOf(number), one === null ? null : textOf(one)]),
      );
      const { anew, again, inputs } = openedTwice(before, after, { before: { site } });
      expect(sorted(told(again))).toEqual(sorted(told(anew)));
      expect(sorted(made(inputs.again))).toEqual(sorted(made(inputs.anew)));
    }),
    runs(120),
  );
});
