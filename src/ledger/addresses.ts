import type { Site } from "../article/site.ts";
import type { Source } from "../article/source.ts";
import type { EpochSeconds } from "../article/values.ts";
import { slug } from "../article/values.ts";
import { freeSlug } from "./channels.ts";
import type { PatternSource } from "./pattern-address.ts";
import { patternAddress, patternOf } from "./pattern-address.ts";

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

/** Where an article stands that the site has no place for by its pattern. */
const ANYWHERE = "/articles/{slug}";

/**
 * A slug, and the first address that it makes by the pattern for `source`, with a number behind it if
 * need be, which nobody else has or had. The slug stays without the number, which belongs to this
 * address alone. Where the pattern leads among the site's own addresses it is `/articles/{slug}`.
 */
export function freePlace(
  slug: string,
  published: EpochSeconds,
  site: Site,
  isTaken: (address: string) => boolean,
  source: PatternSource = {},
  isLeftToSite: (address: string) => boolean = () => false,
): Place {
  const usual = patternAddress(patternOf(source, site), slug, published, site, source);
  const suffix = usual("") === "/" ? null : freeSuffix(usual, isTaken, isLeftToSite);
  if (suffix !== null) return { slug, address: usual(suffix) };
  const anywhere = patternAddress(ANYWHERE, slug, published, site, {});
  return { slug, address: anywhere(freeSlug("", (number) => isTaken(anywhere(number)))) };
}

/**
 * The first of nothing, `-2`, `-3` … with which an address is not taken. Null where one with a number is left
 * to the site, and so are all behind it.
 */
function freeSuffix(
  addressOf: (suffix: string) => string,
  isTaken: (address: string) => boolean,
  isLeftToSite: (address: string) => boolean,
): string | null {
  const isLeft = (suffix: string) => suffix !== "" && isLeftToSite(addressOf(suffix));
  const suffix = freeSlug("", (candidate) => isTaken(addressOf(candidate)) && !isLeft(candidate));
  return isLeft(suffix) ? null : suffix;
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
  const addressOf = (suffix: string) => path + suffix + slash;
  const suffix = freeSuffix(addressOf, isTaken, isLeftToSite);
  if (suffix === null) return null;
  return { slug: path.slice(path.lastIndexOf("/") + 1), address: addressOf(suffix) };
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
