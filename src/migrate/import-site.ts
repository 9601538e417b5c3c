import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../article/problem.ts";
import { compareProblems } from "../article/problem.ts";
import { SETTINGS_FILE } from "../article/site.ts";
import { ArticlePlaces } from "./article-places.ts";
import { existingSite } from "./existing-site.ts";
import type { Imported, ImportOptions, ImportTools } from "./imported.ts";
import type { FetchedMedia } from "./media/fetch-media.ts";
import { fetchMedia } from "./media/fetch-media.ts";
import { isWanted } from "./media/media-address.ts";
import type { MediaFile } from "./media/media-plan.ts";
import { MediaPlan } from "./media/media-plan.ts";
import type { OldSource } from "./model/old-site.ts";
import { readPosts } from "./read-posts.ts";
import { Journal } from "./write/journal.ts";
import { makeFolder } from "./write/make-folder.ts";
import { OldHosts } from "./write/old-address.ts";
import { queryNames, REDIRECTS_FILE, redirectsText } from "./write/redirects-text.ts";
import { languageOf, siteSettings, timezoneOf } from "./write/site-settings-file.ts";
import { writeText } from "./write/write-file.ts";
import { writeArticles } from "./write-articles.ts";

/** Authors that the settings name. */
const MOST_AUTHORS = 50;

/** Brings a site into a content folder. What people did there since an earlier import stays. */
export async function importSite(
  source: OldSource,
  options: ImportOptions,
  tools: ImportTools,
): Promise<Imported> {
  const { into, dryRun } = options;
  if (!dryRun) makeFolder(into);
  const { site } = source;
  const existing = existingSite(into);
  const timezone = existing?.timezone ?? timezoneOf(site);
  const journal = new Journal(into, { isWritten: !dryRun });
  const places = new ArticlePlaces(journal, timezone);
  const media = new MediaPlan(into, journal, places.names);
  const write = (path: string, text: string) =>
    writeText(into, { kind: "settings", key: path, path }, text, journal, { dryRun });
  const posts = await readPosts(source, options, { places, media, journal });

  const cover = wantedCover(source, options, media);
  const wanted = media.all();
  const kept = wanted.filter(({ isThere }) => isThere).length;
  let fetched: FetchedMedia = { fetched: 0, gone: [] };
  if (options.media !== "none" && !dryRun && wanted.length > kept) {
    tools.stage("Fetching media");
    fetched = await fetchMedia(into, wanted, journal, tools.fetchFile, tools.count);
  }

  tools.stage("Writing articles");
  const composing = {
    places,
    media,
    pattern: existing?.permalink ?? posts.pattern,
    timezone,
    language: existing?.language ?? languageOf(site) ?? "en",
    ids: new Set<string>(),
    addresses: new Set<string>(),
    elsewhere: new Map<string, number>(),
  };
  const { written, problems, redirects } = await writeArticles(posts, composing, journal, {
    into,
    dryRun,
    now: options.now,
    count: tools.count,
  });
  const mainAuthors = [...posts.authors].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const settingsText = siteSettings(site, {
    permalink: posts.pattern,
    authors: mainAuthors.slice(0, MOST_AUTHORS),
    queryNames: queryNames(redirects),
    year: new Date(options.now * 1000).getUTCFullYear(),
    cover: cover?.isThere ? cover.path : (site.show?.image ?? null),
  });
  // What addresses are made by stays as it is.
  const settings = existing === null ? write(SETTINGS_FILE, settingsText) : "kept";
  const leads = new Map([
    ...redirects,
    ...[...posts.lists].filter(([from]) => !composing.addresses.has(from)),
    ...media.redirects(source.site),
    ...(source.patterns ?? []),
  ]);
  if (leads.size > 0) write(REDIRECTS_FILE, redirectsText(textOf(join(into, REDIRECTS_FILE)), leads));
  journal.tidy();
  return {
    source: source.name,
    ...posts.counts,
    written,
    settings,
    media: { ...fetched, kept, wanted: wanted.length },
    leftOut: source.leftOut,
    elsewhere: composing.elsewhere,
    problems: [...problems, ...sourceProblems(source, fetched)].toSorted(compareProblems),
  };
}

/** The picture of a show, which lies beside its articles like any other. */
function wantedCover(
  { site }: OldSource,
  { media: choice }: ImportOptions,
  media: MediaPlan,
): MediaFile | null {
  const image = site.show?.image ?? null;
  const url = image === null ? null : URL.parse(image, site.url ?? undefined);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const hosts = new OldHosts([site.url, ...(site.alsoAt ?? [])]);
  return isWanted(url, choice, hosts, site.mediaHosts) ? media.want(url.href, "show") : null;
}

/** What is wrong with the source as a whole, and which of its files are gone. */
function sourceProblems({ name, remarks }: OldSource, { gone }: FetchedMedia): readonly Problem[] {
  return [
    ...gone.map(({ url, why }) => ({
      file: url,
      line: null,
      severity: "notice" as const,
      message: `was not fetched: ${why}; the articles still name it there`,
    })),
    ...remarks.map((message) => ({ file: name, line: null, severity: "warning" as const, message })),
  ];
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
