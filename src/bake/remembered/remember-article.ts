import type { Article } from "../../article/article.ts";
import { filesNamed, leadsElsewhere } from "../../article/references.ts";
import type { Reach, RememberedArticle } from "../../article/remembered-article.ts";
import type { Source } from "../../article/source.ts";
import { episodeArt } from "../places/episode-art.ts";
import { shownFiles, targetsOf } from "../places/site-media.ts";
import { translationsDigest } from "../places/translations.ts";

/** Where a site stands, and where its articles and media lie. */
export interface FilesOfSite {
  readonly origin: string;
  readonly articles: { has(path: string): boolean };
  readonly media: ReadonlySet<string>;
  /** Whether articles lie there that are not shown now. */
  readonly hasHidden: boolean;
}

/** Most articles show none; there are many, so they share it. */
const NONE: readonly string[] = [];

/** A text beside an article, which may be a file of it and no article of its own. */
const TEXT = /\.(?:txt|html?)$/i;

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
): RememberedArticle | null {
  if (!isPlain(source) || article.canonical !== null) return null;
  const reach = reachOf(source, files);
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
    isRooted: namesFromRoot(source, files),
    episodeArt: episodeArt(source),
    hasImage: source.image !== null,
    card: article.card?.file.address ?? null,
    translationKey: source.addressing?.translationKey ?? null,
    translated: translationsDigest(article.translations),
    hasOwnId: source.id !== null,
  };
}

function isPlain(source: Source): boolean {
  const { page, draft, expires, path } = source;
  const mayHaveAttachments =
    path.includes("/index.") &&
    targetsOf(source).some((target) => filesNamed(target, path).some((file) => TEXT.test(file)));
  return !page && !draft && expires === undefined && !mayHaveAttachments;
}

/** What leads to a part of the same page, or has a scheme that is no address of a site. */
const ASIDE = /^(?:#|\?|$|(?!https?:)[a-z][a-z0-9+.-]*:)/i;

function reachOf(source: Source, files: FilesOfSite): Reach | null {
  const own = ownTargets(source, files);
  const isThere = (file: string) => files.articles.has(file) || files.media.has(file);
  const isFirm = (target: string) => {
    const [first] = filesNamed(target, source.path);
    return first !== undefined && isThere(first);
  };
  // Whether a text is an article or a file of one is told by others.
  const isText = (target: string) =>
    filesNamed(target, source.path).some((file) => TEXT.test(file) && isThere(file));
  if (own.some((target) => UNLISTED.test(target) || isText(target))) return null;
  if (own.length === 0) return "none";
  return own.every(isFirm) ? "firm" : files.hasHidden ? null : "loose";
}

function namesFromRoot(source: Source, files: FilesOfSite): boolean {
  const isFile = (target: string) => filesNamed(target, source.path).some((file) => files.media.has(file));
  return ownTargets(source, files).every((target) => target.startsWith("/") || !isFile(target));
}

function ownTargets(source: Source, { origin }: FilesOfSite): readonly string[] {
  return targetsOf(source).filter((target) => !ASIDE.test(target) && !leadsElsewhere({ target }, origin));
}
