import { array, assert, constantFrom, integer, option, property, record, string, tuple } from "fast-check";
import { expect, test } from "vitest";
import { NAMING_TOKENS, TOKENS } from "../../src/article/address-pattern.ts";
import { GENERATORS, SLUG_STYLES } from "../../src/article/setting-choices.ts";
import { sitePath } from "../../src/article/values.ts";
import { runs } from "../runs.ts";
import { articleText, DAY, NOW, SiteHistory } from "./site-history.ts";

const token = constantFrom(...TOKENS.filter((name) => !NAMING_TOKENS.some((one) => one === name)));
const naming = constantFrom(...NAMING_TOKENS);
const literal = constantFrom("/", "/", "-", ".", "/a", "é", ".html", "/archive/", "/archive/1/");
const pattern = tuple(
  array(constantFrom(0, 1), { maxLength: 6 }),
  array(token),
  array(literal),
  naming,
  literal,
).map(([order, tokens, literals, name, end]) => {
  const parts = order.map((kind, at) => (kind === 0 ? `{${tokens[at] ?? "year"}}` : (literals[at] ?? "/")));
  return `/${[...parts, `/{${name}}`, end].join("")}`.replace(/\/{2,}/g, "/");
});
/** A word of blanks alone is an error of its own. */
const word = string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((one) => one.trim() !== "");
const name = word.map((one) => one.replace(/[/\\\p{Cc}.]/gu, "") || "x");
const fields = record({
  title: word,
  section: word,
  author: word,
  slug: name,
  category: word,
  date: integer({ min: 0, max: 9999 }),
});
const file = tuple(array(name, { maxLength: 2 }), name, option(constantFrom("fr", "en")), fields);

test("any article and any pattern give an address that can be served, is nobody else's, and stays", () => {
  const any = property(
    pattern,
    constantFrom(...SLUG_STYLES),
    constantFrom(null, ...GENERATORS),
    array(file, { minLength: 1, maxLength: 4 }),
    (permalink, slugs, generator, files) => {
      const settings = [
        `permalink = ${JSON.stringify(permalink)}`,
        `slugs = "${slugs}"`,
        'languages = ["en", "fr"]',
        'ids = "https://old.example{address}"',
        ...(generator === null ? [] : [`generator = "${generator}"`]),
        "",
      ].join("\n");
      const articles = Object.fromEntries(
        files.map(([folders, base, language, { title, section, author, slug, category, date }]) => [
          `${[...folders, base].join("/").normalize("NFC")}${language === null ? "" : `.${language}`}.md`,
          articleText(
            title,
            `section: ${JSON.stringify(section)}\nauthor: ${JSON.stringify(author)}\ncategory: ${JSON.stringify(category)}\n${date % 2 ? `slug: ${JSON.stringify(slug)}\n` : ""}date: ${String(1971 + (date % 50))}-05-05\n`,
          ),
        ]),
      );
      const history = new SiteHistory(settings);
      const records = Object.values(history.bake(articles, NOW));
      for (const { address } of records) {
        expect(sitePath(address)).toBe(address);
        expect(address.length).toBeLessThanOrEqual(506);
        expect(address.startsWith("/archive/")).toBe(false);
      }
      expect(new Set(records.map(({ address }) => address)).size).toBe(records.length);
      expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
      const elsewhere = new SiteHistory(settings).bake(
        Object.fromEntries(Object.entries(articles).reverse()),
        NOW,
      );
      for (const one of records) expect(elsewhere[one.path]).toEqual(one);
      const later = history.bake(articles, NOW + DAY);
      for (const one of records) expect(later[one.path]).toBe(one);
    },
  );
  assert(any, runs(150));
});
