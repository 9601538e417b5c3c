import { expect, test } from "vitest";
import { numberedSlugs } from "../../src/bake/places/numbered-slugs.ts";
import { NOBODY } from "../ledger/nobody.ts";
import { recordBut } from "../ledger/records.ts";
import { siteWith, sourcesOf } from "./small-site.ts";

const [asking, silent, elsewhere] = sourcesOf({
  "a.md": "---\nslug: lock\n---\nA.\n",
  "b.md": "---\ntitle: Lock\n---\nB.\n",
  "c.md": "---\nslug: lock\npermalink: /articles/lock-2\n---\nC.\n",
});
const SECTIONS = 'title = "Q"\npermalink = "/{section}/{slug}"\n';

/** What is said of an article at an address, in a site where another one has `taken`. */
function said(source: typeof asking, address: string, taken: string, permalink = "/articles/{slug}") {
  if (source === undefined) throw new TypeError("no source");
  const other = recordBut({ ordinal: 0, address: taken });
  const record = recordBut({ ordinal: 1, slug: "lock", address });
  const found = { ...NOBODY, articles: [{ source, record }], records: [other, record] };
  return numberedSlugs(found, siteWith("", `title = "Q"\npermalink = "${permalink}"\n`));
}

test.for([
  { rule: "the usual address", address: "/articles/lock-2", taken: "/articles/lock", permalink: undefined },
  { rule: "an extension", address: "/lock-2.html", taken: "/lock.html", permalink: "/{slug}.html" },
  { rule: "a slash at the end", address: "/lock-12/", taken: "/lock/", permalink: "/{slug}/" },
  {
    rule: "a year in front and behind",
    address: "/2025/lock-2-2025",
    taken: "/2025/lock-2025",
    permalink: "/{year}/{slug}-{year}",
  },
])("an article whose slug another one has is told which: $rule", ({ address, taken, permalink }) => {
  expect(said(asking, address, taken, permalink)).toEqual([
    {
      file: "a.md",
      line: null,
      severity: "warning",
      message: `asks for the slug "lock", which a0.md has, so it stands at ${address}; give it a slug of its own`,
    },
  ]);
});

test("an article whose slug another one has in its section is told which", () => {
  const [source] = sourcesOf({ "a.md": "---\nslug: lock\nsection: sea\n---\nA.\n" }, siteWith("", SECTIONS));
  expect(
    said(
      source && { ...source, addressing: { values: { section: "sea" } } },
      "/sea/lock-2",
      "/sea/lock",
      "/{section}/{author}/{slug}",
    ),
  ).toHaveLength(1);
});

test.for([
  { rule: "a slug that is its own", source: asking, address: "/articles/lock", taken: "/articles/a0" },
  { rule: "a slug that nobody chose", source: silent, address: "/articles/lock-2", taken: "/articles/lock" },
  { rule: "an address of its own", source: elsewhere, address: "/articles/lock-2", taken: "/articles/lock" },
  {
    rule: "a year behind it",
    source: asking,
    address: "/lock-2025",
    taken: "/lock",
    permalink: "/{slug}-{year}",
  },
])("nothing is said of $rule", ({ source, address, taken, permalink }) => {
  expect(said(source, address, taken, permalink)).toEqual([]);
});
