/** Where the halves of characters beyond U+FFFF are put: private use, and hardly anybody's. */
const SHIFT = 0xe800 - 0xd800;

/**
 * Text with the halves of surrogate pairs as characters of their own. Where a document has one pair,
 * `parseXml` keeps the place of each of its characters in a list, which takes ten times its size.
 */
export function splitSurrogates(text: string): string {
  if (!/[\uD800-\uDFFF]/.test(text)) return text;
  const units = Buffer.from(text, "utf16le");
  for (let at = 1; at < units.length; at += 2) {
    const high = units[at] ?? 0;
    if (high >= 0xd8 && high < 0xe0) units[at] = high + (SHIFT >> 8);
  }
  return units.toString("utf16le");
}

/** Undoes `splitSurrogates`. */
export function joinSurrogates(text: string): string {
  return text.replace(/[\uE800-\uEFFF]/g, (half) => String.fromCharCode(half.charCodeAt(0) - SHIFT));
}
