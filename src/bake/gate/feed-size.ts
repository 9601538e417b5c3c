import type { Article } from "../../article/article.ts";
import type { Problem } from "../../article/problem.ts";
import { SETTINGS_FILE } from "../../article/site.ts";
import type { FeedText } from "../../render/feeds/feed-text.ts";
import { problemOf } from "./article-check.ts";

/** In its two codings, of which neither halves a text that is noise, a value of 25 MiB holds no more. */
const MAX_FEED_BYTES = 15 * 1024 * 1024;

/** Says of a feed that is too large to be stored which article makes it so. */
export function checkFeedSize(
  key: string,
  { head, items, tail }: FeedText,
  articles: ReadonlyMap<string, Article>,
): Problem[] {
  const frameBytes = Buffer.byteLength(head) + Buffer.byteLength(tail);
  const total = items.reduce((sum, { text }) => sum + Buffer.byteLength(text), frameBytes);
  if (total <= MAX_FEED_BYTES) return [];
  const [largest] = items.toSorted((a, b) => b.text.length - a.text.length);
  const file = articles.get(largest?.id ?? "")?.path ?? SETTINGS_FILE;
  const message = `makes ${key} larger than 15 MiB, which is the most that can be served; shorten it, or write feed_content = "summary" into ${SETTINGS_FILE}`;
  return [problemOf(file, "error", message)];
}
