import { readFileSync } from "node:fs";

/** The parts of the stylesheet of pages, one for each kind of page; a later one wins over an earlier one. */
const PARTS = [
  new URL("../../render/pages/styles/base.css", import.meta.url),
  new URL("../../render/pages/styles/frame.css", import.meta.url),
  new URL("../../render/pages/styles/article.css", import.meta.url),
  new URL("../../render/pages/styles/channels.css", import.meta.url),
  new URL("../../render/pages/styles/lists.css", import.meta.url),
  new URL("../../render/pages/styles/front-page.css", import.meta.url),
  new URL("../../render/pages/styles/subscribe.css", import.meta.url),
  new URL("../../render/pages/styles/print.css", import.meta.url),
];

/** The stylesheet of all pages. */
export function readStylesheet(): string {
  return PARTS.map((part) => forBrowsers(readFileSync(part, "utf8"))).join("");
}

/** That of the code and formulas of articles. */
export function readTextStylesheet(): string {
  return forBrowsers(
    readFileSync(new URL("../../render/pages/text-stylesheet.css", import.meta.url), "utf8"),
  );
}

/** Without what is there for people who work on it alone: comments, indentation, empty lines. */
function forBrowsers(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s+/gm, "");
}

/** What dresses feeds where a browser shows them. */
export function readFeedStylesheet(): string {
  return readFileSync(new URL("../../render/feeds/feed-stylesheet.css", import.meta.url), "utf8");
}
