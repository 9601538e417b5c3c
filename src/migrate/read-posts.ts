import { join } from "node:path";
import type { EpochSeconds } from "../article/values.ts";
import { suggestSlug } from "../source/text/slugs.ts";
import type { ArticlePlaces } from "./article-places.ts";
import type { CollectedPost } from "./collect-post.ts";
import { collectPost, pathOf } from "./collect-post.ts";
import type { ImportOptions, PostCounts } from "./imported.ts";
import type { MediaPlan } from "./media/media-plan.ts";
import { detached } from "./model/detached.ts";
import type { OldPost } from "./model/old-post.ts";
import type { OldSource, Tally } from "./model/old-site.ts";
import { SourceError, tally } from "./model/old-site.ts";
import { PatternVote } from "./write/address-pattern.ts";
import type { Journal } from "./write/journal.ts";
import { ListRedirects } from "./write/list-redirects.ts";
import { OldHosts } from "./write/old-address.ts";
import { timezoneOf } from "./write/site-settings-file.ts";
import { Spool } from "./write/spool.ts";

/** The posts of a source, converted and on disk, and what they have in common. */
export interface ReadPosts {
  readonly spool: Spool<CollectedPost>;
  readonly counts: PostCounts;
  /** The pattern of most addresses. */
  readonly pattern: string;
  /** Names of authors, and how much each wrote. */
  readonly authors: Tally;
  /** Old paths of lists, and where they lead. */
  readonly lists: ReadonlyMap<string, string>;
}

/** Reads the posts of a source one after the other, and finds a place for each. Throws `SourceError` where there is none. */
export async function readPosts(
  source: OldSource,
  options: ImportOptions,
  {
    places,
    media,
    journal,
  }: { readonly places: ArticlePlaces; readonly media: MediaPlan; readonly journal: Journal },
): Promise<ReadPosts> {
  const { site, leftOut } = source;
  const vote = new PatternVote(timezoneOf(site));
  const counts = { posts: 0, pages: 0, drafts: 0, scheduled: 0, asHtml: 0, older: 0 };
  const authors: Tally = new Map();
  const lists = new ListRedirects(timezoneOf(site), source.hasDates ?? false, options.now);
  const spool = new Spool<CollectedPost>(join(options.temporary, "posts.jsonl"));
  const hosts = new OldHosts([site.url, ...(site.alsoAt ?? [])]);
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
        mediaHosts: site.mediaHosts,
        choice: options.media,
        form: options.form,
        base: site.url,
        leftOut,
      });
      places.settle(collected.place, old.isDraft ? null : pathOf(collected, journal));
      if (!old.isPage && !old.isDraft)
        vote.add({ path: collected.path, slug: collected.slug, published: old.published });
      countPost(old, options.now, counts);
      if (collected.form === "html") counts.asHtml += 1;
      lists.add(old, old.tags);
      for (const name of old.authors) tally(authors, name);
      spool.add(collected);
    },
  });
  if (spool.count === 0 && counts.older === 0)
    throw new SourceError(
      [`${source.name} without a post: there is nothing to import`, ...source.remarks].join("; it "),
    );
  return { spool, counts, pattern: vote.winner(), authors, lists: lists.all() };
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
