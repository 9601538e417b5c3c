/**
 * What XML 1.0 §2.2 has no room for: control characters but tab and line feeds, lone
 * surrogates, U+FFFE and U+FFFF. With the `u` flag a surrogate matches only where it stands alone.
 */
export const UNPRINTABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu;

/** Drops the characters that no feed, page or JSON document can carry. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, "");
}

/** One line: printable, runs of white space folded to a space, none at the ends. */
export function singleLine(text: string): string {
  return printable(text).replace(/\s+/gu, " ").trim();
}
