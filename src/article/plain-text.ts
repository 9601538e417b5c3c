/**
 * What XML 1.0 §2.2 has no room for: control characters but tab and line feeds, lone
 * surrogates, U+FFFE and U+FFFF. With the `u` flag a surrogate matches only where it stands alone.
 */
export const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu;

/** As `UNPRINTABLE`, but for lone surrogates and with carriage returns: a search that is ten times as fast. */
const SUSPECT = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/;

/**
 * Drops the characters that no feed, page or JSON document can carry. Line ends become line feeds,
 * as every XML parser makes them (XML 1.0 §2.11).
 */
export function printable(text: string): string {
  if (text.isWellFormed() && !SUSPECT.test(text)) return text;
  return text.replace(/\r\n?/g, "\n").replace(UNPRINTABLE, "");
}

/** What a terminal obeys or a line is turned around by (UAX #9 §2), rather than shown. */
const OBEYED = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Text as a terminal may be given it: what it would obey is written as in JSON, such as `\u001b`. */
export function visible(text: string): string {
  return text.replace(OBEYED, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** White space that is no single space. */
const SPACE = / {2}|[\t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;

/** Runs of white space folded to a space, none at the ends. */
export function foldSpace(line: string): string {
  if (SPACE.test(line)) return line.replace(/\s+/gu, " ").trim();
  return line.startsWith(" ") || line.endsWith(" ") ? line.trim() : line;
}

/** One line: printable, runs of white space folded to a space, none at the ends. */
export function singleLine(text: string): string {
  return foldSpace(printable(text));
}
