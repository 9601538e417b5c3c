import type { AdoptedFeed } from "../../article/adopted.ts";
import { ADOPTED_FILE } from "../../article/adopted.ts";
import type { NamedChannel } from "../../article/named-channel.ts";
import type { Redirect } from "../../article/old-addresses.ts";
import type { Problem } from "../../article/problem.ts";
import type { Site } from "../../article/site.ts";
import { ADDRESS, ALIASES, CHANNEL_FOLDER } from "../../representation/addresses.ts";
import { isOwnAddress } from "../../representation/own-addresses.ts";
import { endedFeeds, otherFeeds } from "./ended-feeds.ts";
import type { OldFeedEntry } from "./old-feed-entries.ts";

/**
 * A site that leads on from old feeds which no path tells apart (`/?feed=rss2`): to an old feed of the
 * same format, or its own; and from an alias of ours that differs from an old feed by its slash alone.
 * Feeds of comments are gone. What site.toml says counts more.
 */
export function withOldFeeds(
  site: Site,
  feeds: readonly OldFeedEntry[],
  channels: readonly NamedChannel[],
): Site {
  if (feeds.length === 0) return site;
  const redirects = new Map<string, Redirect>(
    endedFeeds(feeds).map((from) => [from, { to: "/", status: 410, file: ADOPTED_FILE, line: null }]),
  );
  const lead = (from: string, to: string, { file, line }: Pick<OldFeedEntry, "file" | "line">) =>
    redirects.set(from, { to, status: 301, file, line });
  const served = servedFeeds(feeds);
  for (const [from, to] of otherFeeds(feeds, served, channels))
    if (from !== to) lead(from, to, { file: ADOPTED_FILE, line: null });
  for (const feed of feeds) {
    const to = pathOf(feed, feeds);
    if (to === feed.address) redirects.delete(feed.address);
    else lead(feed.address, to, feed);
  }
  for (const feed of served) {
    const to = feed.address;
    const spelling = to.endsWith("/") ? to.slice(0, -1) : `${to}/`;
    const isOther = ALIASES.has(spelling) && !served.some(({ address }) => address === spelling);
    if (isOther) lead(spelling, to, feed);
  }
  return { ...site, redirects: new Map([...redirects, ...site.redirects]) };
}

/** Old feeds that cannot go on where they were. */
export function oldFeedProblems(
  feeds: readonly OldFeedEntry[],
  channels: readonly NamedChannel[],
): Problem[] {
  const pages = new Set(channels.map(({ kind, slug }) => `${CHANNEL_FOLDER[kind]}${slug}`));
  return feeds.flatMap((feed) => {
    const { address, channel, file, line } = feed;
    const tell = (message: string): Problem => ({ file, line, severity: "warning", message });
    if (channel !== null && !pages.has(channel))
      return tell(
        `names the channel ${channel}, which this site does not have; write the path of a page such as /tags/tides, or remove the entry`,
      );
    return isInTheWay(feed)
      ? tell(
          `names the feed ${address}, where the site has another document; remove the entry, since its subscribers get that`,
        )
      : [];
  });
}

/** The old feeds that go on at a path: their own, or one that stands for their query. */
export function servedFeeds(feeds: readonly OldFeedEntry[]): readonly OldFeedEntry[] {
  const served = new Map<string, OldFeedEntry>();
  const isQuery = ({ address }: AdoptedFeed) => address.includes("?");
  for (const feed of [...feeds.filter((one) => !isQuery(one)), ...feeds.filter(isQuery)]) {
    const one = { ...feed, address: pathOf(feed, feeds) };
    if (!served.has(one.address) && !isInTheWay(one) && !isChannels(one)) served.set(one.address, one);
  }
  return [...served.values()];
}

/** Where the feeds of the site stand that no path was known for: aliases of ours. */
const STAND_IN = { rss: "/feed/", atom: "/feed/atom", json: "/feed/json" } as const;

/** The path at which an old feed is served: of one with a query that of another one like it. */
function pathOf({ address, format, channel }: AdoptedFeed, feeds: readonly AdoptedFeed[]): string {
  if (!address.includes("?")) return address;
  const alike = feeds.find(
    (one) => one.format === format && one.channel === channel && !one.address.includes("?"),
  );
  if (alike !== undefined) return alike.address;
  if (channel !== null) return `${channel}${ADDRESS[format]}`;
  const isTaken = feeds.some((one) => one.address === STAND_IN[format]);
  return isTaken ? ADDRESS[format] : STAND_IN[format];
}

function isInTheWay(feed: AdoptedFeed): boolean {
  const { address, format, channel } = feed;
  const isOwn = ALIASES.has(address) ? false : isOwnAddress(address);
  return isOwn && !(address === ADDRESS[format] && channel === null) && !isChannels(feed);
}

/** Whether it stands where the feed of its channel does, so that it goes on by itself. */
function isChannels({ address, format, channel }: AdoptedFeed): boolean {
  return channel !== null && address === `${channel}${ADDRESS[format]}`;
}
