import type { Article, SocialCard } from "../../article/article.ts";
import type { Media } from "../../article/media.ts";
import type { Problem } from "../../article/problem.ts";
import { leadsElsewhere } from "../../article/references.ts";
import type { RememberedArticle } from "../../article/remembered-article.ts";
import { RememberedSource } from "../../article/remembered-source.ts";
import type { Targets } from "../../article/resolve-target.ts";
import { resolveReferences, resolveTarget } from "../../article/resolve-target.ts";
import type { Site } from "../../article/site.ts";
import type { SocialCards } from "../../article/social-card.ts";
import type { AbsoluteUrl } from "../../article/values.ts";
import type { Identification, IdentifiedArticle } from "../../ledger/identification.ts";
import { articleFiles } from "./article-files.ts";
import type { LedReferences, ToldArticle } from "./article-fingerprint.ts";
import { articleFingerprint } from "./article-fingerprint.ts";
import type { LatestText } from "./article-text.ts";
import { NONE_BROKEN, textReader } from "./article-text.ts";
import type { HiddenPlaces } from "./hidden-places.ts";
import type { KeptSurroundings } from "./kept-article.ts";
import { KeptArticle } from "./kept-article.ts";
import { mediaDigester, picturesOf } from "./site-media.ts";
import { siteTargets, urlOn } from "./site-targets.ts";
import type { Translations } from "./translations.ts";
import { translationsDigest, translationsOf } from "./translations.ts";

/** What articles can lead to, beside each other. */
export interface PlacesOfSite {
  readonly site: Site;
  readonly media: readonly Media[];
  readonly hidden?: HiddenPlaces;
  readonly cards?: SocialCards;
  /** Whether an article whose file stayed as it was is what it was. */
  readonly stays?: (article: RememberedArticle) => boolean;
}

/** Gives each article its URL, and leads its references to where they mean. */
export function resolveArticles(
  identified: Identification,
  { site, media, cards, hidden, stays = () => false }: PlacesOfSite,
  problems: Problem[],
): Article[] {
  const targets = siteTargets(identified, site, media, hidden);
  const byUrl = new Map(media.map((one) => [urlOn(site, one.address), one]));
  const translations = translationsOf(identified.articles, site);
  const latest: LatestText = { readText: null, text: null };
  const around: Surroundings = { site, targets, media: byUrl, cards, translations, problems, latest };
  const withMedia = mediaDigester(media);
  // What is wrong with one that stays was told when it became what it is.
  const kept: KeptSurroundings = {
    urlOf: (address) => urlOn(site, address),
    resolve: (source, record) => resolveArticle({ source, record }, { ...around, problems: [] }),
  };
  return identified.articles.map((one) => {
    const { source, record } = one;
    if (!(source instanceof RememberedSource)) return resolveArticle(one, around);
    const { article } = source;
    const translated = translations.get(record.ordinal);
    const card = cardOf(article, cards, site);
    const isSame =
      translationsDigest(translated) === article.translated && (card?.file.address ?? null) === article.card;
    if (isSame && stays(article)) return new KeptArticle(source, record, { translated, card }, kept);
    return resolveArticle({ source: withMedia(source.whole()), record }, around);
  });
}

interface Surroundings {
  readonly site: Site;
  readonly targets: Targets;
  readonly media: ReadonlyMap<AbsoluteUrl, Media>;
  readonly cards: SocialCards | undefined;
  readonly translations: Translations;
  readonly problems: Problem[];
  readonly latest: LatestText;
}

function resolveArticle({ source, record }: IdentifiedArticle, around: Surroundings): Article {
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
function cardOf(
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
