import { join } from "node:path";
import type { Problem } from "../article/problem.ts";
import { compareProblems } from "../article/problem.ts";
import { SETTINGS_FILE } from "../article/site.ts";
import type { EpochSeconds } from "../article/values.ts";
import { suggestSlug } from "../source/slugs.ts";
import { ArticlePlaces } from "./article-places.ts";
import type { CollectedPost } from "./collect-post.ts";
import { collectPost } from "./collect-post.ts";
import { composeArticle } from "./compose-article.ts";
import type { FetchedMedia, FetchFile } from "./media/fetch-media.ts";
import { fetchMedia } from "./media/fetch-media.ts";
import type { MediaChoice } from "./media/media-address.ts";
import { MediaPlan } from "./media/media-plan.ts";
import { detached } from "./model/detached.ts";
import type { OldPost, OldSource, Tally } from "./model/old-site.ts";
import { SourceError, tally } from "./model/old-site.ts";
import { PatternVote } from "./write/address-pattern.ts";
import { Journal } from "./write/journal.ts";
import { OldHosts } from "./write/old-address.ts";
import { languageOf, MOST_REDIRECTS, siteSettings, timezoneOf } from "./write/site-settings-file.ts";
import { Spool } from "./write/spool.ts";
import type { Written } from "./write/write-file.ts";
import { writeText } from "./write/write-file.ts";

/** What an import is told. */
export interface ImportOptions {
  readonly into: string;
  /** Posts that were neither published nor changed since are left out. */
  readonly since: EpochSeconds | null;
  readonly form: "md" | "html";
  readonly media: MediaChoice;
  readonly dryRun: boolean;
  readonly now: EpochSeconds;
  /** A folder for texts on their way. */
  readonly temporary: string;
}

/** What an import does its work with. */
export interface ImportTools {
  readonly fetchFile: FetchFile;
  readonly stage: (text: string) => void;
  readonly count: (done: number, total: number) => void;
}

/** What an import came to. */
export interface Imported {
  readonly source: string;
  readonly posts: number;
  readonly pages: number;
  readonly drafts: number;
  readonly scheduled: number;
  /** Articles that are written as HTML. */
  readonly asHtml: number;
  /** Left out by `since`. */
  readonly older: number;
  readonly written: Readonly<Record<Written, number>>;
  readonly settings: Written;
  readonly media: FetchedMedia & { readonly kept: number; readonly wanted: number };
  readonly leftOut: Tally;
  /** Files that are shown from where they are, by host. */
  readonly elsewhere: Tally;
  readonly problems: readonly Problem[];
}

/** Brings a site into a content folder. What people did there since an earlier import stays. */
export async function importSite(
  source: OldSource,
  options: ImportOptions,
  tools: ImportTools,
): Promise<Imported> {
  const { into, dryRun, media: choice } = options;
  const journal = new Journal(into, { isWritten: !dryRun });
  const timezone = timezoneOf(source.site);
  const places = new ArticlePlaces(journal, timezone);
  const media = new MediaPlan(into, journal, places.names);
  const vote = new PatternVote(timezone);
  const counts = { posts: 0, pages: 0, drafts: 0, scheduled: 0, asHtml: 0, older: 0 };
  const authors: Tally = new Map();
  const problems: Problem[] = [];
  const spool = new Spool<CollectedPost>(join(options.temporary, "posts.jsonl"));
  const hosts = new OldHosts([source.site.url]);
  const keys = new OwnKeys();
  const tags = new TagNames();

  await source.readPosts({
    async post(read) {
      const old = { ...read, key: keys.own(read), tags: tags.spelled(read.tags) };
      if (options.since !== null && isOlder(old, options.since)) {
        counts.older += 1;
        return;
      }
      const collected = collectPost(old, {
        places,
        media,
        hosts,
        mediaHosts: source.site.mediaHosts,
        choice,
        form: options.form,
        base: source.site.url,
        leftOut: source.leftOut,
      });
      const path = pathOf(collected, journal);
      places.settle(collected.place, old.isDraft ? null : path);
      if (!old.isPage && !old.isDraft)
        vote.add({ path: collected.path, slug: collected.slug, published: old.published });
      countPost(old, options.now, counts);
      if (collected.form === "html") counts.asHtml += 1;
      for (const name of old.authors) tally(authors, name);
      spool.add(collected);
    },
  });

  if (spool.count === 0 && counts.older === 0)
    throw new SourceError(
      [`${source.name} without a post: there is nothing to import`, ...source.remarks].join("; it "),
    );
  const wanted = media.all();
  const kept = wanted.filter(({ isThere }) => isThere).length;
  let fetched: FetchedMedia = { fetched: 0, gone: [] };
  if (choice !== "none" && !dryRun && wanted.length > kept) {
    tools.stage("Fetching media");
    fetched = await fetchMedia(into, wanted, journal, tools.fetchFile, tools.count);
  }

  tools.stage("Writing articles");
  const pattern = vote.winner();
  const composing = {
    places,
    media,
    pattern,
    timezone,
    language: languageOf(source.site) ?? "en",
    ids: new Set<string>(),
    addresses: new Set<string>(),
    elsewhere: new Map<string, number>(),
  };
  const written: Record<Written, number> = { new: 0, updated: 0, kept: 0, edited: 0, removed: 0, taken: 0 };
  const redirects = new Map<string, string>();
  let done = 0;
  for await (const collected of spool.read()) {
    const path = pathOf(collected, journal);
    const { content, address, remarks } = composeArticle(collected, path, composing);
    const entry = { kind: "article" as const, key: collected.post.key, path };
    const became = writeText(into, entry, content, journal, { dryRun });
    written[became] += 1;
    const told = WORDS[became];
    for (const message of told === null ? remarks : [...remarks, told])
      problems.push({ file: path, line: null, severity: became === "taken" ? "error" : "warning", message });
    if (collected.query !== null && address !== null) redirects.set(collected.query, address);
    done += 1;
    if (done % TOLD_EVERY === 0) tools.count(done, spool.count);
  }
  if (redirects.size > MOST_REDIRECTS)
    source.remarks.push(
      `had ${redirects.size.toLocaleString("en")} addresses such as ${[...redirects.keys()][0]}, too many for [redirects]; they are in the ids of the articles`,
    );
  const mainAuthors = [...authors]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 50)
    .map(([name]) => name);
  const settings = writeText(
    into,
    { kind: "settings", key: SETTINGS_FILE, path: SETTINGS_FILE },
    siteSettings(source.site, {
      permalink: pattern,
      authors: mainAuthors,
      redirects,
      year: new Date(options.now * 1000).getUTCFullYear(),
    }),
    journal,
    { dryRun },
  );
  journal.tidy();
  for (const { url, why } of fetched.gone)
    problems.push({
      file: url,
      line: null,
      severity: "notice",
      message: `was not fetched: ${why}; the articles still name it there`,
    });
  for (const remark of source.remarks)
    problems.push({ file: source.name, line: null, severity: "warning", message: remark });
  return {
    source: source.name,
    ...counts,
    written,
    settings,
    media: { ...fetched, kept, wanted: wanted.length },
    leftOut: source.leftOut,
    elsewhere: composing.elsewhere,
    problems: problems.toSorted(compareProblems),
  };
}

/** Articles between two words on how far the writing is. */
const TOLD_EVERY = 100;

/** What is told of an article that was not written. */
const WORDS: Readonly<Record<Written, string | null>> = {
  new: null,
  updated: null,
  kept: null,
  removed: null,
  edited:
    "was edited here and has changed in the source as well, so it was left alone; bring the changes together by hand",
  taken: "lies there already and is from no import, so this article was left out; rename one of the two",
};

/** The file of an article: where an earlier import put it; a bundle where it has media of its own. */
function pathOf({ post, stem, form, ownsMedia }: CollectedPost, journal: Journal): string {
  const before = journal.find("article", post.key);
  const isBundle = before === null ? ownsMedia : /\/index\.[a-z]+$/.test(before.path);
  return `${stem}${isBundle ? "/index" : ""}.${form}`;
}

function isOlder({ published, updated }: OldPost, since: EpochSeconds): boolean {
  const latest = Math.max(published ?? 0, updated ?? 0);
  return latest > 0 && latest < since;
}

function countPost(
  { isPage, isDraft, published }: OldPost,
  now: EpochSeconds,
  counts: { posts: number; pages: number; drafts: number; scheduled: number },
): void {
  if (isPage) counts.pages += 1;
  else counts.posts += 1;
  if (isDraft) counts.drafts += 1;
  else if (published !== null && published > now) counts.scheduled += 1;
}

/** Keys of posts, each once: copies of a post may share its id. */
class OwnKeys {
  readonly #seen = new Set<string>();

  own({ key, link, title }: OldPost): string {
    const own =
      [key, `${key} ${link ?? title}`].find((one) => !this.#seen.has(one)) ?? `${key} ${this.#seen.size}`;
    this.#seen.add(detached(own));
    return own;
  }
}

/** Tags that differ in capitals and marks alone are one, under the name that comes first. */
class TagNames {
  readonly #names = new Map<string, string>();

  spelled(tags: readonly string[]): readonly string[] {
    const names = tags.map((tag) => {
      const slug = suggestSlug(tag);
      const known = this.#names.get(slug);
      if (known === undefined) this.#names.set(slug, detached(tag));
      return known ?? tag;
    });
    return [...new Set(names)];
  }
}
