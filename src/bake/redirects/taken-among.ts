import type { Article } from "../../article/article.ts";
import type { Articles } from "../../article/articles.ts";

/** Tells those of some addresses at which articles stand, or pages by themselves. */
export type TakenOf = (addresses: Iterable<string>) => ReadonlySet<string>;

/** Tells it of a site. */
export function takenBy(
  articles: Pick<Articles, "ordinalOf">,
  standing: readonly Pick<Article, "address">[],
): TakenOf {
  return (addresses) => {
    const pages = new Set(standing.map(({ address }) => address));
    const isTaken = (address: string) => pages.has(address) || articles.ordinalOf(address) >= 0;
    return new Set([...addresses].filter(isTaken));
  };
}
