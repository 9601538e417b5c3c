import type { Article } from "../../article/article.ts";
import { filesOf, leadsElsewhere } from "../../article/references.ts";
import type { Reach, RememberedArticle } from "../../article/remembered-article.ts";
import type { Source } from "../../article/source.ts";
import type { EpochSeconds } from "../../article/values.ts";
import { episodeArt, shownFiles } from "../places/site-media.ts";
import { translationsDigest } from "../places/translations.ts";

/** Where articles and media of a site lie. */
export interface FilesOfSite {
  readonly articles: ReadonlySet<string>;
  readonly media: ReadonlySet<string>;
}

/** Most articles show none; there are many, so they share it. */
const NONE: readonly string[] = [];

/** A text beside an article, which may be a file of it and no article of its own. */
const TEXT = /\.(?:txt|html?)(?:[?#]|$)/i;

/** A file that no listing of the folder shows. */
const UNLISTED = /(?:^|\/)_/;

/**
 * What a later bake may go by in the place of an article's file, as long as that stays as it is; null where
 * what becomes of it goes by the clock, or by other articles than those that it names.
 */
export function rememberArticle(
  source: Source,
  article: Article,
  files: FilesOfSite,
  now: EpochSeconds,
): RememberedArticle | null {
  if (!isPlain(source, now) || article.canonical !== null) return null;
  if (source.id !== null && source.id.trim() !== article.id) return null;
  const reach = reachOf(source, new URL(article.url).origin, files);
  if (reach === null) return null;
  const { path, title, ordinal, section, tags, authors, language, visibility, fingerprint } = article;
  return {
    path,
    title,
    ordinal,
    section,
    tags,
    authors,
    language,
    visibility,
    fingerprint,
    ...(article.lead && { lead: true }),
    ...(article.needsTextStylesheet && { needsTextStylesheet: true }),
    reach,
    files: reach === "none" ? NONE : [...new Set(shownFiles(source, files.media))],
    episodeArt: episodeArt(source),
    hasImage: source.image !== null,
    card: article.card?.file.address ?? null,
    translationKey: source.addressing?.translationKey ?? null,
    translated: translationsDigest(article.translations),
    hasOwnId: source.id !== null,
  };
}

function isPlain(source: Source, now: EpochSeconds): boolean {
  const { page, draft, redirectTo, expires, published, updated, path } = source;
  const isLate = (at: EpochSeconds | null) => at !== null && at > now;
  const targets = targetsOf(source);
  return (
    !page &&
    !draft &&
    redirectTo === undefined &&
    expires === undefined &&
    !isLate(updated) &&
    !(published?.kind === "instant" && isLate(published.at)) &&
    !(path.includes("/index.") && targets.some((target) => TEXT.test(target)))
  );
}

/** What leads to a part of the same page, or has a scheme that is no address of a site. */
const ASIDE = /^(?:#|\?|$|(?!https?:)[a-z][a-z0-9+.-]*:)/i;

function reachOf(source: Source, origin: string, files: FilesOfSite): Reach | null {
  const own = targetsOf(source).filter(
    (target) => !ASIDE.test(target) && !leadsElsewhere({ target }, origin),
  );
  const isFirm = (target: string) => {
    const [first] = filesOf(target.replace(/[?#].*/s, ""), source.path);
    return first !== undefined && (files.articles.has(first) || files.media.has(first));
  };
  if (own.some((target) => UNLISTED.test(target))) return null;
  return own.length === 0 ? "none" : own.every(isFirm) ? "firm" : "loose";
}

function targetsOf({ references, image, enclosures, episode }: Source): readonly string[] {
  const { transcripts = [], chapters } = episode ?? {};
  const named = [...references, ...(image ? [image] : []), ...enclosures, ...transcripts];
  return [...named, ...(chapters ? [chapters] : [])].map(({ target }) => target);
}
