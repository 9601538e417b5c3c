import { ReferenceLines } from "../text/reference-lines.ts";
import { FileProblems } from "../text/source-file.ts";
import { cleanBody } from "./clean-body.ts";

/** A first heading, and the HTML without it. */
export interface TakenHeading {
  /** Null where there is none, or where it stays. */
  readonly heading: string | null;
  readonly rest: string;
}

/** Takes a first heading off: it is the title, unless the front matter has another. `plain` makes text of its marks. */
export function takeHeading(
  html: string,
  title: string | null,
  plain: (text: string) => string = (text) => text,
): TakenHeading {
  const match = /^\s*<h1(?:\s[^>]*)?>([\s\S]*?)<\/h1>/i.exec(html);
  if (match === null) return { heading: null, rest: html };
  const inner = match[1] ?? "";
  const heading = plain(cleanBody(inner, new ReferenceLines("", 1), new FileProblems("")).text);
  return title === null || title === heading
    ? { heading: heading || null, rest: html.slice(match[0].length) }
    : { heading: null, rest: html };
}
