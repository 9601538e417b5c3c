import { readFileSync } from "node:fs";

/** The stylesheet of all pages. */
export function readStylesheet(): string {
  return readFileSync(new URL("../../render/pages/stylesheet.css", import.meta.url), "utf8");
}

/** That of the code and formulas of articles. */
export function readTextStylesheet(): string {
  return readFileSync(new URL("../../render/pages/text-stylesheet.css", import.meta.url), "utf8");
}

/** What dresses feeds where a browser shows them. */
export function readFeedStylesheet(): string {
  return readFileSync(new URL("../../render/feeds/feed-stylesheet.css", import.meta.url), "utf8");
}
