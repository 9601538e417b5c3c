import type { Article } from "../article/article.ts";
import type { NamedChannel } from "../article/named-channel.ts";
import type { Memory, SiteMemory } from "../ledger/memory.ts";
import { articleMemory, channelMemory, earlierMemory, siteMemory } from "../ledger/memory.ts";
import type { ArticleRecord } from "../ledger/records/article-record.ts";
import type { ArticleRecords } from "../ledger/records/article-records.ts";
import { markedIn } from "../ledger/records/told-records.ts";
import { CHANNEL_FOLDER } from "../representation/addresses.ts";
import { NOT_FOUND_KEY } from "../representation/storage-key.ts";

/** Finds the memory that belongs beside a document, by its key and the article whose page it is; null for most. */
export type Memories = (key: string, article?: Pick<Article, "ordinal">) => Memory | null;

/** Addresses that articles have left, or that are left of them, with their records. */
export type PastAddresses = ReadonlyMap<string, ArticleRecord>;

/** Finds the addresses of articles where no page of theirs is. */
export function pastAddresses(records: ArticleRecords): PastAddresses {
  const past = new Map<string, ArticleRecord>();
  for (const record of markedIn(records)) {
    if (record.deleted !== null) past.set(record.address, record);
    for (const address of record.earlier) past.set(address, record);
  }
  return past;
}

/** Finds the memories of a site, its own beside the 404 page. */
export function memoriesOf(
  records: ArticleRecords,
  past: PastAddresses,
  channels: readonly NamedChannel[],
  site: SiteMemory,
): Memories {
  const memories = new Map<string, Memory>([[NOT_FOUND_KEY, siteMemory(site)]]);
  for (const [position, channel] of channels.entries()) {
    memories.set(`${CHANNEL_FOLDER[channel.kind]}${channel.slug}`, channelMemory(channel, position));
  }
  return (key, article) => {
    const own = article && records.at(article.ordinal);
    const former = past.get(key);
    const record = own && (former === undefined || former.ordinal < own.ordinal) ? own : former;
    if (record === undefined) return memories.get(key) ?? null;
    return record.address === key ? articleMemory(record) : earlierMemory(record);
  };
}
