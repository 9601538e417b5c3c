import fc from "fast-check";
import type { RememberedArticle } from "../../src/article/remembered-article.ts";
import { REACHES } from "../../src/article/remembered-article.ts";
import type { ContentPath } from "../../src/article/values.ts";
import type { ArticleOfFile } from "../../src/cache/remembered-articles.ts";

const text = fc.string({ unit: "grapheme", maxLength: 12 });
/** What is remembered of an article, whatever it is. */
const anyArticle = fc
  .record({
    path: text as fc.Arbitrary<ContentPath>,
    title: text,
    ordinal: fc.nat(),
    section: fc.option(text),
    tags: fc.array(text, { maxLength: 3 }),
    authors: fc.array(fc.record({ name: text, url: fc.constant(null), email: fc.option(text) }), {
      maxLength: 2,
    }),
    language: text,
    visibility: fc.constantFrom("listed", "unindexed", "unlisted"),
    fingerprint: text,
    reach: fc.constantFrom(...REACHES),
    files: fc.array(text, { maxLength: 2 }),
    episodeArt: fc.array(text, { maxLength: 1 }),
    isRooted: fc.boolean(),
    hasImage: fc.boolean(),
    card: fc.option(text),
    translationKey: fc.option(text),
    translated: fc.option(text),
    hasOwnId: fc.boolean(),
    flags: fc.record(
      { lead: fc.constant(true), needsTextStylesheet: fc.constant(true) },
      { requiredKeys: [] },
    ),
  })
  .map(({ flags, ...told }): RememberedArticle => ({ ...told, ...flags }) as RememberedArticle);

/** What is remembered of articles, by their paths. */
export const anyArticles = fc
  .uniqueArray(fc.record({ sha256: text, hasProblems: fc.boolean(), article: anyArticle }), {
    selector: (one) => one.article.path,
    maxLength: 6,
  })
  .map((all) => new Map(all.map((one): [string, ArticleOfFile] => [one.article.path, one])));
