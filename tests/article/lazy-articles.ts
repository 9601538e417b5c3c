import fc from "fast-check";
import type { Article } from "../../src/article/article.ts";
import type { LazyArticles, ToldOf } from "../../src/article/articles.ts";
import { Articles } from "../../src/article/articles.ts";
import { articleBut, pathOf, urlOf } from "../bake/values.ts";

const FILE = {
  address: "/media/card.png",
  type: "image/png",
  width: 1200,
  height: 630,
  sizeBytes: 1,
  made: { sha256: "b".repeat(64), read: () => new Uint8Array([1]) },
} as const;

/** An article that says something else than any other in each of its fields. */
export function articleAt(ordinal: number, fields: Partial<Article> = {}): Article {
  return articleBut({
    ordinal,
    path: pathOf(`${ordinal}.md`),
    title: `Of ${ordinal}`,
    section: `section ${ordinal}`,
    tags: [`tag ${ordinal}`],
    authors: [{ name: `author ${ordinal}`, url: null, email: null }],
    language: `en-${ordinal}`,
    visibility: ordinal % 2 === 0 ? "listed" : "unlisted",
    canonical: urlOf(`https://mole.example/${ordinal}`),
    address: `/articles/${ordinal}`,
    published: 5000 - ordinal,
    edition: 9000 + ordinal,
    fingerprint: `fingerprint ${ordinal}`,
    card: { file: FILE, url: urlOf(`https://quay.example/media/${ordinal}.png`) },
    needsTextStylesheet: true,
    ...fields,
  });
}

/** What is told of articles without making them. */
export const NAMES = [
  "path",
  "title",
  "section",
  "tags",
  "authors",
  "language",
  "visibility",
  "canonical",
  "address",
  "published",
  "edition",
  "fingerprint",
  "card",
  "needsTextStylesheet",
] as const satisfies readonly (keyof ToldOf)[];

/** Tells of articles by their ordinals; of none that is not there. */
export function tellerOf(all: ReadonlyMap<number, Article>): ToldOf {
  const told = NAMES.map((name) => {
    const tell = (ordinal: number) => {
      const one = all.get(ordinal);
      if (one === undefined) throw new RangeError(`no article ${ordinal}`);
      return one[name];
    };
    return [name, tell] as const;
  });
  return Object.fromEntries(told) as unknown as ToldOf;
}

/** Some articles in any order, of which some are made when they are asked for. */
export const sites = fc
  .uniqueArray(fc.record({ ordinal: fc.nat(30), isLazy: fc.boolean() }), {
    selector: ({ ordinal }) => ordinal,
    maxLength: 15,
  })
  .map((all) => {
    const list = all.map(({ ordinal }) => articleAt(ordinal));
    const lazy = new Map(
      all.flatMap(({ ordinal, isLazy }, at) => (isLazy ? [[ordinal, list[at] as Article]] : [])),
    );
    const made: number[] = [];
    const given: LazyArticles = {
      ordinals: lazy.keys(),
      of: tellerOf(lazy),
      make(ordinal) {
        made.push(ordinal);
        return { ...(lazy.get(ordinal) as Article) };
      },
    };
    const articles = new Articles(
      list.filter(({ ordinal }) => !lazy.has(ordinal)),
      Int32Array.from(list, ({ ordinal }) => ordinal),
      given,
    );
    return { articles, list, lazy, made };
  });
