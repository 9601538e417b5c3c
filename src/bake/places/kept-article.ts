import type { Article, SocialCard, Translation } from "../../article/article.ts";
import { readWhenAsked } from "../../article/read-when-asked.ts";
import type { RememberedSource } from "../../article/remembered-source.ts";
import type { ArticleRecord } from "../../ledger/ledger.ts";

/** What a site knows of its articles that stayed as they were. */
export interface KeptSurroundings {
  readonly urlOf: (address: string) => Article["url"];
  readonly resolve: (source: RememberedSource, record: ArticleRecord) => Article;
}

/** What goes with an article beside its file, and is what it was. */
interface KeptBeside {
  readonly translated: readonly Translation[] | undefined;
  readonly card: SocialCard | undefined;
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
  readonly published: Article["published"];
  readonly updated: Article["updated"];
  readonly needsTextStylesheet?: true;
  readonly translations?: readonly Translation[];
  readonly card?: SocialCard;
  readonly fingerprint: string;
  readonly #source: RememberedSource;
  readonly #record: ArticleRecord;
  readonly #around: KeptSurroundings;
  #whole: Article | null = null;

  constructor(
    source: RememberedSource,
    record: ArticleRecord,
    { translated, card }: KeptBeside,
    around: KeptSurroundings,
  ) {
    const { article } = source;
    this.path = article.path;
    this.title = article.title;
    this.section = article.section;
    this.tags = article.tags;
    this.authors = article.authors;
    this.language = article.language;
    if (article.lead) this.lead = true;
    this.visibility = article.visibility;
    this.id = record.id;
    this.ordinal = record.ordinal;
    this.edition = record.edition;
    this.address = record.address;
    this.published = record.published;
    this.updated = record.updated;
    if (article.needsTextStylesheet) this.needsTextStylesheet = true;
    if (translated !== undefined) this.translations = translated;
    if (card !== undefined) this.card = card;
    this.fingerprint = article.fingerprint;
    this.#source = source;
    this.#record = record;
    this.#around = around;
  }

  get url(): Article["url"] {
    return this.#around.urlOf(this.address);
  }

  /** The whole article: a plain object, which can be copied. */
  whole(): Article {
    this.#whole ??= this.#around.resolve(this.#source, this.#record);
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
