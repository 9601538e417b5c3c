import type { ParsedItem } from "../feeds/parsed-feed.ts";

/** How many of the items are wrong, with one for an example; empty where none is. */
export function counted(
  items: readonly ParsedItem[],
  wrong: (item: ParsedItem) => boolean,
  what: string,
): readonly string[] {
  const found = items.filter(wrong);
  const [first] = found;
  if (!first) return [];
  const example = first.title ?? first.url ?? first.id;
  return [
    `it has ${found.length} of ${items.length} items ${what}${example ? `, such as “${example}”` : ""}`,
  ];
}
