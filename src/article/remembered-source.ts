import { readWhenAsked } from "./read-when-asked.ts";
import type { RememberedArticle } from "./remembered-article.ts";
import type { Source } from "./source.ts";

/** A source of which only what lists need is there. All else is read when the first of it is asked for. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: readWhenAsked defines the rest of its fields, below.
export class RememberedSource {
  readonly article: RememberedArticle;
  readonly path: Source["path"];
  readonly title: string;
  readonly section: Source["section"];
  readonly tags: Source["tags"];
  readonly authors: Source["authors"];
  readonly language: Source["language"];
  readonly visibility: Source["visibility"];
  readonly page = false;
  readonly draft = false;
  readonly #read: (path: Source["path"]) => Source;
  #whole: Source | null = null;

  /** `read` gives the source as its file tells it; there are very many, so they share it. */
  constructor(article: RememberedArticle, read: (path: Source["path"]) => Source) {
    this.article = article;
    this.path = article.path;
    this.title = article.title;
    this.section = article.section;
    this.tags = article.tags;
    this.authors = article.authors;
    this.language = article.language;
    this.visibility = article.visibility;
    this.#read = read;
  }

  /** The source as its file tells it: a plain object, which can be copied. */
  whole(): Source {
    this.#whole ??= this.#read(this.path);
    return this.#whole;
  }
}

/** What is read of a source when it is asked for. */
const ASKED = [
  "summary",
  "wordCount",
  "agency",
  "place",
  "lead",
  "canonical",
  "image",
  "published",
  "updated",
  "expires",
  "correction",
  "id",
  "slug",
  "suggestedSlug",
  "permalink",
  "addressing",
  "aliases",
  "redirectTo",
  "enclosures",
  "episode",
  "references",
  "digest",
  "dialectDigest",
  "needsTextStylesheet",
  "words",
  "readText",
] as const satisfies readonly (keyof Source)[];

export interface RememberedSource extends Pick<Source, (typeof ASKED)[number]> {}

readWhenAsked(RememberedSource.prototype, ASKED);
