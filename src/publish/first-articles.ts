import { ledgerAfterPart } from "./ledger-after-part.ts";
import type { WantedSite } from "./plan.ts";
import type { PublishedState } from "./stored-ledger.ts";

/** Of so many new articles one journal tells: some 70 to 120 bytes for each, in a value of at most 25 MiB. */
const MOST_NEW_ARTICLES = 200_000;

/** A site as far as one publish can bring it, and how many documents it leaves. */
export interface FirstArticles {
  readonly site: WantedSite;
  readonly left: number;
}

/**
 * The part of a site that goes first where more articles are new than a publish can tell of: the first of
 * them, with their pages and the media. All else stays as it was until they are there, so that no feed
 * names a page that is missing.
 */
export function firstArticles(
  site: WantedSite,
  { ledger: before, stored }: Pick<PublishedState, "ledger" | "stored">,
  mostNew: number = MOST_NEW_ARTICLES,
): FirstArticles {
  const { articles } = site.ledger;
  // What an interrupted publish gave an id has to be told again.
  const end = Math.max(before.articles.length, stored.ledger.articles.length + mostNew);
  if (articles.length <= end) return { site, left: 0 };
  const later = new Set([...articles].slice(end).flatMap(({ address, earlier }) => [address, ...earlier]));
  const isFirst = ({ key, part }: WantedSite["documents"][number]) =>
    part === "media" || (part === "article" && !later.has(key));
  const unwritten = site.documents.filter((one) => !isFirst(one));
  const { sealed: _, ...ledger } = ledgerAfterPart(site.ledger, before, unwritten, []);
  return {
    site: {
      documents: site.documents.filter(isFirst),
      count: site.count - unwritten.length,
      // What comes by itself is sealed with the last part.
      ledger: {
        ...ledger,
        articles: [...articles].slice(0, end),
        ...(before.sealed && { sealed: before.sealed }),
      },
    },
    left: unwritten.filter(({ representation }) => representation !== null).length,
  };
}
