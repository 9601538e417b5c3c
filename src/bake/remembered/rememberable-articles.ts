import { digestOf } from "../../article/digest.ts";
import type { Media } from "../../article/media.ts";
import type { Problem } from "../../article/problem.ts";
import type { RememberedArticle } from "../../article/remembered-article.ts";
import { articleAt } from "../../article/remembered-article.ts";
import type { Site } from "../../article/site.ts";
import { rowOfPath } from "../../article/staying-articles.ts";
import type { Identification } from "../../ledger/identification.ts";
import type { ResolvedArticles } from "../places/resolve-articles.ts";
import { translationsDigest } from "../places/translations.ts";
import type { FilesOfSite } from "./remember-article.ts";
import { rememberArticle } from "./remember-article.ts";

/** What may be remembered of a site. */
export interface RememberableSite {
  /** Rows of what was remembered, and may be so again. */
  readonly stays: Int32Array;
  /** Articles that are others, or new. */
  readonly articles: readonly RememberedArticle[];
  /** Digest of the redirects, those of pages that only lead elsewhere among them. */
  readonly redirects: string;
}

/** A site whose articles have their places. */
interface ResolvedSite {
  readonly identified: Identification;
  readonly resolved: ResolvedArticles;
  readonly media: readonly Media[];
  readonly problems: readonly Problem[];
  /** The site's own. */
  readonly origin: string;
  /** Whether articles lie in the folder that are not shown now. */
  readonly hasHidden: boolean;
}

/** Digest of where a site leads from: no ledger tells of a page that only leads elsewhere. */
export function redirectsDigest({ redirects }: Pick<Site, "redirects">): string {
  return digestOf(JSON.stringify([...redirects]));
}

/**
 * What may be remembered of the articles of a site. One of which something has to be told is looked at again
 * by each bake.
 */
export function rememberableArticles(site: ResolvedSite): Omit<RememberableSite, "redirects"> {
  const { identified, resolved, problems } = site;
  const { staying } = identified;
  const told = new Set<string>(problems.map(({ file }) => file));
  let known: FilesOfSite | null = null;
  const files = () => {
    known ??= filesOf(site);
    return known;
  };
  const isTold = (row: number) => told.size > 0 && told.has(staying.of.path(row));
  const stays = [...resolved.kept.filter((row) => !isTold(row))];
  const articles: RememberedArticle[] = [];
  for (const { row, article } of resolved.renewed) {
    if (isTold(row)) continue;
    const { fingerprint, translations, card = null } = article;
    if (fingerprint === staying.of.fingerprint(row)) stays.push(row);
    else {
      const translated = translationsDigest(translations);
      articles.push({
        ...articleAt(staying, row),
        fingerprint,
        translated,
        card: card?.file.address ?? null,
      });
    }
  }
  for (const [at, { source }] of identified.articles.entries()) {
    const article = resolved.told[at];
    if (article === undefined || told.has(source.path)) continue;
    const one = rememberArticle(source, article, files());
    if (one !== null) articles.push(one);
  }
  return { stays: Int32Array.from(stays), articles };
}

function filesOf({ identified: { articles, staying }, media, origin, hasHidden }: ResolvedSite): FilesOfSite {
  const told = new Set<string>(articles.map(({ source }) => source.path));
  return {
    origin,
    hasHidden,
    articles: { has: (path) => told.has(path) || rowOfPath(staying, path) >= 0 },
    media: new Set<string>(media.map(({ path }) => path)),
  };
}
