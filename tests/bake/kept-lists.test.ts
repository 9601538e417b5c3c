import { describe, expect, test } from "vitest";
import { bakeSite } from "../../src/bake/bake-site.ts";
import { openedTwice } from "./remembering.ts";
import { siteWith } from "./small-site.ts";

type Files = Readonly<Record<string, string>>;
type Changes = Readonly<Record<string, string | null>>;

const dated = (date: string, title: string, more = "") =>
  `---\ndate: ${date}\n${more}---\n# ${title}\n\nText of ${title}.\n`;

/** Two months with articles, of which all but the newest are kept. */
const FILES = Object.fromEntries(
  ["2025-02-01", "2025-02-02", "2025-03-01", "2025-03-02", "2025-03-03"].map((date, at) => [
    `a${at}.md`,
    dated(date, `Of ${at}`),
  ]),
);

/** What both ways of baking leave of a site, some of whose files change. */
function left(files: Files, changes: Changes, settings = "") {
  const site = siteWith(`feed_items = 2\n${settings}`);
  const { inputs } = openedTwice({ ...FILES, ...files }, changes, { before: { site } });
  const [anew, again] = [inputs.anew, inputs.again].map((input) => {
    const { documents, count, ledger } = bakeSite(input);
    return { written: documents.map(({ key, place }) => [key, place]), count, kept: [...ledger.documents] };
  });
  return { anew, again };
}

describe("a month stands between others as it would anew where an article is the first in", () => {
  test.for([
    ["a month in which a page that stands by itself was published", "page: true\n", "2025-05-01"],
    ["such a month before all others", "page: true\n", "2025-01-01"],
    ["a month of an unlisted one", "unlisted: true\n", "2025-05-01"],
  ] as const)("%s", ([, more, date]) => {
    const { anew, again } = left({ "us.md": dated(date, "Us", more) }, { "n.md": dated(date, "New") });
    expect(again).toEqual(anew);
  });
});

describe("the form of an article for programs is what it would be anew where at its address", () => {
  const settings = 'article_formats = ["json"]\n';
  const at = (address: string, more = "") => dated("2025-02-10", "Other", `permalink: ${address}\n${more}`);
  const first = (address: string) => dated("2025-01-10", "First", `permalink: ${address}\n`);

  test.for([
    ["an article goes", { "f.md": at("/articles/a0.json") }, { "f.md": null }],
    ["an article moves away", { "f.md": at("/articles/a0.json") }, { "f.md": at("/else") }],
    ["an unlisted one goes", { "f.md": at("/articles/a0.json", "unlisted: true\n") }, { "f.md": null }],
    ["that of another one lies", { "f.md": at("/articles/a0/") }, {}],
    ["that of another one lay, which goes", { "a.md": first("/articles/a0/") }, { "a.md": null }],
    ["that of another one lay, which moves", { "a.md": first("/articles/a0/") }, { "a.md": first("/else") }],
  ] as const)("%s", ([, files, changes]) => {
    const { anew, again } = left(files, changes, settings);
    expect(again).toEqual(anew);
  });
});

describe("a document that stays remembers who once had its address, where a new alias leads from", () => {
  test.for(["/articles/a0.json", "/archive/1/rss.xml", "/archive/1/feed.json"])("%s", (address) => {
    const changes = { "n.md": dated("2025-03-09", "New", `aliases: [${address}]\n`) };
    const { anew, again } = left({}, changes, 'article_formats = ["json"]\n');
    expect(again).toEqual(anew);
  });
});
