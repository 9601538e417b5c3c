import type { Article } from "../../article/article.ts";
import { isoOf } from "../../article/instant.ts";
import type { Problem, Severity } from "../../article/problem.ts";
import type { EpochSeconds } from "../../article/values.ts";
import type { FeedItem } from "../../render/feeds/feed-model.ts";

/** An article may be dated a day ahead of the clock that publishes it, for the zones of the world. */
const MOST_AHEAD_SECONDS = 24 * 60 * 60;

/** The zero date of several systems, which is no date at all, is the year 1. */
const YEAR_1000: EpochSeconds = Date.UTC(1000, 0) / 1000;

/** What is wrong with an article in whichever format. */
export function checkArticle(article: Article, item: FeedItem, now: EpochSeconds): Problem[] {
  const problems: Problem[] = [];
  const add = (severity: Severity, message: string) =>
    problems.push(problemOf(article.path, severity, message));
  const relative = relativeUrl(item.content ?? "");
  if (relative !== null) {
    add(
      "error",
      `contains the relative address "${brief(relative)}", which leads nowhere in a feed; write the whole URL`,
    );
  }
  for (const { url, type, sizeBytes } of item.enclosures) {
    if (!type || sizeBytes === null) {
      add("error", `has the enclosure ${url} without its media type or its length in bytes; add both`);
    }
  }
  if (article.published < YEAR_1000) {
    add(
      "error",
      `is dated ${isoOf(article.published)}, which is the placeholder date of some systems; write the real one`,
    );
  } else if (article.published < 0) {
    add("warning", `is dated ${isoOf(article.published)}; many feed readers cannot show dates before 1970`);
  }
  if (article.updated > now + MOST_AHEAD_SECONDS) {
    add("error", `says it was updated at ${isoOf(article.updated)}, which is in the future; correct it`);
  }
  return problems;
}

/** A tag with an attribute that holds an address which does not begin with a scheme. */
const RELATIVE = /<[a-z][a-z0-9]*\b[^<>]*?\s(?:href|src|poster|cite)="((?!https?:\/\/|mailto:|tel:)[^"]*)"/i;

/** The list of a `srcset`, which may hold several. */
const SRCSET = /<(?:img|source)\b[^<>]*?\ssrcset="([^"]*)"/gi;

/**
 * The first relative address in sanitized HTML, whose attributes all stand in double quotes; null
 * where every one is absolute. Text that only looks like a tag is escaped there and does not count.
 */
export function relativeUrl(html: string): string | null {
  const [, address] = RELATIVE.exec(html) ?? [];
  if (address !== undefined) return address;
  for (const [, list = ""] of html.includes("srcset") ? html.matchAll(SRCSET) : []) {
    const relative = list.split(/,\s+/).find((candidate) => !/^\s*https?:\/\//i.test(candidate));
    if (relative !== undefined) return relative;
  }
  return null;
}

/** A problem of a whole file. */
export function problemOf(file: string, severity: Severity, message: string): Problem {
  return { file, line: null, severity, message };
}

/** A value as a message shows it: cut where it is long, an instant where it is a number. */
export function brief(value: unknown): string {
  const text = typeof value === "number" && Number.isFinite(value) ? isoOf(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
