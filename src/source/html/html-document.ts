import { createRequire } from "node:module";
import { MAX_NESTING } from "./html-nesting.ts";

const require = createRequire(import.meta.url);

/** An HTML file, taken apart: the article in it, and what its head says. */
export interface HtmlDocument {
  /** What is inside `article`, `main` or `body`, whichever comes first in this order; else all of it. */
  readonly content: string;
  /** Where the content begins. */
  readonly offset: number;
  readonly title: string | null;
  readonly language: string | null;
  /** `meta` elements by name or property, in small letters. */
  readonly meta: ReadonlyMap<string, string>;
}

const CONTAINERS = ["article", "main", "body"] as const;
type Container = (typeof CONTAINERS)[number];

/** Finds the article in an HTML document or fragment. */
export function readHtmlDocument(html: string): HtmlDocument {
  const spans = new Map<Container, { readonly from: number; to: number; depth: number }>();
  const meta = new Map<string, string>();
  let title: string | null = null;
  let language: string | null = null;
  let isInTitle = false;
  let depth = 0;

  const { Parser } = require("htmlparser2") as typeof import("htmlparser2");
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      // The body is refused for it later; to go on would take the square of the depth.
      if (depth > 2 * MAX_NESTING) parser.pause();
      if (name === "html") language = attributes.lang ?? null;
      if (name === "title" && title === null) {
        isInTitle = true;
        title = "";
      }
      const key = (attributes.name ?? attributes.property)?.toLowerCase();
      if (name === "meta" && key && attributes.content && !meta.has(key)) meta.set(key, attributes.content);
      const container = CONTAINERS.find((one) => one === name);
      if (container === undefined) return;
      const span = spans.get(container);
      if (span === undefined) spans.set(container, { from: parser.endIndex + 1, to: -1, depth: 1 });
      else span.depth += 1;
    },
    ontext(text) {
      if (isInTitle) title += text;
    },
    onclosetag(name, isImplied) {
      depth -= 1;
      if (name === "title") isInTitle = false;
      const span = spans.get(name as Container);
      if (span === undefined || span.to !== -1) return;
      span.depth -= 1;
      if (span.depth === 0) span.to = isImplied ? html.length : parser.startIndex;
    },
  });
  parser.end(html);

  const span = CONTAINERS.map((name) => spans.get(name)).find((found) => found !== undefined);
  const { from, to } = span ?? { from: 0, to: -1 };
  return {
    content: to === -1 ? html.slice(from) : html.slice(from, to),
    offset: from,
    title,
    language,
    meta,
  };
}
