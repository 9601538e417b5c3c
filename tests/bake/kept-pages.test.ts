import { expect, test } from "vitest";
import type { BakeInput } from "../../src/bake/bake-input.ts";
import type { BakedSite } from "../../src/bake/bake-site.ts";
import { bakeSite } from "../../src/bake/bake-site.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { otherKeys } from "../../src/ledger/stored/encode-ledger.ts";
import { inputOf, siteWith } from "./small-site.ts";
import { NOW } from "./values.ts";

type Files = Readonly<Record<string, string>>;

const article = (day: number, title: string, matter = "") =>
  `---\ntitle: ${title}\ndate: 2025-05-0${day}\ntags: [sea]\n${matter}---\nOf the ${title}.\n`;
const FILES: Files = {
  "sea/tide.md": article(1, "Tide"),
  "sea/lock.md": article(2, "Lock"),
  "sea/quay.md": article(3, "Quay"),
  "town/mole.md": article(4, "Mole"),
  "about.md": "---\npage: true\n---\n# About\n\nUs.\n",
};
const firstBake = () => bakeSite(inputOf(FILES));

/** A later bake of a site, with what the first one found, or without. */
function later(
  { ledger }: BakedSite,
  files: Files,
  fields: Partial<BakeInput>,
  known: BakeInput["known"],
): BakedSite {
  return bakeSite(inputOf(files, { ledger, now: NOW + 60, ...fields, ...(known && { known }) }));
}

/** What is published, and in which order it is remembered. */
function published({ documents, count, others, ledger, problems, known }: BakedSite) {
  const keys = [...ledger.documents.keys()];
  expect([...others]).toEqual(otherKeys(ledger));
  return { documents, count, ledger, keys, problems, known: Buffer.from(known.bytes).toString("hex") };
}

const without = (name: string): Files =>
  Object.fromEntries(Object.entries(FILES).filter(([path]) => path !== name));
const CHANGES: readonly {
  readonly name: string;
  readonly files?: Files;
  readonly fields?: Partial<BakeInput>;
  readonly forgets?: (ledger: Ledger) => Ledger;
}[] = [
  { name: "nothing" },
  { name: "a text", files: { ...FILES, "sea/tide.md": `${FILES["sea/tide.md"]}More.\n` } },
  { name: "a title that stands beside others", files: { ...FILES, "sea/tide.md": article(1, "Ebb") } },
  { name: "a date", files: { ...FILES, "sea/tide.md": article(4, "Tide") } },
  { name: "a correction", files: { ...FILES, "sea/tide.md": article(1, "Tide", "correction: Wrong.\n") } },
  { name: "a place", files: { ...without("sea/tide.md"), "ebb.md": article(1, "Tide") } },
  { name: "an address", files: { ...FILES, "sea/tide.md": article(1, "Tide", "slug: ebb\n") } },
  {
    name: "a page where an article was",
    files: { ...FILES, "sea/tide.md": article(1, "Tide", "page: true\n") },
  },
  { name: "one more", files: { ...FILES, "town/pier.md": article(5, "Pier", "author: Ada\n") } },
  { name: "one less", files: without("sea/lock.md") },
  {
    name: "a redirect",
    fields: { site: siteWith('[redirects]\n"/old" = "/tags/sea"\n"/all/*" = "/:splat"\n') },
  },
  {
    name: "an alias where a list is",
    files: { ...FILES, "sea/quay.md": article(3, "Quay", "aliases: [/tags/sea]\n") },
  },
  {
    name: "the title of a section",
    fields: { site: siteWith('[sections.sea]\ntitle = "The Sea"\n') },
  },
  {
    name: "a link in the head of pages",
    fields: { site: siteWith('[[navigation]]\ntitle = "Sea"\nhref = "https://sea.example/"\n') },
  },
  { name: "the language", fields: { site: siteWith('language = "de"\n') } },
  { name: "how long answers count", fields: { site: siteWith("poll_minutes = 30\n") } },
  { name: "the stylesheet", fields: { stylesheet: "p { margin: 1px }" } },
  { name: "every feed", fields: { renewFeeds: true } },
  {
    name: "nothing, where something is wrong",
    files: { ...FILES, "ship.md": "---\ndate: 1912-04-15\n---\nText.\n" },
    fields: { site: siteWith('permalink = "/tags/{slug}"\n') },
  },
  {
    name: "what is remembered of an article",
    forgets: (ledger) => ({ ...ledger, articles: [...ledger.articles].map(({ beside: _, ...one }) => one) }),
  },
  { name: "what the store has", forgets: (ledger) => ({ ...ledger, documents: new Map() }) },
];

test.for(CHANGES)(
  "a bake that knows the pages of another makes the same of $name",
  ({ files = FILES, fields = {}, forgets = (ledger) => ledger }) => {
    const first = firstBake();
    const remembered = { ...first, ledger: forgets(first.ledger) };
    const knowing = later(remembered, files, fields, first.known);
    const anew = later(remembered, files, fields, undefined);
    expect(published(knowing)).toEqual(published(anew));
    const third = { ...fields, now: NOW + 120 };
    const again = later(anew, files, third, knowing.known);
    expect(published(again)).toEqual(published(later(anew, files, third, undefined)));
  },
);

test("a page is not rendered where neither its article nor what stands beside it changed", () => {
  const rendered = new Set<string>();
  const first = firstBake();
  const input = inputOf(FILES, { ledger: first.ledger, now: NOW + 60, known: first.known });
  const sources = [...input.sources].map((one) => ({
    ...one,
    readText: () => {
      rendered.add(one.path);
      return one.readText();
    },
  }));
  const { documents } = bakeSite({ ...input, sources });
  expect(documents).toEqual([]);
  expect([...rendered]).toEqual([]);
});
