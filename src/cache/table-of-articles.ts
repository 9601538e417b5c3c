import { PackedTexts, packTexts } from "../article/packed-texts.ts";
import type { RememberedArticle, RememberedRows } from "../article/remembered-article.ts";
import { articleAt } from "../article/remembered-article.ts";
import type { Table } from "../article/table.ts";
import type { ArticleColumn, ArticleColumns, SharedColumns } from "./article-columns.ts";
import { columnsOf, FLAGS, flagsOf, NUMBERS, SHARED } from "./article-columns.ts";
import { DistinctValues } from "./distinct-values.ts";
import type { ListPool } from "./list-pool.ts";
import type { PathRows } from "./path-rows.ts";
import { inFolderOrder } from "./path-rows.ts";
import type { ArticleOfFile } from "./remembered-articles.ts";
import { RowsByPath } from "./rows-by-path.ts";
import type { FilesInTable } from "./table-of-files.ts";

/** The articles of a table, by path; those that became others since are among them. Those with the same lists get the very same ones. */
export class ArticlesInTable implements RememberedRows {
  readonly rows: RowsByPath<ArticleOfFile>;
  readonly of: RememberedRows["of"];
  readonly #columns: ArticleColumns;

  constructor(table: Table<ArticleColumn>, lists: ListPool) {
    this.#columns = table.columns as ArticleColumns;
    const base = columnsOf(this.#columns, table.about as SharedColumns, lists);
    this.rows = new RowsByPath(this.#columns.path, (row) => ({
      sha256: this.#columns.sha256.at(row) ?? "",
      hasProblems: (this.#flags(row) & FLAGS.hasProblems) !== 0,
      article: articleAt({ of: base }, row),
    }));
    this.of = withOthers(base, this.rows);
  }

  sha256At(row: number): string {
    return this.rows.otherAt(row)?.sha256 ?? this.#columns.sha256.at(row) ?? "";
  }

  /** Whether the article of a row was made of the file of another one. */
  isOfFile(row: number, files: FilesInTable, file: number): boolean {
    return this.rows.otherAt(row) === undefined && files.rows.otherAt(file) === undefined
      ? this.#columns.sha256.isSame(row, files.sha256, file)
      : this.sha256At(row) === files.sha256At(file);
  }

  hasProblemsAt(row: number): boolean {
    return this.rows.otherAt(row)?.hasProblems ?? (this.#flags(row) & FLAGS.hasProblems) !== 0;
  }

  #flags(row: number): number {
    return this.#columns.numbers[row * NUMBERS + 1] ?? 0;
  }
}

/** The same, also of rows that are none of the table's. */
function withOthers(base: RememberedRows["of"], rows: RowsByPath<ArticleOfFile>): RememberedRows["of"] {
  const names = Object.keys(base) as (keyof RememberedArticle)[];
  const told = names.map((name) => {
    const own = base[name];
    const tell = (row: number) => {
      const other = rows.otherAt(row);
      return other === undefined ? own(row) : other.article[name];
    };
    return [name, tell] as const;
  });
  return Object.fromEntries(told) as RememberedRows["of"];
}

/** Articles as a table. */
export function tableOfArticles(articles: PathRows<ArticleOfFile>): Table<ArticleColumn> {
  const [path, sha256, title, fingerprint]: [string[], string[], string[], string[]] = [[], [], [], []];
  const shared = SHARED.map((name) => [name, new DistinctValues<unknown>()] as const);
  const numbers = new Float64Array(articles.size * NUMBERS);
  let at = 0;
  for (const [name, { sha256: digest, hasProblems, article }] of inFolderOrder(articles)) {
    path.push(name);
    sha256.push(digest);
    title.push(article.title);
    fingerprint.push(article.fingerprint);
    numbers[at] = article.ordinal;
    numbers[at + 1] = flagsOf({ ...article, hasProblems });
    for (const [of, [column, values]] of shared.entries()) {
      numbers[at + 2 + of] = values.placeOf(article[column]);
    }
    at += NUMBERS;
  }
  return {
    about: Object.fromEntries(shared.map(([name, values]) => [name, values.list])),
    columns: {
      path,
      sha256: PackedTexts.of(sha256),
      title: packTexts(title),
      fingerprint: PackedTexts.of(fingerprint),
      numbers,
    },
  };
}
