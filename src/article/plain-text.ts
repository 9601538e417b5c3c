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

/** One line: printable, runs of white space folded to a space, none at the ends. */
export function singleLine(text: string): string {
  return printable(text).replace(/\s+/gu, " ").trim();
}
