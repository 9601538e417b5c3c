import * as v from "valibot";
import type { AdoptedFormat } from "../../article/adopted.ts";
import type { ChannelKind } from "../../article/named-channel.ts";
import type { OldFeedSetting, OldFeedSettings } from "../../article/old-addresses.ts";
import { text } from "../values/text-setting.ts";
import { feedAddress } from "./adopted-entries.ts";

/** A feed of the site, or that of each channel of a kind. */
const FEED = /^(?:(tag|section|author|language)\.)?(rss|atom|json)$/;

const FEED_FIX =
  'write "rss", "atom" or "json", or the feed of each channel: "tag.rss", "section.atom", "author.json"';

const slugs = v.pipe(
  v.record(v.string(), text, 'write a table such as { "harbour-news" = "harbour" }'),
  v.transform((table) => new Map(Object.entries(table))),
);

/** The table `[feeds]`: old addresses of feeds, and `slugs` for channels whose names were others. */
export const OLD_FEEDS = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset, addIssue, NEVER }): OldFeedSettings => {
    const table = dataset.value;
    if (typeof table !== "object" || table === null || Array.isArray(table)) {
      addIssue({ message: 'write a table such as "/index.xml" = "rss"' });
      return NEVER;
    }
    const { slugs: named = {}, ...feeds } = table as Record<string, unknown>;
    const known = v.safeParse(slugs, named);
    const tell = (key: string, message: string, origin: "key" | "value" = "value") =>
      addIssue({
        message,
        path: [
          {
            type: "object",
            origin,
            input: table as Record<string, unknown>,
            key,
            value: (table as Record<string, unknown>)[key],
          },
        ],
      });
    if (!known.success) tell("slugs", 'write a table such as { "harbour-news" = "harbour" }');
    const addresses = Object.entries(feeds).flatMap(([address, value]): OldFeedSetting[] => {
      const [, kind = null, format] = FEED.exec(typeof value === "string" ? value : "") ?? [];
      const fault = addressFault(address, kind);
      if (format === undefined) tell(address, FEED_FIX);
      else if (fault !== null) tell(address, fault, "key");
      else return [{ address, format: format as AdoptedFormat, kind: kind as ChannelKind | null }];
      return [];
    });
    return { addresses, slugs: known.success ? known.output : new Map() };
  }),
);

/** What is wrong with an old address; null where nothing is. */
function addressFault(address: string, kind: string | null): string | null {
  const holes = address.match(/\{[^{}]*\}/g) ?? [];
  const filled = address.replace(/\{[^{}]*\}/g, "x");
  if (feedAddress(filled) !== filled) return 'write a path, such as "/feed/" or "/?feed=rss2"';
  if (kind === null)
    return holes.length === 0 ? null : `write the feed of each channel for it, such as "tag.rss"`;
  return holes.length === 1 && holes[0] === `{${kind}}` ? null : `write {${kind}} once, where its name stood`;
}
