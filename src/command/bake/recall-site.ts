import { hash } from "node:crypto";
import { join } from "node:path";
import type { Site } from "../../article/site.ts";
import type { EpochSeconds } from "../../article/values.ts";
import type { BuildCache } from "../../cache/build-cache.ts";
import type { NamedMedia, RememberedSite } from "../../cache/remembered-site.ts";
import type { ArticlesInTable } from "../../cache/table-of-articles.ts";
import type { OpenFolder } from "../../folder/open-folder.ts";
import { isLink } from "../../folder/places.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import type { SiteLook } from "./site-look.ts";

/** What may be known of a site without asking its files, and under which conditions that holds. */
export interface SiteConditions {
  /** Null where a bake goes by more than files and settings. */
  readonly digest: string | null;
  /** Digest of the paths of all files but articles. */
  readonly files: string;
}

/** A site as it was when it was last published, and what of it still holds. */
export interface RecalledSite {
  readonly site: RememberedSite;
  readonly articles: ArticlesInTable;
  /** The media that articles found then and find now, by where they look for it. */
  readonly media: ReadonlyMap<string, NamedMedia>;
  /** Whether the article of a row becomes that again as long as its file is the same. */
  readonly mayStay: (row: number) => boolean;
}

/** Sums up what decides what becomes of the files of an open folder. */
export function siteConditions(
  { root, site, adopted, files, sources }: OpenFolder,
  look: SiteLook | null,
  flags: Pick<BakeFlags, "skipInvalid">,
): SiteConditions {
  const isKnown = look !== null && flags.skipInvalid !== true && goesByFiles(site);
  return {
    digest: isKnown ? digestOf([root, look.conditions, adopted, site]) : null,
    files: digestOf(without(files, sources)),
  };
}

/** Whether each article of a site goes by its own file and by those that it names. */
function goesByFiles({ habits, enclosureHosts }: Site): boolean {
  return habits.dates !== "git" && enclosureHosts.size === 0;
}

/** Finds what is remembered of a site; null where nothing of it can be relied on. */
export function recallSite(
  conditions: SiteConditions,
  look: SiteLook | null,
  { root, files, sources }: Pick<OpenFolder, "root" | "files" | "sources">,
  cache: BuildCache,
  now: EpochSeconds,
): RecalledSite | null {
  const found = conditions.digest === null || look === null ? null : cache.site.recall(conditions.digest);
  if (found === null || look === null || !isWithin(found.site, now)) return null;
  const { site, articles } = found;
  const isAsBefore = site.files === conditions.files && look.places.areSame(site.places);
  for (const [place] of site.places) look.places.look(place);
  const all = new Set<string>(site.media.length === 0 ? [] : files);
  const texts = new Set<string>(site.media.length === 0 ? [] : sources);
  // A file that comes may hide one of a static folder from those who name that, and so may an article.
  const isFound = ({ path, place, shown }: NamedMedia) =>
    path === shown
      ? place === join(root, path) && all.has(path) && !texts.has(path) && !isLink(place)
      : isAsBefore && !texts.has(path) && cache.isThere(place);
  const media = new Map<string, NamedMedia>(
    site.media.filter(isFound).map((one) => [one.path, one] as const),
  );
  return {
    site,
    articles,
    media,
    mayStay(row) {
      if (articles.of.reach(row) === "loose" && !isAsBefore) return false;
      return articles.of.files(row).every((file) => media.has(file));
    },
  };
}

function isWithin({ now, until }: RememberedSite, at: EpochSeconds): boolean {
  return now <= at && at < (until ?? Infinity);
}

/** What of a list is not in another one, which has a part of it in the same order. */
function without<T>(all: readonly T[], part: readonly T[]): readonly T[] {
  let next = 0;
  return all.filter((one) => {
    const isIn = one === part[next];
    if (isIn) next += 1;
    return !isIn;
  });
}

function digestOf(value: unknown): string {
  const text = JSON.stringify(value, (_, one: unknown) =>
    one instanceof Map || one instanceof Set ? [...one] : one,
  );
  return hash("sha256", text, "base64url");
}
