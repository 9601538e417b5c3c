import { expect, test } from "vitest";
import type { Adopted } from "../../src/article/adopted.ts";
import type { Source } from "../../src/article/source.ts";
import { withStandingAddresses } from "../../src/bake/places/standing-addresses.ts";
import { pathOf, sourceAt } from "../ledger/source-at.ts";

const about = sourceAt({ path: "about.md", page: true, suggestedSlug: "about" });

function permalinkOf(fields: Partial<Omit<Source, "path">>, adopted?: Adopted) {
  const [source] = withStandingAddresses([{ ...about, ...fields }], adopted);
  return source?.permalink;
}

test.for<{ name: string; fields: Partial<Omit<Source, "path">>; is: string | null }>([
  { name: "below the root of the site", fields: {}, is: "/about" },
  { name: "by the slug that it asks for", fields: { slug: "us" }, is: "/us" },
  {
    name: "below the folder of its language",
    fields: { addressing: { language: "pt br" } },
    is: "/pt%20br/about",
  },
  { name: "where it asks to stand", fields: { permalink: "/x/us" }, is: "/x/us" },
  { name: "by a pattern of its own", fields: { addressing: { pattern: "/{slug}/" } }, is: null },
  { name: "as any article where it is none", fields: { page: false }, is: null },
  { name: "as any article where it is unlisted", fields: { visibility: "unlisted" }, is: null },
  { name: "below the root also where it is not indexed", fields: { visibility: "unindexed" }, is: "/about" },
])("a standing page stands $name", ({ fields, is }) => {
  expect(permalinkOf(fields)).toBe(is);
});

test("a standing page keeps an address that readers of an old site know", () => {
  const entry = { path: pathOf("about.md"), id: null, published: null, item: null, line: 1 };
  const adopted = (address: string | null): Adopted => ({ articles: [{ ...entry, address }], feeds: [] });
  expect(permalinkOf({}, adopted("/who/"))).toBeNull();
  expect(permalinkOf({}, adopted(null))).toBe("/about");
});

test("a site without standing pages has the same sources", () => {
  const sources = [{ ...about, page: false }];
  expect(withStandingAddresses(sources)).toBe(sources);
});
