import slugify from "@sindresorhus/slugify";
import { array, assert, constantFrom, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { slug } from "../../src/article/values.ts";
import { suggestSlug } from "../../src/source/text/slugs.ts";

/** A headline of words that together, with hyphens between them, are this long. */
function words(...lengths: readonly number[]): string {
  return lengths.map((length) => "a".repeat(length)).join(" ");
}

describe("suggestSlug", () => {
  test.for([
    {
      rule: "small letters, with hyphens for spaces",
      text: "Harbour opens lock",
      slug: "harbour-opens-lock",
    },
    { rule: "punctuation is left out", text: "“Rain?”, she said.", slug: "rain-she-said" },
    { rule: "accents and umlauts are written out", text: "Größe & Café", slug: "groesse-and-cafe" },
    { rule: "Cyrillic is transliterated", text: "Порт открыт", slug: "port-otkryt" },
    { rule: "Han stays", text: "日本", slug: "日本" },
    { rule: "in a script that stays, signs are hyphens", text: "「日本」 — 港", slug: "日本-港" },
    { rule: "in a script that stays, vowel signs and digits stay", text: "हिन्दी ०१", slug: "हिन्दी-०१" },
    { rule: "in a script that stays, capitals become small", text: "ᏣᎳᎩ", slug: "ꮳꮃꭹ" },
    { rule: "in a script that stays, letters are composed (NFC)", text: "か\u3099", slug: "\u304c" },
    { rule: "signs alone leave a word that stands for any article", text: "🎶 — ?", slug: "article" },
  ])("$rule: $text", ({ text, slug }) => {
    expect(suggestSlug(text)).toBe(slug);
  });

  test.for([
    { text: "CamelCase", slug: "camel-case" },
    { text: "JSConfEU2014", slug: "js-conf-eu-2014" },
    { text: "fooBar returns", slug: "foo-bar-returns" },
    { text: "NATO meets", slug: "nato-meets" },
    { text: "Pier 1Ab", slug: "pier-1-ab" },
  ])("parts a name in CamelCase at its capitals: $text", ({ text, slug }) => {
    expect(suggestSlug(text)).toBe(slug);
  });

  test.for([
    { rule: "80 characters stay whole", text: words(40, 39), length: 80 },
    { rule: "one word of 80 characters stays whole", text: words(80), length: 80 },
    {
      rule: "a word that ends exactly at the limit stays, and what follows goes",
      text: words(40, 39, 5),
      length: 80,
    },
    { rule: "a word that ends one character behind the limit goes whole", text: words(40, 40), length: 40 },
    {
      rule: "a word that ends one character behind the limit goes, whatever follows",
      text: words(40, 40, 5),
      length: 40,
    },
    { rule: "a first word that is longer is cut", text: words(81), length: 80 },
    { rule: "a first word that is longer is cut, whatever follows", text: words(100, 5), length: 80 },
  ])("is at most 80 characters long: $rule", ({ text, length }) => {
    expect(suggestSlug(text)).toBe(text.slice(0, length).replaceAll(" ", "-"));
  });

  test.for([
    {
      rule: "one that would lie across the limit goes",
      text: `日${"𠀀".repeat(40)}`,
      slug: `日${"𠀀".repeat(39)}`,
    },
    { rule: "one that ends at the limit stays", text: "𠀀".repeat(41), slug: "𠀀".repeat(40) },
  ])("cuts no character in two: $rule", ({ text, slug }) => {
    expect(suggestSlug(text)).toBe(slug);
  });

  test("is one segment of an address, whatever the headline is", () => {
    assert(
      property(string({ unit: "grapheme", maxLength: 120 }), (text) => {
        const suggested = suggestSlug(text);
        expect(slug(suggested)).not.toBeNull();
        expect(suggested.length).toBeLessThanOrEqual(80);
        expect(suggested).not.toMatch(/^-|-$|--/);
      }),
    );
  });

  test("is what the library says of a plain text, which does not ask it", () => {
    const letters = constantFrom(..."aBcD1 ,.-_'&s", "BC", "Bc", " A ", " - ");
    assert(
      property(array(letters, { maxLength: 12 }), (parts) => {
        const text = parts.join("");
        expect(suggestSlug(text)).toBe(slugify(text) || "article");
      }),
    );
  });
});
