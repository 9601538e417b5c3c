import type { Article } from "../../article/article.ts";
import type { PodcastEpisode } from "./podcast-model.ts";

/** Sidecar files that are the words of an episode (https://podcasting2.org/docs/podcast-namespace/tags/transcript). */
const TRANSCRIPT_TYPE = /^(text\/vtt|application\/(srt|x-subrip))$/;

/** What a show's article tells of the episode that it brings. Transcripts may stand among the enclosures. */
export function episodeOf(article: Article): PodcastEpisode {
  const { enclosures, episode, language, image, pictures } = article;
  const { season = null, number = null, explicit = null, transcripts = [], chapters } = episode ?? {};
  // Directories take JPEG and PNG alone, which only what was made for them is sure to be.
  const isArt = enclosures.length > 0 && pictures?.some(({ url }) => url === image?.url);
  const beside = enclosures.map(({ url, type }) => ({ url, type: type.replace(/;.*$/, "") }));
  return {
    durationSeconds: lengthOf(article)?.durationSeconds ?? null,
    explicit,
    season,
    number,
    ...(chapters && { chapters }),
    ...(image && isArt && { image: image.url }),
    transcripts: [
      ...transcripts.map((one) => ({ ...one, language: one.language ?? language })),
      ...beside
        .filter(({ url, type }) => TRANSCRIPT_TYPE.test(type) && transcripts.every((one) => one.url !== url))
        .map((one) => ({ ...one, language })),
    ],
  };
}

/** How long the sound or film lasts that an article brings, also where the site is no show; null where nobody says. */
export function lengthOf({ enclosures }: Article): PodcastEpisode | null {
  const found = enclosures.find(
    ({ type, durationSeconds }) => durationSeconds !== null && /^(?:audio|video)\//.test(type),
  );
  if (found === undefined) return null;
  const { durationSeconds } = found;
  return { durationSeconds, explicit: null, season: null, number: null, transcripts: [] };
}
