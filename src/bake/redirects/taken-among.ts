import type { Article } from "../../article/article.ts";

/** Those of some addresses at which articles stand. */
export function takenAmong(
  addresses: Iterable<string>,
  articles: Iterable<Pick<Article, "address">>,
): ReadonlySet<string> {
  const asked = new Set(addresses);
  // A text that was never looked up is dear to look up, and most have another length.
  const lengths = new Set([...asked].map(({ length }) => length));
  const taken = new Set<string>();
  for (const { address } of articles) {
    if (lengths.has(address.length) && asked.has(address)) taken.add(address);
  }
  return taken;
}
