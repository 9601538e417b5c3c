import { hash } from "node:crypto";
import type { Site } from "../../article/site.ts";
import type { EpochSeconds } from "../../article/values.ts";
import type { BuildCache } from "../../cache/build-cache.ts";
import type { ArticlesOfFiles } from "../../cache/remembered-articles.ts";
import type { RememberedSite } from "../../cache/remembered-site.ts";
import type { OpenFolder } from "../../folder/open-folder.ts";
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
  readonly articles: ArticlesOfFiles;
  /** Whether all files but articles are still there, and no others. */
  readonly hasSameFiles: boolean;
}

/** Sums up what decides what becomes of the files of an open folder. */
export function siteConditions(
  { site, adopted, files, sources }: OpenFolder,
  look: SiteLook | null,
  flags: Pick<BakeFlags, "skipInvalid">,
): SiteConditions {
  const isKnown = look !== null && flags.skipInvalid !== true && goesByFiles(site);
  return {
    digest: isKnown ? digestOf([look.conditions, adopted, site]) : null,
    files: digestOf(without(files, sources)),
  };
}

/** Whether each article of a site goes by its own file and by those that it names. */
function goesByFiles({ podcast, socialCards, habits, enclosureHosts }: Site): boolean {
  return podcast === null && !socialCards && habits.dates !== "git" && enclosureHosts.size === 0;
}

/** Finds what is remembered of a site; null where nothing of it can be relied on. */
export function recallSite(
  { digest, files }: SiteConditions,
  { staticFolders }: Pick<Site, "staticFolders">,
  cache: BuildCache,
  now: EpochSeconds,
): RecalledSite | null {
  const found = digest === null ? null : cache.site.recall(digest);
  if (found === null || found.site.now > now) return null;
  if (!found.site.media.every(({ place }) => cache.isThere(place))) return null;
  return { ...found, hasSameFiles: found.site.files === files && staticFolders.length < 2 };
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
