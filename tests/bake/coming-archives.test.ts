import { expect, test } from "vitest";
import type { BakeInput } from "../../src/bake/bake-input.ts";
import { bakeSite } from "../../src/bake/bake-site.ts";
import { ledgerBut, recordBut } from "../ledger/records.ts";
import { openedTwice } from "./remembering.ts";
import { siteWith } from "./small-site.ts";
import { pathOf } from "./values.ts";

const site = siteWith('feed_items = 2\nchannel_archives = ["sections"]\n');
const text = (day: string) =>
  `---\ndate: 2025-06-${day}\nsection: sea\n---\n# Of ${day}\n\nText of ${day}.\n`;
const FILES = Object.fromEntries(
  ["01", "02", "03", "04", "05", "06", "07", "08", "09"].map((day) => [`a${day}.md`, text(day)]),
);

function told(input: BakeInput) {
  const { documents, count, others, problems, ledger } = bakeSite(input);
  return {
    written: documents.map(({ key, place }) => [key, place]),
    count,
    others: [...others],
    problems,
    documents: [...ledger.documents],
    size: ledger.documents.size,
  };
}

test("an archive that comes to where an article stands is told, and is no second document there", () => {
  const own = recordBut({ ordinal: 0, path: pathOf("a01.md"), address: "/sections/sea/archive/4" });
  const ledger = ledgerBut({ windowSize: 2, articles: [own] });
  const { inputs } = openedTwice(FILES, { "a10.md": text("10") }, { before: { site, ledger } });
  const { problems } = bakeSite(inputs.anew);
  expect(problems.map(({ file, severity }) => `${file} ${severity}`)).toEqual(["a01.md error"]);
  expect(told(inputs.again)).toEqual(told(inputs.anew));
});

test.for([
  { name: "an article's alias", matter: "aliases: [/sections/sea/archive/4]\n", settings: "" },
  {
    name: "a redirect of the settings",
    matter: "",
    settings: '[redirects]\n"/sections/sea/archive/4" = "/articles/a02"\n',
  },
])("an archive that comes to where $name led is written there", ({ matter, settings }) => {
  const files = { ...FILES, "a01.md": text("01").replace("section:", `${matter}section:`) };
  const own = siteWith(`feed_items = 2\nchannel_archives = ["sections"]\n${settings}`);
  const { inputs } = openedTwice(files, { "a10.md": text("10") }, { before: { site: own } });
  const { written } = told(inputs.anew);
  expect(written.map(([key]) => key)).toContain("/sections/sea/archive/4");
  expect(told(inputs.again)).toEqual(told(inputs.anew));
});
