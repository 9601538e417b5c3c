/** Names in a query by which old programs tell documents from each other: WordPress, Blogger. */
export const QUERY_NAMES: readonly string[] = ["p", "page_id", "cat", "feed", "alt", "m"];

/** A longer query is nobody's old address. */
const LONGEST = 2000;

/**
 * What counts of a query, in one spelling, with its question mark: the pairs whose name is known, or
 * one of `more`, in the order of their bytes. Empty where there is none. Never throws.
 *
 * @example listedQuery("?utm_source=x&p=12", []) // "?p=12"
 */
export function listedQuery(search: string, more: readonly string[]): string {
  if (search.length > LONGEST) return "";
  const pairs = queryPairs(search)
    .filter(([name]) => QUERY_NAMES.includes(name) || more.includes(name))
    .map((pair) => pair.map(encodeURIComponent).join("="));
  return pairs.length === 0 ? "" : `?${pairs.sort().join("&")}`;
}

/** Names and values of a query as a form writes them; what is no UTF-8 is left out. */
export function queryPairs(search: string): (readonly [name: string, value: string])[] {
  return search
    .replace(/^\?/, "")
    .split("&")
    .flatMap((pair) => {
      const [name = "", ...value] = pair.split("=");
      try {
        return [[formDecoded(name), formDecoded(value.join("="))] as const];
      } catch {
        return [];
      }
    })
    .filter(([name]) => name !== "");
}

function formDecoded(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}
