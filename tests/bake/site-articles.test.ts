import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Given, Kind } from "./resolved-site.ts";
import { cardOf, datesOf, siteOf, wordsOf } from "./resolved-site.ts";
import { pathOf } from "./values.ts";

const path = fc
  .array(fc.constantFrom("a", "a.md", "a-b", "B", "c"), { minLength: 1, maxLength: 3 })
  .map((names) => pathOf(names.join("/")));
const kinds = fc.constantFrom<Kind>("told", "renewed", "kept", "page", "renewed page");

/** Known articles in any order of their ordinals, and new ones, which were told. */
const sites = fc
  .tuple(
    fc.uniqueArray(path, { maxLength: 15 }),
    fc.array(kinds, { minLength: 15, maxLength: 15 }),
    fc.nat(4),
  )
  .chain(([paths, kinds, fresh]) => {
    const known = Math.max(0, paths.length - fresh);
    const ordinals = Array.from({ length: paths.length }, (_, ordinal) => ordinal);
    return fc.shuffledSubarray(ordinals, { minLength: ordinals.length }).map((shuffled) => {
      const all = paths.map((path, at): Given => {
        const ordinal = shuffled[at] ?? 0;
        const kind = kinds[at] ?? "told";
        return { path, ordinal, kind: ordinal < known || kind === "page" ? kind : "told" };
      });
      return { ...siteOf(all, known), known };
    });
  });

describe("the articles of a site", () => {
  test("stand in the order of the folder, those that are new behind them, and no page among them", () => {
    fc.assert(
      fc.property(sites, ({ articles, inFolder, known }) => {
        const own = inFolder.filter(({ kind }) => !kind.endsWith("page"));
        expect([...articles.ordinals]).toEqual(
          [
            ...own.filter(({ ordinal }) => ordinal < known),
            ...own.filter(({ ordinal }) => ordinal >= known),
          ].map(({ ordinal }) => ordinal),
        );
      }),
    );
  });

  test("stand beside its pages, in the order in which those were first published", () => {
    fc.assert(
      fc.property(sites, ({ standing, inFolder }) => {
        const pages = inFolder.filter(({ kind }) => kind.endsWith("page"));
        expect(standing.map(({ ordinal }) => ordinal)).toEqual(
          pages.map(({ ordinal }) => ordinal).toSorted((a, b) => a - b),
        );
      }),
    );
  });

  test("say what they say, those that stayed by their rows and records, without being made", () => {
    fc.assert(
      fc.property(sites, ({ articles, inFolder, made }) => {
        const { of } = articles;
        for (const one of inFolder.filter(({ kind }) => !kind.endsWith("page"))) {
          const { ordinal, path, kind } = one;
          const { needsTextStylesheet, ...words } = wordsOf(ordinal);
          expect({
            path: of.path(ordinal),
            title: of.title(ordinal),
            section: of.section(ordinal),
            tags: of.tags(ordinal),
            authors: of.authors(ordinal),
            language: of.language(ordinal),
            visibility: of.visibility(ordinal),
            fingerprint: of.fingerprint(ordinal),
            address: of.address(ordinal),
            published: of.published(ordinal),
            edition: of.edition(ordinal),
            canonical: of.canonical(ordinal),
            card: of.card(ordinal),
          }).toEqual({ path, ...words, ...datesOf(ordinal), canonical: null, card: cardOf(ordinal) });
          expect(of.needsTextStylesheet(ordinal)).toBe(needsTextStylesheet);
          expect([articles.stays(ordinal), articles.has(ordinal)]).toEqual([kind === "kept", true]);
        }
        expect(made).toEqual([]);
      }),
    );
  });

  test("are made where they stayed, when they are asked for", () => {
    fc.assert(
      fc.property(sites, ({ articles, inFolder, made }) => {
        const byOrdinal = new Map(inFolder.map((one) => [one.ordinal, one]));
        const told = [...articles].map(({ ordinal, path, title }) => [ordinal, path, title]);
        expect(told).toEqual(
          [...articles.ordinals].map((one) => [one, byOrdinal.get(one)?.path, wordsOf(one).title]),
        );
        const kept = inFolder.filter(({ kind }) => kind === "kept").map(({ ordinal }) => ordinal);
        expect(made.toSorted()).toEqual(kept.toSorted());
      }),
    );
  });
});
