import type { NamedChannel } from "../article/named-channel.ts";
import type { ArticleRecord } from "../ledger/ledger.ts";
import type { Memory, SiteMemory } from "../ledger/memory.ts";
import { articleMemory, channelMemory, earlierMemory, siteMemory } from "../ledger/memory.ts";
import { CHANNEL_FOLDER } from "../representation/addresses.ts";
import { NOT_FOUND_KEY } from "../representation/storage-key.ts";

/** Finds the memory that belongs beside a document; null for most. The site's own stands beside the 404 page. */
export function memoriesOf(
  records: readonly ArticleRecord[],
  channels: readonly NamedChannel[],
  site: SiteMemory,
): (key: string) => Memory | null {
  const memories = new Map<string, Memory>([[NOT_FOUND_KEY, siteMemory(site)]]);
  for (const [position, channel] of channels.entries()) {
    memories.set(`${CHANNEL_FOLDER[channel.kind]}${channel.slug}`, channelMemory(channel, position));
  }
  const byAddress = new Map<string, ArticleRecord>();
  for (const record of records) {
    byAddress.set(record.address, record);
    for (const address of record.earlier) byAddress.set(address, record);
  }
  return (key) => {
    const record = byAddress.get(key);
    if (record === undefined) return memories.get(key) ?? null;
    return record.address === key ? articleMemory(record) : earlierMemory(record);
  };
}
