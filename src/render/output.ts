import type { Article } from "../article/article.ts";
import type { Sum } from "../article/sum.ts";
import type { EpochSeconds } from "../article/values.ts";
import { MEDIA_TYPE } from "../representation/addresses.ts";
import type { DocumentKind } from "../representation/cache-policy.ts";
import type { FeedItem } from "./feeds/feed-model.ts";
import type { FeedText } from "./feeds/feed-text.ts";
import type { FormatName } from "./feeds/formats.ts";

/** A document that a bake makes. */
export type Output = TextOutput | FeedOutput;

interface OutputBase {
  /** Path, or a reserved storage key. */
  readonly key: string;
  readonly kind: DocumentKind;
  /** `Content-Type`. */
  readonly type: string;
  readonly status: number;
  /** `Link` of its answers, where that does not follow from what it is. */
  readonly link?: string;
  /**
   * Adds what it is made from to a sum. Where that and the key are equal, so is what `render` gives for an
   * edition, which then need not be asked.
   */
  readonly madeFrom: (sum: Sum) => void;
  /** The article whose page it is: what it is made from tells its address too, and what is remembered of it. */
  readonly article?: Article;
}

/** A document that is one text. */
export interface TextOutput extends OutputBase {
  readonly format: null;
  /** The document as of an edition; most do not depend on it. */
  readonly render: (edition: EpochSeconds) => string;
}

/** A feed, in pieces: a subscriber may want only those that changed. */
export interface FeedOutput extends OutputBase {
  readonly format: FormatName;
  readonly articles: readonly Article[];
  /** What the piece of an article must say. */
  readonly itemOf: (article: Article) => FeedItem;
  readonly render: (edition: EpochSeconds) => FeedText;
}

/** `Content-Type` of a page. */
export const PAGE_TYPE = `${MEDIA_TYPE.html}; charset=utf-8`;

/** A page that people read. */
export function page(key: string, render: () => string, madeFrom: (sum: Sum) => void): TextOutput {
  return { key, kind: "page", type: PAGE_TYPE, status: 200, format: null, render, madeFrom };
}

/** A text for programs. A small one is what it is made from. */
export function text(key: string, mediaType: string, render: () => string, madeFrom = render): TextOutput {
  const type = `${mediaType}; charset=utf-8`;
  const add = (sum: Sum) => void sum.text(madeFrom());
  return { key, kind: "text", type, status: 200, format: null, render, madeFrom: add };
}
