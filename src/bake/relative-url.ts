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
