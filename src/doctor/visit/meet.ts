import type { AdoptedFeed } from "../../article/adopted.ts";
import { parseFeed } from "../feeds/parse-feed.ts";
import type { NoFeed, ParsedFeed } from "../feeds/parsed-feed.ts";
import { isFeed } from "../feeds/parsed-feed.ts";
import type { Ask } from "./ask.ts";
import { discoverFeeds } from "./discover.ts";
import type { Exchange } from "./exchange.ts";
import { bodyText, field, mediaType } from "./exchange.ts";
import { FaultError } from "./fault-error.ts";
import { brief, follow } from "./follow.ts";
import { meetHubs } from "./meet-hubs.ts";
import { plainFields } from "./plain-fields.ts";
import type { MetArchive, MetFeed, MetHub, MetOldFeed, Visit } from "./visit.ts";

/** Feeds of one page that are met; the site's own stand first. */
const MOST_FEEDS = 12;
/** Documents of an archive that are followed. */
const MOST_ARCHIVES = 20;

/** Where no site has anything. */
const ABSENT = "/feedwright-doctor/nothing-is-here";

type WantedFeed = Pick<MetFeed, "url" | "declaredType">;

/**
 * Visits a page and the feeds that it names, or one feed, and those that its site had before. Asks one
 * thing after the other.
 */
export async function meet(url: string, ask: Ask, known: readonly AdoptedFeed[] = []): Promise<Visit> {
  const { exchange: start, redirects } = await follow({ method: "GET", url, headers: plainFields(url) }, ask);
  const { startsAtFeed, wanted } = feedsAt(url, start);
  const feeds: MetFeed[] = [];
  const oldFeeds: MetOldFeed[] = [];
  const hubs: MetHub[] = [];
  const absent: Exchange[] = [];
  const met = { redirects: redirects.map(brief), start: brief(start), startsAtFeed };
  const visit = { url, ...met, feeds, oldFeeds, hubs, absent };
  try {
    for (const one of wanted) feeds.push(await meetFeed(one, untilSpent(ask)));
    for (const one of known) oldFeeds.push(await meetOldFeed(one, start.asked.url, untilSpent(ask)));
    hubs.push(...(await meetHubs(feeds, untilSpent(ask))));
    if (feeds.some(({ feed }) => isFeed(feed))) absent.push(...(await meetAbsent(start, untilSpent(ask))));
    return { ...visit, cutShort: null };
  } catch (cause) {
    if (!(cause instanceof FaultError)) throw cause;
    const all = wanted.length + known.length;
    const left = all - feeds.length - oldFeeds.length;
    return { ...visit, cutShort: `${cause.message}, and ${left} of ${all} feeds were left out` };
  }
}

/** The feed that an address is, or those that the page there names. */
function feedsAt(url: string, start: Exchange): { startsAtFeed: boolean; wanted: WantedFeed[] } {
  const text = bodyText(start) ?? "";
  const startsAtFeed = mediaType(start) !== "text/html" && isFeed(parseFeed(text));
  return startsAtFeed
    ? { startsAtFeed, wanted: [{ url, declaredType: null }] }
    : { startsAtFeed, wanted: discoverFeeds(text, start.asked.url, MOST_FEEDS) };
}

/** Asks while the visit lasts; throws a `FaultError` from then on, since nothing was asked. */
function untilSpent(ask: Ask): Ask {
  return async (asked) => {
    const exchange = await ask(asked);
    if (exchange.fault?.kind === "spent") throw new FaultError(exchange.fault);
    return exchange;
  };
}

async function meetFeed({ url, declaredType }: WantedFeed, ask: Ask): Promise<MetFeed> {
  const { exchange, redirects } = await follow({ method: "GET", url, headers: plainFields(url) }, ask);
  const feed = parseExchange(exchange);
  const plain = brief(exchange);
  const met = { url, declaredType, redirects: redirects.map(brief), plain, feed };
  if (!isFeed(feed)) {
    return { ...met, coded: plain, head: plain, byTag: null, byRecodedTag: null, byDate: null, archives: [] };
  }
  const at = plain.asked.url;
  const fields = plainFields(at);
  const again = async (headers: Readonly<Record<string, string>>) =>
    brief(await ask({ method: "GET", url: at, headers }));
  const tag = field(plain, "ETag");
  const recoded = tag?.replace(/"$/, '-gzip"');
  const modified = field(plain, "Last-Modified");
  return {
    ...met,
    coded: await again({ ...fields, "Accept-Encoding": "gzip, br" }),
    head: await ask({ method: "HEAD", url: at, headers: fields }),
    byTag: tag === null ? null : await again({ ...fields, "If-None-Match": tag }),
    byRecodedTag: recoded === undefined ? null : await again({ ...fields, "If-None-Match": recoded }),
    byDate: modified === null ? null : await again({ ...fields, "If-Modified-Since": modified }),
    archives: await meetArchives(feed, at, ask),
  };
}

/** Asks for what is not there, and again: what a cache keeps of it shows the second time. */
async function meetAbsent({ asked }: Exchange, ask: Ask): Promise<Exchange[]> {
  const url = new URL(ABSENT, asked.url).href;
  const once = async () => brief(await ask({ method: "GET", url, headers: plainFields(url) }));
  return [await once(), await once()];
}

async function meetOldFeed(known: AdoptedFeed, siteUrl: string, ask: Ask): Promise<MetOldFeed> {
  const url = new URL(known.address, siteUrl).href;
  const { exchange, redirects } = await follow({ method: "GET", url, headers: plainFields(url) }, ask);
  return {
    known,
    url,
    redirects: redirects.map(brief),
    plain: brief(exchange),
    feed: parseExchange(exchange),
  };
}

/** Follows the chain until it ends, breaks, comes back or grows too long. */
async function meetArchives(feed: ParsedFeed | NoFeed, feedUrl: string, ask: Ask): Promise<MetArchive[]> {
  const archives: MetArchive[] = [];
  const seen = new Set([feedUrl]);
  let here = { feed, url: feedUrl };
  while (archives.length < MOST_ARCHIVES && isFeed(here.feed) && here.feed.previous !== null) {
    const url = URL.parse(here.feed.previous, here.url)?.href ?? here.feed.previous;
    const { exchange } = await follow({ method: "GET", url, headers: plainFields(url) }, ask);
    here = { feed: parseExchange(exchange), url };
    archives.push({ exchange: brief(exchange), feed: here.feed });
    if (seen.has(url)) break;
    seen.add(url);
  }
  return archives;
}

function parseExchange(exchange: Exchange): ParsedFeed | NoFeed {
  if (exchange.answer === null) return { reason: exchange.fault?.what ?? "there is no answer" };
  if (exchange.answer.status !== 200) return { reason: `it answers with ${exchange.answer.status}` };
  const text = bodyText(exchange);
  return text === null ? { reason: "its content coding cannot be undone" } : parseFeed(text);
}
