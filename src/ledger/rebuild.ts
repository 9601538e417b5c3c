import type { NamedChannel } from "../article/named-channel.ts";
import type { EpochSeconds } from "../article/values.ts";
import { movedBeside } from "./beside.ts";
import type { DocumentRecord, Ledger, SealedChange } from "./ledger.ts";
import { EMPTY_LEDGER } from "./ledger.ts";
import type { Memory, SiteMemory } from "./memory.ts";
import type { ArticleRecord } from "./records/article-record.ts";
import { sealedChange } from "./sealed.ts";

/** A document of a store, with the memory that is kept beside it. */
export interface RememberedDocument {
  readonly key: string;
  readonly record: DocumentRecord;
  readonly memory: Memory | null;
}

/** What stands in a store from an instant on; null where nothing does. */
export interface RememberedState {
  readonly key: string;
  readonly at: EpochSeconds;
  readonly document: RememberedDocument | null;
}

/**
 * Puts a lost ledger together with what is sealed: the ledger as it is at each instant is rebuilt, and
 * the differences are what opens then.
 */
export function rebuildSealedLedger(
  documents: readonly RememberedDocument[],
  states: readonly RememberedState[],
): Ledger {
  const shown = new Map(documents.map((one) => [one.key, one]));
  const ledger = rebuildLedger([...shown.values()]);
  const instants = [...new Set(states.map(({ at }) => at))].sort((a, b) => a - b);
  const sealed: SealedChange[] = [];
  let before = ledger;
  for (const at of instants) {
    for (const { key, document } of states.filter((one) => one.at === at)) {
      if (document === null) shown.delete(key);
      else shown.set(key, document);
    }
    const next = { ...withKnown(rebuildLedger([...shown.values()]), before), edition: at };
    sealed.push(sealedChange(before, next, at));
    before = next;
  }
  return sealed.length === 0 ? ledger : { ...ledger, sealed };
}

/** A rebuilt ledger with the records of another one where they are equal: what did not change is the same object. */
function withKnown(ledger: Ledger, before: Ledger): Ledger {
  const articles = [...ledger.articles].map((record, ordinal) => {
    const known = before.articles.at(ordinal);
    return known && JSON.stringify(known) === JSON.stringify(record) ? known : record;
  });
  return { ...ledger, articles };
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
    else if (memory[0] === "site") site = siteOf(memory);
    else if (memory[0] === "channel") channels.push(channelOf(memory));
    else if (memory[0] === "earlier") earlier.set(memory[1], [...(earlier.get(memory[1]) ?? []), key]);
    else articles.push(recordOf(memory, key));
  }
  articles.sort((a, b) => a.ordinal - b.ordinal);
  const places = new Map(articles.map(({ ordinal }, place) => [ordinal, place]));
  const records = articles.map((record, ordinal) => ({
    ...record,
    earlier: earlier.get(record.ordinal) ?? [],
    ordinal,
    ...(record.beside && {
      beside: movedBeside(record.beside, record.ordinal, ordinal, (one) => places.get(one)),
    }),
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

function siteOf([, authority, windowSize, permalink, leadingSections]: Extract<
  Memory,
  readonly ["site", ...unknown[]]
>): SiteMemory {
  return { authority, windowSize, permalink, ...(leadingSections && { leadingSections }) };
}

function channelOf([, position, kind, name, slug, gap]: Extract<Memory, readonly ["channel", ...unknown[]]>) {
  return { position, channel: { kind, name, slug, ...(gap && { gap }) } };
}

function recordOf(
  memory: Extract<Memory, readonly ["article", ...unknown[]]>,
  address: string,
): ArticleRecord {
  const [
    ,
    ordinal,
    path,
    id,
    slug,
    first,
    published,
    updated,
    digest,
    edition,
    deleted,
    note,
    page,
    joined,
    beside,
  ] = memory;
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
    ...(beside && { beside }),
  };
}
