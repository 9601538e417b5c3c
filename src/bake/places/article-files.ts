import type { Article, Enclosure, Image } from "../../article/article.ts";
import type { Media } from "../../article/media.ts";
import type { Episode, SourceEpisode, SourceTranscript, Transcript } from "../../article/podcast.ts";
import type { Problem } from "../../article/problem.ts";
import { ANY_FOLDER } from "../../article/references.ts";
import type { BrokenReference, Resolution } from "../../article/resolve-target.ts";
import type { Source, SourceEnclosure } from "../../article/source.ts";
import type { AbsoluteUrl } from "../../article/values.ts";

/** The files that go with an article, and what is wrong with what its source names. */
interface ArticleFiles extends Pick<Article, "image" | "enclosures" | "episode"> {
  readonly problems: readonly Problem[];
}

/** Finds the files that go with an article. `broken` are the references of its text that lead to nothing. */
export function articleFiles(
  source: Source,
  broken: readonly BrokenReference[],
  resolve: (target: string) => Resolution,
  media: ReadonlyMap<AbsoluteUrl, Media>,
): ArticleFiles {
  const { image: named, enclosures: declared, episode: told } = source;
  const found = named && resolve(named.target);
  const image = named && found?.kind === "found" ? imageOf(found.url, named.alt, media) : null;
  const missing = named && image === null ? [...broken, named] : broken;
  const problems = missing.map((one) => brokenProblem(source, one));
  const enclosures = declared.flatMap((enclosure) => {
    const whole = enclosureOf(enclosure, resolve(enclosure.target), media);
    if (whole === null) problems.push(enclosureProblem(source, enclosure));
    return whole ?? [];
  });
  const urlOf = (file: BrokenReference) => {
    const { kind, url } = resolve(file.target);
    if (kind !== "found") problems.push(brokenProblem(source, file));
    return kind === "found" ? url : null;
  };
  return { image, enclosures, episode: told && episodeOf(told, urlOf, media), problems };
}

/** `urlOf` tells where a named file lies; null where it lies nowhere. */
function episodeOf(
  { season, number, explicit, transcripts: named, chapters: plan }: SourceEpisode,
  urlOf: (named: BrokenReference) => AbsoluteUrl | null,
  media: ReadonlyMap<AbsoluteUrl, Media>,
): Episode {
  const transcripts = named.flatMap((transcript) => {
    const url = urlOf(transcript);
    return url === null ? [] : transcriptOf(transcript, url, media);
  });
  const chapters = plan ? urlOf(plan) : null;
  return { season, number, explicit, transcripts, ...(chapters !== null && { chapters }) };
}

function imageOf(url: AbsoluteUrl, alt: string, media: ReadonlyMap<AbsoluteUrl, Media>): Image {
  const { type = null, sizeBytes = null, width = null, height = null } = media.get(url) ?? {};
  return { url, alt, type, sizeBytes, width, height };
}

/** A file of the site has its true length and type, another the declared ones. */
function enclosureOf(
  { sizeBytes, type, durationSeconds }: SourceEnclosure,
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

function enclosureProblem({ path }: Source, { target, line }: SourceEnclosure): Problem {
  const message = /^https?:/i.test(target)
    ? `has the enclosure ${target}, of which nothing tells length and type; write { url, length, type }, or name its host in "enclosure_hosts" of site.toml to have them asked for`
    : `has the enclosure ${target}, which is not a media file in the content folder; add the file, or write { url, length, type } for one elsewhere`;
  return { file: path, line, severity: "error", message };
}
