import { expect, test } from "vitest";
import { patternProblems } from "../../src/bake/problems/pattern-problems.ts";
import { NOBODY } from "../ledger/nobody.ts";
import { recordBut } from "../ledger/records.ts";
import { siteWith, sourcesOf } from "./small-site.ts";

const SECTIONS = 'permalink = "/{section}/{slug}"\n';

/** The files whose articles, at this address, are told to stand elsewhere than their pattern says. */
function told(address: string, { path = "tags/lock.md", settings = SECTIONS, matter = "" } = {}) {
  const site = siteWith(settings);
  const slug = path.replace(/^.*\/|\.md$/g, "");
  const articles = sourcesOf({ [path]: `---\ntitle: Lock\n${matter}---\nText.\n` }, site).map((source) => ({
    source,
    record: recordBut({ ordinal: 0, slug, address }),
  }));
  const none = {
    ...NOBODY,
    records: [],
  };
  return patternProblems({ ...none, articles }, site).map(({ file }) => file);
}

test("an article is told that stands elsewhere, since its pattern leads among the site's own addresses", () => {
  expect(told("/articles/lock")).toEqual(["tags/lock.md"]);
});

test.for([
  { name: "its pattern leads nowhere near them", address: "/news/lock-2", fields: { path: "news/lock.md" } },
  { name: "it stood there before they were the site's", address: "/tags/lock", fields: {} },
  {
    name: "it asks for an address of its own, of which that is told",
    address: "/articles/lock",
    fields: { matter: "permalink: /tags/other\n" },
  },
  {
    name: "it has a number behind its slug, of which that is told",
    address: "/subscribe-2",
    fields: { path: "subscribe.md", settings: 'permalink = "/{slug}"\n' },
  },
])("nothing is told where $name", ({ address, fields }) => {
  expect(told(address, fields)).toEqual([]);
});
