import type { Article } from "../../article/article.ts";
import { digestOf } from "../../article/digest.ts";
import type { Media } from "../../article/media.ts";
import type { Episode, SourceEpisode } from "../../article/podcast.ts";
import type { Problem } from "../../article/problem.ts";
import type { Targets } from "../../article/resolve-target.ts";
import { resolveReferences, resolveTarget } from "../../article/resolve-target.ts";
import type { Site } from "../../article/site.ts";
import type { SocialCards } from "../../article/social-card.ts";
import type { AbsoluteUrl } from "../../article/values.ts";
import type { Identification, IdentifiedArticle } from "../../ledger/identification.ts";
import type { HiddenPlaces } from "./hidden-places.ts";
import { brokenProblem, enclosureOf, enclosureProblem, imageOf, transcriptOf } from "./named-files.ts";
import { picturesOf } from "./site-media.ts";
import { siteTargets, siteUrl } from "./site-targets.ts";
import type { LatestText } from "./text-reader.ts";
import { textReader } from "./text-reader.ts";
import type { Translations } from "./translations.ts";
import { translationsOf } from "./translations.ts";

/** What articles can lead to, beside each other. */
export interface PlacesOfSite {
  readonly site: Site;
  readonly media: readonly Media[];
  readonly hidden?: HiddenPlaces;
  readonly cards?: SocialCards;
}

/** Gives each article its URL, and leads its references to where they mean. */
export function resolveArticles(
  identified: Identification,
  { site, media, cards, hidden }: PlacesOfSite,
  problems: Problem[],
): Article[] {
  const targets = siteTargets(identified, site, media, hidden);
  const byUrl = new Map(media.map((one) => [siteUrl(site, one.address), one]));
  const translations = translationsOf(identified.articles, site);
  const latest: LatestText = { read: null, text: null };
  return identified.articles.map((one) =>
    resolveArticle(one, { site, targets, media: byUrl, cards, translations, problems, latest }),
  );
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
  const { site, targets, media, problems } = around;
  const { path, image: named, enclosures: declared, episode: declaredEpisode, canonical: home } = source;
  const url = siteUrl(site, record.address);
  const translations = around.translations.get(record.ordinal);
  const resolve = (target: string) => resolveTarget(target, path, url, targets);

  const { urls, broken } = resolveReferences(source.references, path, url, targets);
  const brokenUrls = new Set(broken.map(({ target }) => resolve(target).url));
  const found = named && resolve(named.target);
  const image = named && found?.kind === "found" ? imageOf(found.url, named.alt, media) : null;
  const missing = named && image === null ? [...broken, named] : broken;
  for (const one of missing) problems.push(brokenProblem(source, one));

  const enclosures = declared.flatMap((enclosure) => {
    const whole = enclosureOf(enclosure, resolve(enclosure.target), media);
    if (whole === null) problems.push(enclosureProblem(source, enclosure));
    return whole ?? [];
  });
  const transcripts = declaredEpisode?.transcripts.flatMap((transcript) => {
    const { kind, url: place } = resolve(transcript.target);
    if (kind !== "found") problems.push(brokenProblem(source, transcript));
    return kind !== "found" ? [] : transcriptOf(transcript, place, media);
  });
  const pictures = picturesOf([image?.url ?? null, ...urls], media, site);
  const card = image === null && !source.page ? around.cards?.get(source.title) : undefined;
  const chapters = declaredEpisode?.chapters && resolve(declaredEpisode.chapters.target);
  if (declaredEpisode?.chapters && chapters?.kind !== "found")
    problems.push(brokenProblem(source, declaredEpisode.chapters));
  const told: Omit<Article, "fingerprint" | "readText"> = {
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
    episode: declaredEpisode && {
      ...declaredWords(declaredEpisode),
      transcripts: transcripts ?? [],
      ...(chapters?.kind === "found" && { chapters: chapters.url }),
    },
    published: record.published,
    updated: record.updated,
    ...(source.needsTextStylesheet && { needsTextStylesheet: true }),
    ...(pictures.length > 0 && { pictures }),
    ...(card && { card: { file: card, url: siteUrl(site, card.address) } }),
    ...(translations && { translations }),
  };
  // An address of the site's media follows from its bytes, and the size of a picture with them.
  const fingerprint = digestOf(
    JSON.stringify([
      { ...told, ...(card && { card: card.address }) },
      source.dialectDigest ?? source.digest,
      urls,
      [...brokenUrls],
    ]),
  );
  return {
    ...told,
    fingerprint,
    readText: textReader(source.readText, urls, brokenUrls, media, around.latest),
  };
}

function isHiddenHome(home: string | null, site: Site, { isHidden }: Targets): boolean {
  return home?.startsWith(`${site.url}/`) === true && isHidden(new URL(home).pathname);
}

function declaredWords({ season, number, explicit }: SourceEpisode): Omit<Episode, "transcripts"> {
  return { season, number, explicit };
}
