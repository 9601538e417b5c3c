import type { Article } from "../../article/article.ts";
import type { Problem } from "../../article/problem.ts";
import { SETTINGS_FILE } from "../../article/site.ts";
import type { EpochSeconds } from "../../article/values.ts";
import type { FeedItem } from "../../render/feeds/feed-model.ts";
import type { FeedText } from "../../render/feeds/feed-text.ts";
import type { FormatName } from "../../render/feeds/formats.ts";
import { FORMATS } from "../../render/feeds/formats.ts";
import type { FeedOutput } from "../../render/output.ts";
import { brief, checkArticle, problemOf } from "./article-check.ts";
import { checkFeedSize } from "./feed-size.ts";
import { meantBy } from "./meant-item.ts";
import type { ReadItem } from "./read-back.ts";
import { READ_BACK } from "./read-back.ts";
import { readDocument } from "./read-piece.ts";

/** What is about to be published passes here; each piece is read once a format, each frame once. */
export interface Gate {
  /** What is wrong with a feed that is about to be published. */
  readonly feed: (output: FeedOutput, text: FeedText) => Problem[];
  /** What is wrong with the articles that stood in no feed here, as every format tells them. */
  readonly others: (itemOf: FeedOutput["itemOf"]) => Problem[];
  /** What is wrong with another XML document. */
  readonly xml: (key: string, text: string) => Problem[];
}

/** What all formats must give back alike. */
const FIELDS = [
  "id",
  "title",
  "url",
  "published",
  "updated",
  "summary",
  "content",
  "authors",
  "categories",
  "enclosures",
] as const satisfies readonly (keyof ReadItem)[];

/**
 * Opens the gate for one bake at `now`. A piece that passed is not read again, in whichever document
 * it stands.
 */
export function openGate(articles: Iterable<Article>, now: EpochSeconds): Gate {
  const passed: Readonly<Record<FormatName, Set<string>>> = {
    rss: new Set(),
    atom: new Set(),
    json: new Set(),
  };
  const seen = new Set<Article>();

  const checkPiece = (output: FeedOutput, article: Article, piece: string): Problem[] => {
    const alike = passed[output.format];
    const item = output.itemOf(article);
    // The piece of an old feed is its own.
    if (alike.has(article.id) && item.asWritten === undefined) return [];
    if (item.asWritten === undefined) alike.add(article.id);
    const problems = comparePiece(output, article, item, piece);
    if (!seen.has(article)) problems.push(...checkArticle(article, item, now));
    seen.add(article);
    return problems;
  };

  return {
    feed(output, text) {
      const ids = new Set<string>();
      const byId = new Map<string, Article>(output.articles.map((article) => [article.id, article]));
      const problems = [...checkFrame(output, text), ...checkFeedSize(output.key, text, byId)];
      for (const { kind, id, text: piece } of text.items) {
        const article = kind === "article" ? byId.get(id) : undefined;
        if (article === undefined) continue;
        if (ids.has(id)) {
          problems.push(repeated(article, output));
        } else {
          ids.add(id);
          problems.push(...checkPiece(output, article, piece));
        }
      }
      return problems;
    },
    others: (itemOf) =>
      [...articles]
        .filter((article) => !seen.has(article))
        .flatMap((article) => checkArticle(article, itemOf(article), now)),
    xml(key, text) {
      const failure = failureOf(() => readDocument(text));
      return failure === null
        ? []
        : [problemOf(SETTINGS_FILE, "error", `makes ${key} that is not well formed: ${failure}`)];
    },
  };
}

/** Reads a piece back and holds it against the article. */
function comparePiece(output: FeedOutput, article: Article, item: FeedItem, piece: string): Problem[] {
  const { title } = FORMATS[output.format];
  let read: ReadItem;
  try {
    read = READ_BACK[output.format](piece);
  } catch (cause) {
    return [
      problemOf(article.path, "error", `makes ${title} that cannot be read back: ${sentenceOf(cause)}`),
    ];
  }
  const meant = meantBy(item, output.format);
  return FIELDS.filter((field) => String(read[field]) !== String(meant[field])).map((field) =>
    problemOf(
      article.path,
      "error",
      `has the ${field} ${brief(meant[field])}, but ${title} says ${brief(read[field])}`,
    ),
  );
}

function checkFrame(output: FeedOutput, { head, tail }: FeedText): Problem[] {
  const frame = head + tail;
  const read = output.format === "json" ? () => JSON.parse(frame) : () => readDocument(frame);
  const failure = failureOf(read);
  return failure === null
    ? []
    : [problemOf(SETTINGS_FILE, "error", `makes ${output.key} that cannot be read back: ${failure}`)];
}

function repeated({ path, id }: Article, { key }: FeedOutput): Problem {
  return problemOf(
    path,
    "error",
    `appears twice in ${key} with the id ${id}; if two of its tags, categories or authors are one name, keep one of them`,
  );
}

function failureOf(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (cause) {
    return sentenceOf(cause);
  }
}

/** The first line of a parser's complaint: the rest shows the source. */
function sentenceOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split("\n")[0] ?? "";
}
