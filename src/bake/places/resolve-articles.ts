import type { Article, ArticleText, Enclosure, Image } from "../../article/article.ts";
import type { Media } from "../../article/media.ts";
import type { Episode, SourceEpisode, SourceTranscript, Transcript } from "../../article/podcast.ts";
import type { Problem } from "../../article/problem.ts";
import { ANY_FOLDER, joinBody, leadsElsewhere } from "../../article/references.ts";
import type { BrokenReference, Resolution, Targets } from "../../article/resolve-target.ts";
import { resolveReferences, resolveTarget } from "../../article/resolve-target.ts";
import type { Site } from "../../article/site.ts";
import type { SocialCards } from "../../article/social-card.ts";
import type { Source, SourceText } from "../../article/source.ts";
import type { AbsoluteUrl } from "../../article/values.ts";
import { absoluteUrl } from "../../article/values.ts";
import type { Identification, IdentifiedArticle } from "../../ledger/identify.ts";
import type { LedReferences, ToldArticle } from "./article-fingerprint.ts";
import { articleFingerprint } from "./article-fingerprint.ts";
import type { HiddenPlaces } from "./hidden-places.ts";
import { picturesOf, sizedImages, withoutBrokenImages } from "./site-media.ts";
import { siteTargets, siteUrl } from "./site-targets.ts";
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

/** The text that was read last: what shows an article asks for it several times in a row. */
interface LatestText {
  read: (() => ArticleText) | null;
  text: ArticleText | null;
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

  const { references } = source;
  // Most articles name nothing but other sites, and then nobody asks where that is before it is read.
  const areElsewhere = references.every((one) => leadsElsewhere(one, targets.origin));
  const { urls, broken } = areElsewhere ? NOWHERE : resolveReferences(references, path, url, targets);
  const brokenUrls =
    broken.length === 0 ? NONE_BROKEN : new Set(broken.map(({ target }) => resolve(target).url));
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
  const led: LedReferences = areElsewhere ? null : { urls, broken: brokenUrls };
  const fingerprint = articleFingerprint(told, source, record, led);
  const readText = textReader(source.readText, led ?? references, around);
  return { ...told, fingerprint, readText };
}

/** Where references lead of which none leads into the site. */
const NOWHERE: ReturnType<typeof resolveReferences> = { urls: [], broken: [] };
const NONE_BROKEN: ReadonlySet<AbsoluteUrl> = new Set();

function isHiddenHome(home: string | null, site: Site, { isHidden }: Targets): boolean {
  return home?.startsWith(`${site.url}/`) === true && isHidden(new URL(home).pathname);
}

/** Apart from where it is resolved, so that an article holds on to its text and to nothing else of its source. */
function textReader(
  readText: () => SourceText,
  led: NonNullable<LedReferences> | Source["references"],
  { media, latest }: Pick<Surroundings, "media" | "latest">,
): () => ArticleText {
  const read = () => {
    if (latest.read === read && latest.text !== null) return latest.text;
    const { pieces, text } = readText();
    const { urls, broken } = "urls" in led ? led : elsewhere(led);
    const html = sizedImages(withoutBrokenImages(joinBody(pieces, urls), broken), media);
    latest.read = read;
    latest.text = { html, text };
    return latest.text;
  };
  return read;
}

function elsewhere(references: Source["references"]): NonNullable<LedReferences> {
  return { urls: references.map(({ target }) => absoluteUrl(target)), broken: NONE_BROKEN };
}

function declaredWords({ season, number, explicit }: SourceEpisode): Omit<Episode, "transcripts"> {
  return { season, number, explicit };
}

function imageOf(url: AbsoluteUrl, alt: string, media: ReadonlyMap<AbsoluteUrl, Media>): Image {
  const { type = null, sizeBytes = null, width = null, height = null } = media.get(url) ?? {};
  return { url, alt, type, sizeBytes, width, height };
}

/** A file of the site has its true length and type, another the declared ones. */
function enclosureOf(
  { sizeBytes, type, durationSeconds }: Source["enclosures"][number],
  { kind, url }: Resolution,
  media: ReadonlyMap<AbsoluteUrl, Media>,
): Enclosure | null {
  const file = media.get(url);
  if (file) {
    const name = file.path.slice(file.path.lastIndexOf("/") + 1);
    return { url, name, type: file.type, sizeBytes: file.sizeBytes, durationSeconds };
  }
  if (kind !== "found" || sizeBytes === null || type === null) return null;
  return { url, type, sizeBytes, durationSeconds };
}

/** A file of the site has its true type; what else has none to be known by is a page of the site. */
function transcriptOf(
  { type, language }: SourceTranscript,
  url: AbsoluteUrl,
  media: ReadonlyMap<AbsoluteUrl, Media>,
): Transcript {
  return { url, type: media.get(url)?.type.replace(/;.*$/, "") ?? type ?? "text/html", language };
}

function brokenProblem({ path }: Source, { target, line }: BrokenReference): Problem {
  const message = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(target)
    ? `leads to ${target}, which this site does not have; correct or remove the link`
    : `names ${target.replace(ANY_FOLDER, "")}, which is neither a file that can be published nor an address of the site; correct the name or add the file`;
  return { file: path, line, severity: "warning", message };
}

function enclosureProblem({ path }: Source, { target, line }: Source["enclosures"][number]): Problem {
  const message = /^https?:/i.test(target)
    ? `has the enclosure ${target}, of which nothing tells length and type; write { url, length, type }, or name its host in "enclosure_hosts" of site.toml to have them asked for`
    : `has the enclosure ${target}, which is not a media file in the content folder; add the file, or write { url, length, type } for one elsewhere`;
  return { file: path, line, severity: "error", message };
}
