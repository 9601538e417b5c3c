import { detached } from "../model/detached.ts";
import type { OldPost } from "../model/old-post.ts";
import type { OldSource, Tally } from "../model/old-site.ts";
import { tally } from "../model/old-site.ts";
import { readItems } from "../xml/read-items.ts";
import { feedItem, isSummaryOnly } from "./feed-item.ts";
import { readJsonFeed } from "./json-feed.ts";
import type { PageHead } from "./page-head.ts";
import { emptyHead, nextPage, readHead } from "./page-head.ts";
import { isShow } from "./show-head.ts";

/** A page of a feed as it was fetched, and where. */
export interface FeedPage {
  readonly url: string | null;
  readonly text: () => AsyncIterable<string>;
  /** The whole document as a value, where it is JSON. */
  readonly value: unknown;
}

/** Fetches a page of the feed by its address; null where there is none. */
export type FetchPage = (url: string) => Promise<FeedPage | null>;

/** Pages of one feed that are asked for. */
const MOST_PAGES = 2000;

/**
 * Opens a feed of any format with all of its pages (RFC 5005 `next` and `prev-archive`, JSON Feed's
 * `next_url`, WordPress' `?paged=`). `fetchPage` is null for a file, whose further pages are not asked for.
 */
export async function openFeed(first: FeedPage, fetchPage: FetchPage | null): Promise<OldSource> {
  const leftOut: Tally = new Map();
  const remarks: string[] = [];
  const posts = new Map<string, OldPost>();
  const counts = { items: 0, summaries: 0, same: 0 };
  const head = await readPage(first, posts, counts, remarks);
  const { title, url, description, language, show } = head;
  const next = nextPage(head, first.url, 2);
  if (next !== null && fetchPage === null && head.next !== null)
    remarks.push("has more pages, which a file does not hold; import it by its address to get all of them");
  if (fetchPage !== null) await readFurther(next, head, first.url, fetchPage, posts, counts, remarks);
  const hasFiles = [...posts.values()].some(({ enclosures }) =>
    enclosures.some(
      ({ type, url: file }) => /^(?:audio|video)\//.test(type ?? "") || /\.(?:mp3|m4a|mp4)\b/i.test(file),
    ),
  );
  if (counts.summaries > 0)
    tally(leftOut, "description in place of a text, perhaps a summary only", counts.summaries);
  return {
    name: "feed",
    site: {
      title,
      url: url ?? originOf(first.url),
      description,
      language,
      timezone: null,
      mediaHosts: [],
      // Blogs have such elements too; a show has files to hear.
      ...(isShow(show) && hasFiles && { show }),
    },
    leftOut,
    remarks,
    async readPosts({ post }) {
      for (const one of posts.values()) await post(one);
    },
  };
}

interface Counts {
  items: number;
  summaries: number;
  same: number;
}

async function readFurther(
  second: string | null,
  first: PageHead,
  firstUrl: string | null,
  fetchPage: FetchPage,
  posts: Map<string, OldPost>,
  counts: Counts,
  remarks: string[],
): Promise<void> {
  const seen = new Set([firstUrl]);
  let next = second;
  for (let number = 2; next !== null && number <= MOST_PAGES && !seen.has(next); number += 1) {
    seen.add(next);
    const page: FeedPage | null = await fetchPage(next);
    if (page === null) {
      if (!isGuess(first))
        remarks.push(`names a page that cannot be read, so older posts are missing: ${next}`);
      return;
    }
    const before = posts.size;
    const head: PageHead = await readPage(page, posts, counts, remarks);
    // A guess that brings nothing new was the last page once more.
    if (posts.size === before && isGuess(first)) return;
    next = nextPage({ ...head, isWordpress: first.isWordpress && head.isWordpress }, next, number + 1);
  }
}

function isGuess({ next, isWordpress }: PageHead): boolean {
  return next === null && isWordpress;
}

async function readPage(
  page: FeedPage,
  posts: Map<string, OldPost>,
  counts: Counts,
  remarks: string[],
): Promise<PageHead> {
  const head = emptyHead();
  const json = readJsonFeed(page.value);
  if (json !== null) {
    for (const post of json.posts) keep(post, posts);
    return { ...head, ...json };
  }
  const { isCutOff } = await readItems(page.text(), {
    skipped: new Set(),
    counts: new Map(),
    head: (element) => readHead(element, head),
    async item(item) {
      counts.items += 1;
      if (isSummaryOnly(item)) counts.summaries += 1;
      keep(feedItem(item, item.attributes["xml:base"] ?? head.url ?? page.url), posts);
    },
  });
  if (isCutOff) remarks.push("ends in the middle of an item, which was left out; fetch it again");
  return head;
}

/** The newest form of an item counts, which stands first. */
function keep(post: OldPost, posts: Map<string, OldPost>): void {
  const key = detached(post.key);
  if (!posts.has(key)) posts.set(key, { ...post, key });
}

function originOf(url: string | null): string | null {
  const parsed = URL.parse(url ?? "");
  return parsed && `${parsed.origin}/`;
}
