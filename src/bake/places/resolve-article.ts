import type { Article, SocialCard } from "../../article/article.ts";
import type { Media } from "../../article/media.ts";
import type { Problem } from "../../article/problem.ts";
import { leadsElsewhere } from "../../article/references.ts";
import type { RememberedArticle } from "../../article/remembered-article.ts";
import type { Targets } from "../../article/resolve-target.ts";
import { resolveReferences, resolveTarget } from "../../article/resolve-target.ts";
import type { Site } from "../../article/site.ts";
import type { SocialCards } from "../../article/social-card.ts";
import type { AbsoluteUrl } from "../../article/values.ts";
import type { IdentifiedArticle } from "../../ledger/identification.ts";
import { articleFiles } from "./article-files.ts";
import type { LedReferences, ToldArticle } from "./article-fingerprint.ts";
import { articleFingerprint } from "./article-fingerprint.ts";
import type { LatestText } from "./article-text.ts";
import { NONE_BROKEN, textReader } from "./article-text.ts";
import { picturesOf } from "./site-media.ts";
import { urlOn } from "./site-targets.ts";
import type { Translations } from "./translations.ts";

/** What an article is resolved in. */
export interface Surroundings {
  readonly site: Site;
  readonly targets: Targets;
  readonly media: ReadonlyMap<AbsoluteUrl, Media>;
  readonly cards: SocialCards | undefined;
  readonly translations: Translations;
  readonly problems: Problem[];
  readonly latest: LatestText;
}

/** Gives an article its URL, and leads its references to where they mean. */
export function resolveArticle({ source, record }: IdentifiedArticle, around: Surroundings): Article {
  const { site, targets, media } = around;
  const { path, references, canonical: home } = source;
  const url = urlOn(site, record.address);
  const translations = around.translations.get(record.ordinal);
  const resolve = (target: string) => resolveTarget(target, path, url, targets);

  // Most articles name nothing but other sites, and then nobody asks where that is before it is read.
  const areElsewhere = references.every((one) => leadsElsewhere(one, targets.origin));
  const { urls, broken } = areElsewhere ? NOWHERE : resolveReferences(references, path, url, targets);
  const brokenUrls =
    broken.length === 0 ? NONE_BROKEN : new Set(broken.map(({ target }) => resolve(target).url));
  const { image, enclosures, episode, problems } = articleFiles(source, broken, resolve, media);
  for (const one of problems) around.problems.push(one);
  const pictures = picturesOf([image?.url ?? null, ...urls], media, site);
  const card = cardOf({ title: source.title, hasImage: image !== null || source.page }, around.cards, site);
  const told: ToldArticle = {
    path,
    title: source.title,
    summary: source.summary,
    wordCount: source.wordCount,
    authors: source.authors,
    agency: source.agency,
    place: source.place,
    section: source.section,
    tags: source.tags,
    language: source.language,
    page: source.page,
    ...(source.lead && { lead: true }),
    visibility: source.visibility,
    // Many generators name an article's own address too; one that comes later is told by nothing.
    canonical: home === url || isHiddenHome(home, site, targets) ? null : home,
    correction: source.correction,
    id: record.id,
    ordinal: record.ordinal,
    edition: record.edition,
    address: record.address,
    url,
    image,
    enclosures,
    episode,
    published: record.published,
    updated: record.updated,
    ...(source.needsTextStylesheet && { needsTextStylesheet: true }),
    ...(pictures.length > 0 && { pictures }),
    ...(card && { card }),
    ...(translations && { translations }),
  };
  const led: LedReferences = areElsewhere ? null : { urls, broken: brokenUrls };
  const fingerprint = articleFingerprint(told, source, record, led);
  const readText = textReader(source.readText, led ?? references, around);
  return { ...told, fingerprint, readText };
}

/** The card of a headline, which an article with a picture does without. */
export function cardOf(
  { title, hasImage }: Pick<RememberedArticle, "title" | "hasImage">,
  cards: SocialCards | undefined,
  site: Site,
): SocialCard | undefined {
  const file = hasImage ? undefined : cards?.get(title);
  return file && { file, url: urlOn(site, file.address) };
}

/** Where references lead of which none leads into the site. */
const NOWHERE: ReturnType<typeof resolveReferences> = { urls: [], broken: [] };

function isHiddenHome(home: string | null, site: Site, { isHidden }: Targets): boolean {
  return home?.startsWith(`${site.url}/`) === true && isHidden(new URL(home).pathname);
}
