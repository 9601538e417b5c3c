import { parseFeed } from "../feeds/parse-feed.ts";
import type { NoFeed, ParsedFeed } from "../feeds/parsed-feed.ts";
import { isFeed } from "../feeds/parsed-feed.ts";
import type { Ask } from "./ask.ts";
import { discoverFeeds } from "./discover.ts";
import type { Asked, Exchange } from "./exchange.ts";
import { bodyText, field, mediaType } from "./exchange.ts";
import type { MetArchive, MetFeed, Visit } from "./visit.ts";

const MOST_REDIRECTS = 5;
/** Feeds of one page that are met; the site's own stand first. */
const MOST_FEEDS = 12;
/** Documents of an archive that are followed. */
const MOST_ARCHIVES = 20;

/** Stands for any page that reads a feed by script. */
const SOME_ORIGIN = "https://reader.example";
const PLAIN = { "Accept-Encoding": "identity", Origin: SOME_ORIGIN };

/** Visits a page and the feeds that it names, or one feed. Asks one thing after the other. */
export async function meet(url: string, ask: Ask): Promise<Visit> {
  const { exchange: start, redirects } = await follow({ method: "GET", url, headers: PLAIN }, ask);
  const text = bodyText(start) ?? "";
  const startsAtFeed = mediaType(start) !== "text/html" && isFeed(parseFeed(text));
  const wanted = startsAtFeed
    ? [{ url, declaredType: null }]
    : discoverFeeds(text, start.asked.url).slice(0, MOST_FEEDS);
  const feeds: MetFeed[] = [];
  for (const one of wanted) feeds.push(await meetFeed(one, ask));
  return { url, redirects, start, startsAtFeed, feeds };
}

async function meetFeed(
  { url, declaredType }: { readonly url: string; readonly declaredType: string | null },
  ask: Ask,
): Promise<MetFeed> {
  const { exchange: plain, redirects } = await follow({ method: "GET", url, headers: PLAIN }, ask);
  const at = plain.asked.url;
  const again = (headers: Readonly<Record<string, string>>) => ask({ method: "GET", url: at, headers });
  const feed = parseExchange(plain);
  const tag = field(plain, "ETag");
  const recoded = tag?.replace(/"$/, '-gzip"');
  const modified = field(plain, "Last-Modified");
  return {
    url,
    declaredType,
    redirects,
    plain,
    feed,
    coded: await again({ "Accept-Encoding": "gzip, br", Origin: SOME_ORIGIN }),
    head: await ask({ method: "HEAD", url: at, headers: PLAIN }),
    byTag: tag === null ? null : await again({ ...PLAIN, "If-None-Match": tag }),
    byRecodedTag: recoded === undefined ? null : await again({ ...PLAIN, "If-None-Match": recoded }),
    byDate: modified === null ? null : await again({ ...PLAIN, "If-Modified-Since": modified }),
    archives: await meetArchives(feed, at, ask),
  };
}

/** Follows the chain until it ends, breaks, comes back or grows too long. */
async function meetArchives(feed: ParsedFeed | NoFeed, feedUrl: string, ask: Ask): Promise<MetArchive[]> {
  const archives: MetArchive[] = [];
  const seen = new Set([feedUrl]);
  let here = { feed, url: feedUrl };
  while (archives.length < MOST_ARCHIVES && isFeed(here.feed) && here.feed.previous !== null) {
    const url = URL.parse(here.feed.previous, here.url)?.href ?? here.feed.previous;
    const { exchange } = await follow({ method: "GET", url, headers: PLAIN }, ask);
    here = { feed: parseExchange(exchange), url };
    archives.push({ exchange, feed: here.feed });
    if (seen.has(url)) break;
    seen.add(url);
  }
  return archives;
}

function parseExchange(exchange: Exchange): ParsedFeed | NoFeed {
  if (exchange.answer === null) return { reason: exchange.fault ?? "there is no answer" };
  if (exchange.answer.status !== 200) return { reason: `it answers with ${exchange.answer.status}` };
  const text = bodyText(exchange);
  return text === null ? { reason: "its content coding cannot be undone" } : parseFeed(text);
}

async function follow(
  asked: Asked,
  ask: Ask,
): Promise<{ readonly exchange: Exchange; readonly redirects: Exchange[] }> {
  const redirects: Exchange[] = [];
  let exchange = await ask(asked);
  while (redirects.length < MOST_REDIRECTS) {
    const location = field(exchange, "Location");
    const { status = 0 } = exchange.answer ?? {};
    const next = location === null ? null : URL.parse(location, exchange.asked.url);
    if (![301, 302, 303, 307, 308].includes(status) || next === null) break;
    redirects.push(exchange);
    exchange = await ask({ ...asked, url: next.href });
  }
  return { exchange, redirects };
}
