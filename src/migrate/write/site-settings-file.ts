import { stringify } from "smol-toml";
import { isTimezone } from "../../article/zoned-time.ts";
import { languageTag } from "../../source/values/language-tags.ts";
import type { OldShow, OldSite } from "../model/old-site.ts";

/** What the settings of an imported site are made of, beside what the source says of it. */
export interface SettingsParts {
  readonly permalink: string;
  /** Names of those who wrote most. */
  readonly authors: readonly string[];
  /** Names in the queries of old addresses. */
  readonly queryNames: readonly string[];
  /** The year that ids of new articles begin with. */
  readonly year: number;
  /** The picture of a show: a file of the folder, or its URL. */
  readonly cover: string | null;
}

/** Writes `site.toml` for a site that moves in. */
export function siteSettings(
  site: OldSite,
  { permalink, authors, queryNames, year, cover }: SettingsParts,
): string {
  const url = originOf(site.url);
  const settings = {
    title: site.title || "Untitled",
    ...(url !== null && { url }),
    ...(site.description !== "" && { description: site.description }),
    language: languageOf(site) ?? "en",
    timezone: timezoneOf(site),
    ...(url !== null && { authority: `${new URL(url).hostname},${year}` }),
    permalink,
    ...(authors.length > 0 && { authors }),
    ...(queryNames.length > 0 && { redirect_queries: queryNames }),
    ...(site.show && { podcast: podcastOf(site.show, cover) }),
  };
  return `${stringify(settings).trimEnd()}\n`;
}

/** The table of a show; what is not said is left out. */
function podcastOf({ author, owner, explicit, categories, guid, kind }: OldShow, image: string | null) {
  const named = {
    author,
    owner,
    explicit,
    image,
    categories: categories.length > 0 ? categories : null,
    guid,
    kind,
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== null));
}

/** The zone of the old site where it is known, else UTC. */
export function timezoneOf({ timezone }: OldSite): string {
  return timezone !== null && isTimezone(timezone) ? timezone : "UTC";
}

/** The language of the old site; null where it says none that can be told. */
export function languageOf({ language }: OldSite): string | null {
  return languageTag(language?.replace("_", "-") ?? "");
}

function originOf(address: string | null): string | null {
  const url = URL.parse(address ?? "");
  return url && /^https?:$/.test(url.protocol) ? url.origin : null;
}
