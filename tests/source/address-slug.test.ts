import { assert, constantFrom, property, string } from "fast-check";
import { expect, test } from "vitest";
import { GENERATORS, SLUG_STYLES } from "../../src/article/setting-choices.ts";
import { slug } from "../../src/article/values.ts";
import { addressSlug } from "../../src/source/values/address-slug.ts";

const NAME = "Rust v4.2.0, iOS_18 & l’été";

test.for([
  { generator: null, slugs: "slug", is: "rust-v4-2-0-i-os-18-and-l-ete" },
  { generator: "jekyll", slugs: "slug", is: "rust-v4-2-0-i-os-18-and-l-ete" },
  { generator: null, slugs: "lower", is: "rust-v4.2.0,-ios_18-&-l’été" },
  { generator: null, slugs: "verbatim", is: "Rust-v4.2.0,-iOS_18-&-l’été" },
  { generator: "jekyll", slugs: "lower", is: "rust-v4-2-0-ios-18-l-été" },
  { generator: "jekyll", slugs: "verbatim", is: "Rust-v4.2.0,-iOS_18-&-l-été" },
  { generator: "hugo", slugs: "lower", is: "rust-v4.2.0-ios_18-lété" },
  { generator: "hugo", slugs: "verbatim", is: "Rust-v4.2.0-iOS_18-lété" },
  { generator: "zola", slugs: "lower", is: "rust-v4-2-0-ios-18-and-l-ete" },
  { generator: "eleventy", slugs: "lower", is: "rust-v4-2-0-ios-18-and-l-ete" },
  { generator: "eleventy", slugs: "verbatim", is: "Rust-v4.2.0,-iOS_18-&-l’été" },
  { generator: "gatsby", slugs: "verbatim", is: "Rust-v4.2.0,-iOS_18-&-l’été" },
  { generator: "docusaurus", slugs: "verbatim", is: "Rust-v4.2.0,-iOS_18-&-l’été" },
  { generator: "astro", slugs: "lower", is: "rust-v420-ios_18-lété" },
] as const)("$slugs of $generator is $is", ({ generator, slugs, is }) => {
  expect(addressSlug(NAME, { generator, slugs })).toBe(is);
});

test.for([
  { name: "JSConfEU2014", is: "JSConfEU2014" },
  { name: "1_9_0", is: "1_9_0" },
  { name: "C%20", is: "C20" },
  { name: "a/b", is: "ab" },
  { name: "..", is: "article" },
  { name: "?", is: "article" },
])("what can be in no address goes from a verbatim name: $name", ({ name, is }) => {
  expect(addressSlug(name, { generator: null, slugs: "verbatim" })).toBe(is);
});

test("a name of any length has a slug that an address has room for", () => {
  expect(addressSlug("a".repeat(100_000), { generator: null, slugs: "verbatim" })).toHaveLength(400);
});

test("whatever a name holds, its slug is one segment of an address", () => {
  const any = property(
    string({ unit: "grapheme" }),
    constantFrom(null, ...GENERATORS),
    constantFrom(...SLUG_STYLES),
    (name, generator, slugs) => {
      expect(slug(addressSlug(name, { generator, slugs }))).not.toBeNull();
    },
  );
  assert(any);
});

test.for([
  { generator: null, slugs: "verbatim", name: "  Lock  ", is: "Lock" },
  { generator: null, slugs: "verbatim", name: "-Lock-", is: "-Lock-" },
  { generator: "jekyll", slugs: "lower", name: "-Lock-", is: "lock" },
  { generator: "jekyll", slugs: "verbatim", name: "-Lock-", is: "Lock" },
  { generator: "jekyll", slugs: "verbatim", name: "Lock /// Tide", is: "Lock-Tide" },
  { generator: "hugo", slugs: "verbatim", name: "-Lock-", is: "-Lock-" },
  { generator: "hugo", slugs: "verbatim", name: "Lock - Tide", is: "Lock-Tide" },
  { generator: "hugo", slugs: "verbatim", name: "Lock- Tide", is: "Lock-Tide" },
  { generator: "hugo", slugs: "verbatim", name: "Lock -Tide", is: "Lock-Tide" },
  { generator: "astro", slugs: "lower", name: "-Lock-", is: "-lock-" },
  { generator: "zola", slugs: "lower", name: "(Lock: Tide!)", is: "lock-tide" },
  { generator: "eleventy", slugs: "lower", name: "-Lock-", is: "lock" },
] as const)("$slugs of $generator makes $is of “$name”", ({ generator, slugs, name, is }) => {
  expect(addressSlug(name, { generator, slugs })).toBe(is);
});
