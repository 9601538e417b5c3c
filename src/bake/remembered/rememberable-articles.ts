import type { Article } from "../../article/article.ts";
import { digestOf } from "../../article/digest.ts";
import type { Media } from "../../article/media.ts";
import type { Problem } from "../../article/problem.ts";
import type { RememberedArticle } from "../../article/remembered-article.ts";
import { RememberedSource } from "../../article/remembered-source.ts";
import type { Site } from "../../article/site.ts";
import type { IdentifiedArticle } from "../../ledger/identification.ts";
import { translationsDigest } from "../places/translations.ts";
import type { FilesOfSite } from "./remember-article.ts";
import { rememberArticle } from "./remember-article.ts";

/** What may be remembered of a site. */
export interface RememberableSite {
  readonly articles: readonly RememberedArticle[];
  /** Digest of the redirects, those of pages that only lead elsewhere among them. */
  readonly redirects: string;
}

/** A site whose articles have their places. */
interface ResolvedSite {
  readonly identified: readonly IdentifiedArticle[];
  /** In the same order. */
  readonly resolved: readonly Article[];
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
 * What may be remembered of the articles of a site; the very objects where that is what was remembered. One
 * of which something has to be told is looked at again by each bake.
 */
export function rememberableArticles(site: ResolvedSite): readonly RememberedArticle[] {
  const { identified, resolved, problems } = site;
  const told = new Set(problems.map(({ file }) => file));
  let known: FilesOfSite | null = null;
  const files = () => {
    known ??= filesOf(site);
    return known;
  };
  return identified.flatMap(({ source }, at) => {
    const article = resolved[at];
    if (article === undefined || told.has(source.path)) return [];
    if (!(source instanceof RememberedSource)) return rememberArticle(source, article, files()) ?? [];
    const { article: before } = source;
    const { fingerprint, translations, card } = article;
    if (fingerprint === before.fingerprint) return before;
    const translated = translationsDigest(translations);
    return { ...before, fingerprint, translated, card: card?.file.address ?? null };
  });
}

function filesOf({ identified, media, origin, hasHidden }: ResolvedSite): FilesOfSite {
  return {
    origin,
    hasHidden,
    articles: new Set<string>(identified.map(({ source }) => source.path)),
    media: new Set<string>(media.map(({ path }) => path)),
  };
}
