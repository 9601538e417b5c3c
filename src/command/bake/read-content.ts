import { join } from "node:path";
import type { Source } from "../../article/source.ts";
import type { StayingArticles } from "../../article/staying-articles.ts";
import type { ContentPath, EpochSeconds } from "../../article/values.ts";
import { BuildCache } from "../../cache/build-cache.ts";
import { CACHE_FILES } from "../../cache/cache-files.ts";
import type { ArticleOfFile } from "../../cache/remembered-articles.ts";
import type { FolderOptions } from "../../folder/open-folder.ts";
import { openFolder } from "../../folder/open-folder.ts";
import { hearingPlaces } from "../../folder/places.ts";
import type { Folder } from "../../folder/read-folder.ts";
import { closeFolder } from "../../folder/read-folder.ts";
import { recallSources } from "../../folder/recall-sources.ts";
import type { ReadSource } from "../../folder/sources.ts";
import { parseSources } from "../../folder/sources.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import type { Stopwatch } from "../reports/stopwatch.ts";
import { parseInThreads } from "../threads/parse-in-threads.ts";
import { WORTH_THREADS, withThreads } from "../threads/thread-pool.ts";
import { askedEnclosures } from "./asked-enclosures.ts";
import { cacheFolder } from "./cache-folder.ts";
import { gitDated } from "./git-dates.ts";
import { spareHeap } from "./heap.ts";
import { nextInstant } from "./next-instant.ts";
import type { PictureWishes } from "./picture-wishes.ts";
import { pictureWishes } from "./picture-wishes.ts";
import type { RecalledSite, SiteConditions } from "./recall-site.ts";
import { recallSite, siteConditions } from "./recall-site.ts";
import type { SiteLook } from "./site-look.ts";

/** What a content folder says, and the cache that remembers it. */
export interface Content extends PictureWishes {
  readonly folder: Omit<Folder, "articles" | "staying">;
  /** Its articles, walked once; but for those that are remembered. */
  readonly sources: Iterable<Source>;
  /** Articles of which nothing had to be asked. */
  readonly staying: StayingArticles;
  /** How many articles there are in all. */
  readonly count: number;
  readonly conditions: SiteConditions;
  readonly recalled: RecalledSite | null;
  /** Source files that were not remembered with their articles. */
  readonly files: ReadonlyMap<string, Omit<ArticleOfFile, "article">>;
  /** The first instant ahead that it names. */
  readonly nextInstant: EpochSeconds | null;
  /** Whether all that it says lies in files. */
  readonly isAllInFiles: boolean;
  readonly cache: BuildCache;
}

/**
 * Reads the folder that the flags name; parses what nothing is remembered of. `look` is told of each
 * place beside its files that is looked for. Throws `FolderError`.
 */
export async function readContent(
  flags: Pick<
    BakeFlags,
    "content" | "persistTo" | "drafts" | "verbose" | "full" | "dryRun" | "now" | "skipInvalid"
  >,
  watch: Stopwatch,
  look: SiteLook | null = null,
): Promise<Content> {
  const { drafts = false, verbose = false, full: isFull = false, dryRun: isDry = false } = flags;
  const options: FolderOptions = { drafts, verbose, entriesOf: look?.content.entriesOf };
  const heard = (place: string) => look?.places.look(place);
  const now = flags.now ?? Math.floor(Date.now() / 1000);
  const { opened, cache, conditions, site, recalled } = await watch.time("read", () => {
    const opened = hearingPlaces(heard, () => openFolder(flags.content, options));
    const cache = new BuildCache(cacheFolder(flags.persistTo, opened.root), opened.site, {
      isFull,
      isDry,
      ...(look && { nowMs: look.nowMs, stampAt: look.content.stampAt }),
    });
    const conditions = siteConditions(opened, look, flags);
    const site = isFull ? null : recallSite(conditions, look, opened, cache, now);
    const known = { stamps: look?.content.stamps ?? null, articles: null, mayStay: () => false, ...site };
    return { opened, cache, conditions, site, recalled: recallSources(opened, cache, known) };
  });
  const { pending } = recalled;
  const worthThreads = pending.length >= WORTH_THREADS.files && cache.disk.isWritable();
  if (worthThreads) spareHeap(pending.length);
  return watch.time("parse", async () => {
    const parsed = worthThreads
      ? await withThreads((threads) => parseInThreads(opened, pending, cache, threads))
      : parseSources(opened, pending, cache);
    const { sources, stays, others } = recalled;
    for (const [path, source] of parsed) {
      sources.set(path, source);
      if (source.remembered) others.set(path, source.remembered);
    }
    const {
      articles: read,
      staying,
      ...folder
    } = hearingPlaces(heard, () => closeFolder(opened, recalled, options, cache.files.media, site?.media));
    const { articles: dated, problems } =
      folder.site.habits.dates === "git" ? gitDated(opened.root, read) : { articles: read, problems: [] };
    const asked = await askedEnclosures(dated, {
      hosts: folder.site.enclosureHosts,
      file: isFull ? null : join(cacheFolder(flags.persistTo, opened.root), CACHE_FILES.enclosures),
      isDry,
      progress: () => {},
    });
    const articles = asked.sources;
    cache.files.remember(stays, others);
    look?.content.letGo();
    return {
      folder: { ...folder, problems: [...folder.problems, ...problems, ...asked.problems] },
      sources: singleUse(articles),
      staying,
      count: read.length + staying.list.length,
      conditions,
      recalled: site,
      files: isDry ? new Map() : filesRead(sources),
      ...pictureWishes(articles, folder.site, staying),
      nextInstant: nextInstant(articles, folder.adopted, now),
      isAllInFiles: folder.site.habits.dates !== "git" && folder.site.enclosureHosts.size === 0,
      cache,
    };
  });
}

/** A list that is walked once and then let go of, by whoever still holds on to this. */
export function singleUse<T>(list: readonly T[]): Iterable<T> {
  let held: readonly T[] | null = list;
  return {
    [Symbol.iterator]() {
      if (held === null) throw new RangeError("a list that may be walked once is walked again");
      const values = held.values();
      held = null;
      return values;
    },
  };
}

/** What is to be remembered of files beside what became of them. */
function filesRead(sources: ReadonlyMap<ContentPath, ReadSource>): Content["files"] {
  const files = new Map<string, Omit<ArticleOfFile, "article">>();
  for (const [path, { remembered, problems, asides }] of sources) {
    if (remembered === null) continue;
    files.set(path, { sha256: remembered.sha256, hasProblems: problems.length + asides.length > 0 });
  }
  return files;
}
