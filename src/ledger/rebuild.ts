import type { NamedChannel } from "../article/named-channel.ts";
import type { ArticleRecord, DocumentRecord, Ledger } from "./ledger.ts";
import { EMPTY_LEDGER } from "./ledger.ts";
import type { Memory, SiteMemory } from "./memory.ts";

/** A document of a store, with the memory that is kept beside it. */
export interface RememberedDocument {
  readonly key: string;
  readonly record: DocumentRecord;
  readonly memory: Memory | null;
}

/**
 * Puts a lost ledger together from what is kept beside the documents. Ordinals that no document tells
 * of are closed up, in their order. Earlier addresses follow by the edition that made them.
 */
export function rebuildLedger(documents: readonly RememberedDocument[]): Ledger {
  let site: SiteMemory = EMPTY_LEDGER;
  const channels: { readonly position: number; readonly channel: NamedChannel }[] = [];
  const articles: ArticleRecord[] = [];
  const earlier = new Map<number, string[]>();
  const byEdition = [...documents].sort(
    (a, b) => a.record.edition - b.record.edition || (a.key < b.key ? -1 : 1),
  );
  for (const { key, memory } of byEdition) {
    if (memory === null) continue;
    else if (memory[0] === "site")
      site = { authority: memory[1], windowSize: memory[2], permalink: memory[3] };
    else if (memory[0] === "channel") channels.push(channelOf(memory));
    else if (memory[0] === "earlier") earlier.set(memory[1], [...(earlier.get(memory[1]) ?? []), key]);
    else articles.push(recordOf(memory, key));
  }
  articles.sort((a, b) => a.ordinal - b.ordinal);
  const records = articles.map((record, ordinal) => ({
    ...record,
    earlier: earlier.get(record.ordinal) ?? [],
    ordinal,
  }));
  const editions = documents.map(({ record }) => record.edition);
  return {
    ...site,
    edition: editions.reduce((newest, edition) => Math.max(newest, edition), 0),
    channels: channels.sort((a, b) => a.position - b.position).map(({ channel }) => channel),
    articles: records,
    documents: new Map(documents.map(({ key, record }) => [key, record])),
  };
}

function channelOf([, position, kind, name, slug, gap]: Extract<Memory, readonly ["channel", ...unknown[]]>) {
  return { position, channel: { kind, name, slug, ...(gap && { gap }) } };
}

function recordOf(
  memory: Extract<Memory, readonly ["article", ...unknown[]]>,
  address: string,
): ArticleRecord {
  const [, ordinal, path, id, slug, first, published, updated, digest, edition, deleted, note, page, joined] =
    memory;
  const correction = note && { note: note[0], before: note[1] };
  return {
    ordinal,
    path,
    id,
    slug,
    address,
    earlier: [],
    first,
    published,
    updated,
    digest,
    edition,
    correction,
    deleted,
    ...(page && { page: true }),
    ...(joined && { joined }),
  };
}
