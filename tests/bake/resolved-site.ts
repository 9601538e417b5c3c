import type { Article, SocialCard } from "../../src/article/article.ts";
import { compareInFolder } from "../../src/article/folder-order.ts";
import { stayingOf } from "../../src/article/staying-articles.ts";
import type { ContentPath } from "../../src/article/values.ts";
import type { ResolvedArticles } from "../../src/bake/places/resolve-articles.ts";
import { siteArticles } from "../../src/bake/places/site-articles.ts";
import { rememberedBut } from "../article/remembered.ts";
import { recordBut } from "../ledger/records.ts";
import { articleBut, must, urlOf } from "./values.ts";

/** What became of an article. */
export type Kind = "told" | "renewed" | "kept" | "page" | "renewed page";

/** An article of a site, by its place in the folder. */
export interface Given {
  readonly path: ContentPath;
  readonly kind: Kind;
  readonly ordinal: number;
}

/** Its card. */
export const cardOf = (ordinal: number) =>
  ({ url: urlOf(`https://quay.example/media/${ordinal}.png`) }) as unknown as SocialCard;

/** What an article says, which no other one does. */
export const wordsOf = (ordinal: number) => ({
  title: `Of ${ordinal}`,
  section: `section ${ordinal}`,
  tags: [`tag ${ordinal}`],
  authors: [{ name: `author ${ordinal}`, url: null, email: null }],
  language: `en-${ordinal}`,
  visibility: ordinal % 2 === 0 ? ("listed" as const) : ("unlisted" as const),
  fingerprint: `fingerprint ${ordinal}`,
  ...(ordinal % 2 === 0 && { needsTextStylesheet: true as const }),
});

/** What its record says. */
export const datesOf = (ordinal: number) => ({
  address: `/articles/${ordinal}`,
  published: 1000 + ordinal,
  edition: 5000 - ordinal,
});

const articleOf = ({ path, ordinal, kind }: Given): Article =>
  articleBut({
    ...wordsOf(ordinal),
    ...datesOf(ordinal),
    path,
    ordinal,
    page: kind.endsWith("page"),
    card: cardOf(ordinal),
  });

/** Articles of a site of which `known` have ordinals below those that are new, which nobody kept. */
export function siteOf(all: readonly Given[], known: number) {
  const inFolder = all.toSorted((a, b) => compareInFolder(a.path, b.path));
  const of = (...kinds: readonly Kind[]) => inFolder.filter(({ kind }) => kinds.includes(kind));
  // Some rows are of articles that became others, so that no row is an ordinal.
  const rows = of("renewed", "renewed page", "kept");
  const staying = stayingOf(
    rows.map(({ path, ordinal }) => rememberedBut({ path, ordinal, ...wordsOf(ordinal) })),
    () => {
      throw new RangeError("nobody reads a file");
    },
  );
  const records = all
    .toSorted((a, b) => a.ordinal - b.ordinal)
    .map(({ ordinal }) => recordBut({ ordinal, ...datesOf(ordinal) }));
  const made: number[] = [];
  const resolved: ResolvedArticles = {
    told: [
      ...of("told", "page").filter(({ ordinal }) => ordinal < known),
      ...of("told", "page").filter(({ ordinal }) => ordinal >= known),
    ].map(articleOf),
    renewed: of("renewed", "renewed page").map((one) => ({
      row: rows.indexOf(one),
      article: articleOf(one),
    })),
    kept: Int32Array.from(of("kept"), (one) => rows.indexOf(one)),
    make(row) {
      const one = must(rows[row] ?? null, `row ${row}`);
      made.push(one.ordinal);
      return articleOf(one);
    },
    cardAt: (row) => cardOf(must(rows[row] ?? null, `row ${row}`).ordinal),
  };
  return { ...siteArticles({ staying, records }, resolved, known), inFolder, made };
}
