import { printable } from "../../article/plain-text.ts";
import type { ReferenceLines } from "../text/reference-lines.ts";
import type { FileProblems } from "../text/source-file.ts";
import { MAX_NESTING } from "./html-nesting.ts";
import type { ReadHtml } from "./read-html.ts";
import { readHtml } from "./read-html.ts";
import { sanitize } from "./sanitize.ts";

/** What is left of HTML that cannot be made safe. */
const EMPTY: ReadHtml = { body: [""], text: "", lede: "", notedLede: "" };

/**
 * Makes a body of HTML that nobody has looked at yet. What is clean already is read as it is, which
 * most Markdown is; all else goes through the sanitizer first. Both roads give the same body.
 */
export function cleanBody(html: string, lines: ReferenceLines, problems: FileProblems): ReadHtml {
  const read = readUnchecked(html, lines);
  return read ?? readSanitized(html, lines, problems);
}

/** The cheap road; null where the sanitizer has work to do. */
export function readUnchecked(html: string, lines: ReferenceLines): ReadHtml | null {
  // Several URLs in one value, and comments inside a URL: only the sanitizer judges these.
  if (html.includes(" srcset=") || html.includes("&lt;!--")) return null;
  return readHtml(printable(html), "unchecked", lines.lineOf);
}

/** The long road, for any HTML. */
export function readSanitized(html: string, lines: ReferenceLines, problems: FileProblems): ReadHtml {
  const sanitized = sanitize(html);
  if (sanitized === null) {
    problems.add(
      "error",
      null,
      `opens more than ${MAX_NESTING.toLocaleString("en")} elements inside each other; close them, or write the text as Markdown`,
    );
    return EMPTY;
  }
  for (const name of sanitized.leftOut) {
    problems.add(
      "warning",
      lines.lineOfTag(name),
      `contains <${name}>, which works in no feed, so it was left out; remove it, or put a link in its place`,
    );
  }
  const read = readHtml(sanitized.html, "sanitized", lines.lineOf);
  if (read !== null) return read;
  problems.add("error", null, "contains HTML that cannot be made safe; write it as Markdown");
  return EMPTY;
}
