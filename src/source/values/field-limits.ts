import { isTable } from "./field-values.ts";

/** Each name has a page and feeds, and each of those holds the article. */
const MAX_NAMES = 200;
const MAX_NAME_LENGTH = 1000;
/** Addresses and files of one article. */
const MAX_VALUES = 1000;

const NAME_FIELDS: ReadonlySet<string> = new Set(["tags", "categories", "authors", "section"]);

/** What is too much in a field of an article, under our name for it; null where it is not. Of images only the first is read. */
export function excessOf(key: string, value: unknown): string | null {
  const isName = NAME_FIELDS.has(key);
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const most = isName ? MAX_NAMES : MAX_VALUES;
  if (list.length > most && key !== "image")
    return `is a list of ${list.length.toLocaleString("en")}; at most ${most.toLocaleString("en")} can be published, leave out the rest`;
  const names = isName ? list.map((one) => (isTable(one) ? one.name : one)) : [];
  const isLong = names.some((name) => typeof name === "string" && name.length > MAX_NAME_LENGTH);
  return isLong
    ? `holds a name of more than ${MAX_NAME_LENGTH.toLocaleString("en")} characters; shorten it`
    : null;
}
