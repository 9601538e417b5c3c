import { rmSync } from "node:fs";
import { join } from "node:path";
import { readTable, tableBytes } from "../article/table.ts";
import type { ContentPath, EpochSeconds } from "../article/values.ts";
import type { AmendedFile } from "./amended-file.ts";
import { CACHE_FILES } from "./cache-files.ts";
import { readChecked, writeChecked } from "./checked-file.ts";
import { ListPool } from "./list-pool.ts";
import type { PathRows } from "./path-rows.ts";
import type { ArticleOfFile, ArticleRow } from "./remembered-articles.ts";
import { articlesIn } from "./remembered-articles.ts";
import type { SeenPlace } from "./seen-places.ts";
import { ArticlesInTable, tableOfArticles } from "./table-of-articles.ts";

/** A site as it was when it was last published, beside its articles. */
export interface RememberedSite {
  /** Digest of all that decides what becomes of its files, but for the next two. */
  readonly conditions: string;
  readonly url: string;
  /** The host that ids begin with where nothing names one; null where that is not known. */
  readonly idHost: string | null;
  /** Digest of the head of the ledger that was written then. */
  readonly head: string;
  readonly now: EpochSeconds;
  /** The first instant ahead that its folder names, from which on it may mean something else; null where none is. */
  readonly until: EpochSeconds | null;
  /** Digest of the paths of all files but articles. */
  readonly files: string;
  /** Digest of its redirects. */
  readonly redirects: string;
  /** What pages of articles have around them; null where none of theirs may stay as they are. */
  readonly around: string | null;
  /** How many archive windows each channel has, by a key of the first. */
  readonly archives: Readonly<Record<string, number>>;
  /** What was looked for elsewhere. */
  readonly places: readonly SeenPlace[];
  /** The media that its articles name. */
  readonly media: readonly NamedMedia[];
}

/** A media file that articles name. */
export interface NamedMedia {
  /** Where articles find it. */
  readonly path: ContentPath;
  /** Where it lies on the disk, and how the publisher finds it. */
  readonly place: string;
  readonly shown: string;
  /** Of what it is. */
  readonly digest: string;
}

/**
 * What a cache remembers of a site and of its articles. The site is written last and taken away first: so
 * it never stands beside articles of another time.
 */
export class SiteRecall {
  readonly #file: string;
  readonly #program: string;
  readonly #lists = new ListPool();
  readonly #articlesFile: AmendedFile<ArticleOfFile, ArticleRow>;

  constructor(folder: string, program: string) {
    this.#file = join(folder, CACHE_FILES.site);
    this.#program = program;
    this.#articlesFile = articlesIn(folder, this.#lists);
  }

  /** The site as it was, if it was so under these conditions; null else. */
  recall(conditions: string): { readonly site: RememberedSite; readonly articles: ArticlesInTable } | null {
    const site = readChecked(this.#file, (text) => {
      const [program, site] = JSON.parse(text) as [string, RememberedSite];
      return program === this.#program && site.conditions === conditions ? site : null;
    });
    if (site === null) return null;
    const articles = this.#articlesFile.read(
      (bytes) => new ArticlesInTable(readTable(bytes), this.#lists),
      ({ rows }) => rows,
    );
    return articles && { site, articles };
  }

  /** Remembers a site and its articles, and no others; `changed` tells which are none of those that were recalled. Throws what the disk throws. */
  remember(site: RememberedSite, articles: PathRows<ArticleOfFile>, changed: readonly string[] | null): void {
    rmSync(this.#file, { force: true });
    this.#articlesFile.write(articles, changed, () => tableBytes(tableOfArticles(articles)));
    writeChecked(this.#file, [JSON.stringify([this.#program, site])]);
  }
}
