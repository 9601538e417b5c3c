import { Temporal } from "temporal-polyfill";
import type { Source } from "../article/article.ts";
import type { Site } from "../article/site.ts";
import type { EpochSeconds } from "../article/values.ts";
import { slug } from "../article/values.ts";
import { freeSlug } from "./channels.ts";

/** Bytes that a slug may take, so that its address fits a storage key of 512 with room for folders. */
const MAX_SLUG_BYTES = 400;

/** A slug and the address that it makes. */
export interface Place {
  readonly slug: string;
  readonly address: string;
}

/** The slug that a source asks for in its front matter, percent-encoded; null where it names none. */
export function askedSlug(source: Source): string | null {
  return source.slug === null ? null : fitting(source.slug);
}

/** The slug of an article that is published for the first time. */
export function firstSlug(source: Source): string {
  return askedSlug(source) ?? fitting(source.suggestedSlug) ?? "article";
}

/**
 * A slug, and the first address that it makes, with a number behind it if need be, which nobody else
 * has or had. The slug stays without the number, which belongs to this address alone.
 */
export function freePlace(
  slug: string,
  published: EpochSeconds,
  site: Site,
  isTaken: (address: string) => boolean,
): Place {
  const pattern = datedPattern(site, published);
  const addressOf = (candidate: string) => pattern.replace("{slug}", candidate);
  return { slug, address: addressOf(freeSlug(slug, (candidate) => isTaken(addressOf(candidate)))) };
}

/**
 * The address that a source asks for in its front matter, or that with a number behind it where
 * somebody else has or had it; null where it names none, or one that is left to the site.
 */
export function askedPlace(
  source: Source,
  isLeftToSite: (address: string) => boolean,
  isTaken: (address: string) => boolean,
): Place | null {
  if (source.permalink === null || isLeftToSite(source.permalink)) return null;
  const path = source.permalink.replace(/\/$/, "");
  const slash = source.permalink.slice(path.length);
  const free = freeSlug(path, (candidate) => isTaken(candidate + slash));
  return { slug: path.slice(path.lastIndexOf("/") + 1), address: free + slash };
}

/** The days in an address are those of the site's zone, as readers there saw them. */
function datedPattern({ permalink, timezone }: Site, published: EpochSeconds): string {
  if (!/\{(year|month|day)\}/.test(permalink)) return permalink;
  const date = Temporal.Instant.fromEpochMilliseconds(published * 1000).toZonedDateTimeISO(timezone);
  return permalink
    .replaceAll("{year}", String(date.year).padStart(4, "0"))
    .replaceAll("{month}", String(date.month).padStart(2, "0"))
    .replaceAll("{day}", String(date.day).padStart(2, "0"));
}

function fitting(text: string): string | null {
  let kept = text;
  let encoded = slug(kept);
  while (encoded !== null && encoded.length > MAX_SLUG_BYTES) {
    kept = kept.slice(0, Math.floor((kept.length * MAX_SLUG_BYTES) / encoded.length));
    encoded = slug(kept);
  }
  return encoded;
}
