import { hash } from "node:crypto";
import type { Category, Enclosure, Item } from "feed";
import { printable, singleLine } from "../../article/plain-text.ts";
import { isFeedDate } from "./feed-dates.ts";
import type { FeedCategory, FeedEnclosure, FeedImage, FeedItem } from "./feed-model.ts";
import type { FeedPiece } from "./feed-text.ts";
import type { FeedFiling } from "./filing.ts";
import type { FormatName } from "./formats.ts";
import type { PodcastEpisode } from "./podcast-model.ts";
import { count, defined, people, textOf, urlOf } from "./strict-values.ts";

/** `feed`'s item, with what its model lacks. */
export interface StrictFeedItem extends Item {
  /** Beside `enclosure`, `audio` and `video`, and before them. */
  readonly enclosures?: readonly FeedEnclosure[];
  /** In the place of `image`, which has no size. */
  readonly picture?: FeedImage;
  /** `content` as plain text. */
  readonly text?: string;
  /** Where the article has its home, if that is not `link`. */
  readonly externalLink?: string;
  readonly agency?: string;
  readonly language?: string;
  readonly correction?: string;
  /** Seconds since 1970. */
  readonly edition?: number;
  readonly episode?: PodcastEpisode;
  readonly filing?: FeedFiling;
  /** The item in a format, where it was written for another feed already. */
  readonly piece?: (format: FormatName) => FeedPiece;
}

/**
 * An item from whatever a user of `feed` added: dates that are none give way to each other, then to
 * `fallback`; a link that is no URL is resolved from `base` or left out. An id is taken verbatim, and
 * made of title and date where there is none.
 */
export function strictItem(item: StrictFeedItem, base: string, fallback: Date): FeedItem {
  const published = [item.published, item.date].find(isFeedDate) ?? fallback;
  const updated = [item.date, item.published].find(isFeedDate) ?? fallback;
  const link = urlOf(item.link, base) ?? "";
  const title = singleLine(item.title ?? "");
  const minted = () => `${base}#${hash("sha256", `${title} ${published.getTime()}`, "hex").slice(0, 16)}`;
  const files = [item.enclosure, item.audio, item.video].flatMap((one) => enclosureOf(one, base) ?? []);
  const image = pictureOf(item, base);
  const episode = item.episode ?? episodeOf(files);
  return {
    id: idOf(item.id) || idOf(item.guid) || link || minted(),
    title,
    url: link,
    published: published > updated ? updated : published,
    updated,
    summary: textOf(item.description) ?? "",
    authors: people(item.author ?? []),
    contributors: people(item.contributor ?? []),
    categories: (item.category ?? []).flatMap(categoryOf),
    enclosures: [...(item.enclosures ?? []), ...files],
    ...(episode && { episode }),
    ...(image && { image }),
    ...(item.filing && { filing: item.filing }),
    ...defined({
      content: item.content === undefined ? undefined : printable(item.content) || undefined,
      text: item.text === undefined ? undefined : printable(item.text),
      externalUrl: urlOf(item.externalLink),
      agency: textOf(item.agency),
      language: textOf(item.language),
      correction: textOf(item.correction),
      edition: item.edition,
      copyright: textOf(item.copyright),
    }),
  };
}

/** A file of `feed`'s model, which may be its bare address. Its type and length are never guessed. */
function enclosureOf(file: string | Enclosure | undefined, base: string): FeedEnclosure | null {
  const { url, type, length, title, duration } =
    typeof file === "string" ? ({ url: file } as Enclosure) : (file ?? { url: "" });
  const address = urlOf(url, base);
  if (address === undefined) return null;
  return {
    url: address,
    type: textOf(type) ?? null,
    sizeBytes: count(length),
    durationSeconds: count(duration),
    title: textOf(title) ?? null,
  };
}

function pictureOf({ picture, image }: StrictFeedItem, base: string): FeedImage | null {
  if (picture) return picture;
  const file = enclosureOf(image, base);
  return file && { url: file.url, type: file.type, width: null, height: null };
}

/** What `feed`'s own files tell of an episode: how long it lasts. */
function episodeOf(files: readonly FeedEnclosure[]): PodcastEpisode | null {
  const durationSeconds = files.find((one) => one.durationSeconds !== null)?.durationSeconds;
  if (!durationSeconds) return null;
  return { durationSeconds, explicit: null, season: null, number: null, transcripts: [] };
}

/** Verbatim but for what no format can hold: an id that changes makes an old article a new one. */
function idOf(id: string | undefined): string {
  return printable(id ?? "").trim();
}

function categoryOf({ name, term, domain, scheme }: Category): FeedCategory[] {
  const word = textOf(name) ?? textOf(term);
  const place = urlOf(domain) ?? urlOf(scheme);
  return word === undefined ? [] : [{ name: word, ...(place && { scheme: place }) }];
}
