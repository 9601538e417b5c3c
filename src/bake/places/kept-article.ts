import type { Article, SocialCard, Translation } from "../../article/article.ts";
import { readWhenAsked } from "../../article/read-when-asked.ts";
import type { RememberedRows } from "../../article/remembered-article.ts";
import type { ArticleRecord } from "../../ledger/records/article-record.ts";

/** What is known of an article that stayed as it was. */
export interface KeptParts {
  readonly of: RememberedRows["of"];
  readonly row: number;
  readonly record: ArticleRecord;
  readonly url: Article["url"];
  readonly translations: readonly Translation[] | undefined;
  readonly card: SocialCard | undefined;
  /** Finds out all of it. */
  readonly resolve: () => Article;
}

/** An article that stayed as it was: what lists need of it is there, all else is read when it is asked for. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: readWhenAsked defines the rest of its fields, below.
export class KeptArticle {
  readonly path: Article["path"];
  readonly title: string;
  readonly section: Article["section"];
  readonly tags: Article["tags"];
  readonly authors: Article["authors"];
  readonly language: Article["language"];
  readonly page = false;
  readonly lead?: true;
  readonly visibility: Article["visibility"];
  readonly canonical = null;
  readonly id: Article["id"];
  readonly ordinal: number;
  readonly edition: Article["edition"];
  readonly address: string;
  readonly url: Article["url"];
  readonly published: Article["published"];
  readonly updated: Article["updated"];
  readonly needsTextStylesheet?: true;
  readonly translations?: readonly Translation[];
  readonly card?: SocialCard;
  readonly fingerprint: string;
  readonly #resolve: () => Article;
  #whole: Article | null = null;

  constructor({ of, row, record, url, translations, card, resolve }: KeptParts) {
    this.path = of.path(row);
    this.title = of.title(row);
    this.section = of.section(row);
    this.tags = of.tags(row);
    this.authors = of.authors(row);
    this.language = of.language(row);
    if (of.lead(row)) this.lead = true;
    this.visibility = of.visibility(row);
    this.id = record.id;
    this.ordinal = record.ordinal;
    this.edition = record.edition;
    this.address = record.address;
    this.url = url;
    this.published = record.published;
    this.updated = record.updated;
    if (of.needsTextStylesheet(row)) this.needsTextStylesheet = true;
    if (translations !== undefined) this.translations = translations;
    if (card !== undefined) this.card = card;
    this.fingerprint = of.fingerprint(row);
    this.#resolve = resolve;
  }

  /** The whole article: a plain object, which can be copied. */
  whole(): Article {
    this.#whole ??= this.#resolve();
    return this.#whole;
  }
}

/** What is read of an article when it is asked for. What else may belong to one is never remembered. */
const ASKED = [
  "summary",
  "wordCount",
  "agency",
  "place",
  "image",
  "enclosures",
  "episode",
  "correction",
  "pictures",
  "readText",
] as const satisfies readonly (keyof Article)[];

export interface KeptArticle extends Pick<Article, (typeof ASKED)[number]> {}

readWhenAsked(KeptArticle.prototype, ASKED);
