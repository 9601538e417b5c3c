import fc from "fast-check";
import { expect, test } from "vitest";
import { compareInFolder } from "../../src/article/folder-order.ts";
import { ARTICLE_FIELDS } from "../../src/article/remembered-article.ts";
import { readTable, tableBytes } from "../../src/article/table.ts";
import { ListPool } from "../../src/cache/list-pool.ts";
import type { ArticleOfFile } from "../../src/cache/remembered-articles.ts";
import type { RememberedFile } from "../../src/cache/remembered-file.ts";
import { ArticlesInTable, tableOfArticles } from "../../src/cache/table-of-articles.ts";
import { FilesInTable, tableOfFiles } from "../../src/cache/table-of-files.ts";
import { rememberedBut } from "../article/remembered.ts";
import { pathOf } from "../bake/values.ts";
import { anyArticles } from "./any-articles.ts";

/** Articles as they are read from a table that was written of them. */
function tableWith(articles: ReadonlyMap<string, ArticleOfFile>, lists = new ListPool()): ArticlesInTable {
  const bytes = Buffer.concat([...tableBytes(tableOfArticles(articles))]);
  return new ArticlesInTable(readTable(bytes), lists);
}

/** What a table says of its rows, field by field, beside what is said of the article as a whole. */
function expectRows(table: ArticlesInTable, said: ReadonlyMap<string, ArticleOfFile>): void {
  for (const [path, one] of said) {
    const row = table.rows.rowOf(path);
    expect(table.rows.at(row)).toEqual(one);
    expect([table.sha256At(row), table.hasProblemsAt(row)]).toEqual([one.sha256, one.hasProblems]);
    for (const name of ARTICLE_FIELDS) expect(table.of[name](row), name).toEqual(one.article[name]);
  }
}

test("of each row is told what was said of its article, also of those that became others", () => {
  fc.assert(
    fc.property(anyArticles, anyArticles, (first, others) => {
      const table = tableWith(first);
      expect(table.rows.size).toBe(first.size);
      expectRows(table, first);
      table.rows.amend([], others);
      expectRows(table, new Map([...first, ...others]));
    }),
    { numRuns: 60 },
  );
});

test("an article is of a file that has its digest, wherever the two are remembered", () => {
  const path = pathOf("a.md");
  const article = rememberedBut({ path });
  const of = (sha256: string): [string, ArticleOfFile] => [path, { sha256, hasProblems: false, article }];
  const stretch = [0, 0, 0] as const;
  const place = { segment: "s", outcome: stretch, text: stretch };
  const file = (sha256: string): [string, RememberedFile] => [path, { stamp: null, sha256, place }];
  const articles = tableWith(new Map([of("one")]));
  articles.rows.amend([], [of("two")]);
  const { columns, segments } = tableOfFiles(new Map([file("one")]));
  const files = new FilesInTable({ about: null, columns }, segments);
  files.rows.amend([], [file("two")]);
  const rows = [0, 1];
  expect(rows.map((row) => rows.map((other) => articles.isOfFile(row, files, other)))).toEqual([
    [true, false],
    [false, true],
  ]);
  files.rows.amend([], [file("one")]);
  expect(rows.map((row) => articles.isOfFile(row, files, 2))).toEqual([true, false]);
  articles.rows.amend([], [of("one")]);
  expect([0, 1, 2].map((other) => articles.isOfFile(2, files, other))).toEqual([true, false, true]);
});

test("articles lie in a table in the order of the folder", () => {
  fc.assert(
    fc.property(anyArticles, (articles) => {
      const { rows } = tableWith(articles);
      const paths = [...rows.entries()].map(([path]) => path);
      expect(paths).toEqual([...articles.keys()].sort(compareInFolder));
    }),
    { numRuns: 30 },
  );
});

const FLAGS = ["lead", "needsTextStylesheet", "hasOwnId", "hasImage", "isRooted"] as const;
const NOT: ReadonlySet<string> = new Set(["hasOwnId", "hasImage", "isRooted"]);

test.for(FLAGS)("%s stands by itself, beside whether the file has problems", (flag) => {
  const plain = { hasOwnId: false, hasImage: false, isRooted: false };
  const path = pathOf("a.md");
  for (const hasProblems of [false, true]) {
    const article = rememberedBut({ path, ...plain, [flag]: true });
    const table = tableWith(new Map([[path, { sha256: "", hasProblems, article }]]));
    expect(table.hasProblemsAt(0)).toBe(hasProblems);
    for (const one of FLAGS) {
      const no = NOT.has(one) ? false : undefined;
      expect(table.of[one](0), one).toBe(one === flag ? true : no);
    }
  }
});

test("rows that share a list get the very same one, also from another table with the same pool", () => {
  const of = (name: string): [string, ArticleOfFile] => {
    const authors = [{ name: "Ann", url: null, email: null }];
    const said = { tags: ["sea"], files: ["a.svg"], episodeArt: ["b.png"], authors };
    return [
      name,
      { sha256: "", hasProblems: false, article: rememberedBut({ path: pathOf(name), ...said }) },
    ];
  };
  const lists = new ListPool();
  const [one, other] = [tableWith(new Map([of("a"), of("b")]), lists), tableWith(new Map([of("c")]), lists)];
  for (const name of ["tags", "authors", "files", "episodeArt"] as const) {
    expect(one.of[name](0)).toBe(one.of[name](1));
    expect(other.of[name](0)).toBe(one.of[name](0));
  }
});
