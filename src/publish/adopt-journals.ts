import type { NamedChannel } from "../article/named-channel.ts";
import { movedBeside } from "../ledger/beside.ts";
import { UNKNOWN_DIGEST } from "../ledger/document-digest.ts";
import type { DocumentRecord, Ledger } from "../ledger/ledger.ts";
import type { ArticleRecord, Membership } from "../ledger/records/article-record.ts";
import { withUnknown } from "../ledger/sealed.ts";
import type { Journal } from "./journal.ts";

/** A journal of a publish that was interrupted, or that raced another. */
export interface OpenJournal {
  readonly journal: Journal;
  /** Whether its ledger is the one in the store, so that nothing but its deletions is open. */
  readonly isLedgerWritten: boolean;
}

/**
 * The ledger to bake with after publishes that were interrupted or raced. Readers may have seen their
 * articles, so their ids, addresses and dates count, those of the newer edition first; of the documents
 * that they touched nothing is known. An article of one whose address another has by now is left out.
 */
export function adoptJournals(ledger: Ledger, journals: readonly OpenJournal[]): Ledger {
  if (journals.length === 0) return ledger;
  const documents = new Map(ledger.documents);
  let adopted: Ledger = { ...ledger, documents };
  const touched = new Set<string>();
  for (const { journal, isLedgerWritten } of journals) {
    const unknown: DocumentRecord = { digest: UNKNOWN_DIGEST, edition: journal.edition };
    const { puts, deletes } = journal;
    for (const key of isLedgerWritten ? deletes : [...puts, ...deletes]) {
      documents.set(key, unknown);
      touched.add(key);
    }
    if (!isLedgerWritten) adopted = withSite(adopted, journal);
  }
  return { ...adopted, ...withUnknown(adopted, touched) };
}

function withSite(ledger: Ledger, journal: Journal): Ledger {
  const [newer, older] = journal.edition > ledger.edition ? [journal, ledger] : [ledger, journal];
  const { authority, windowSize, edition, sealed } = newer;
  const leadingSections = newer.leadingSections ?? older.leadingSections;
  const isOnePattern = ledger.edition === 0 || ledger.permalink === journal.permalink;
  const channels = withChannels(ledger.channels, journal.channels);
  return {
    authority,
    windowSize,
    // Addresses of two patterns: every article is given its address anew.
    permalink: isOnePattern ? journal.permalink : null,
    edition,
    channels,
    articles: withRecords([...ledger.articles], movedMemberships(journal, channels)),
    documents: ledger.documents,
    ...(leadingSections && { leadingSections }),
    ...(sealed && { sealed }),
  };
}

function nameOf({ kind, slug }: NamedChannel): string {
  return `${kind} ${slug}`;
}

/** The records of a journal, whose channels have the positions that `channels` gives them. */
function movedMemberships(journal: Journal, channels: readonly NamedChannel[]): readonly ArticleRecord[] {
  const positions = new Map(channels.map((channel, position) => [nameOf(channel), position]));
  const moved = journal.channels.map((channel) => positions.get(nameOf(channel)) ?? -1);
  if (moved.every((position, at) => position === at)) return journal.articles;
  const at = (position: number) => moved[position] ?? -1;
  return journal.articles.map((record) => {
    const { joined, implied } = record;
    return {
      ...record,
      ...(joined && {
        joined: joined.map(
          (one): Membership => (typeof one === "number" ? at(one) : [at(one[0]), one[1], one[2]]),
        ),
      }),
      ...(implied && { implied: implied.map(at) }),
    };
  });
}

function withChannels(known: readonly NamedChannel[], others: readonly NamedChannel[]): NamedChannel[] {
  const names = new Set(known.map(nameOf));
  return [...known, ...others.filter((channel) => !names.has(nameOf(channel)))];
}

/** Two publishes may have given one place to two articles: the one that comes later gets another. */
function withRecords(known: readonly ArticleRecord[], others: readonly ArticleRecord[]): ArticleRecord[] {
  const records = [...known];
  const moved = new Map<number, number | null>();
  // What stands beside an article is older, and so has its place already.
  const ordinalOf = (ordinal: number) => {
    const found = moved.get(ordinal);
    return found === undefined ? ordinal : found;
  };
  const places = new Map(known.map(({ id, ordinal }) => [id, ordinal]));
  const owners = new Map(known.flatMap((record) => pathsOf(record).map((path) => [path, record.id])));
  for (const journaled of others) {
    const ordinal = places.get(journaled.id) ?? records.length;
    const other = withBeside(journaled, ordinal, ordinalOf);
    const isFree = (path: string) => (owners.get(path) ?? other.id) === other.id;
    const before = records[ordinal];
    if (before === undefined && !pathsOf(other).every(isFree)) {
      moved.set(other.ordinal, null);
      continue;
    }
    const record = before ? newerOf(before, other, isFree) : { ...other, ordinal };
    for (const path of pathsOf(record)) owners.set(path, record.id);
    moved.set(other.ordinal, ordinal);
    records[ordinal] = record;
  }
  return records;
}

function withBeside(
  record: ArticleRecord,
  ordinal: number,
  ordinalOf: (ordinal: number) => number | null,
): ArticleRecord {
  const { beside } = record;
  if (beside === undefined) return record;
  return { ...record, beside: movedBeside(beside, record.ordinal, ordinal, ordinalOf) };
}

/** The newer of two memories of one article; the addresses of both go on leading to it. */
function newerOf(
  before: ArticleRecord,
  other: ArticleRecord,
  isFree: (path: string) => boolean,
): ArticleRecord {
  const newer = before.edition > other.edition || !isFree(other.address) ? before : other;
  const paths = [...before.earlier, ...other.earlier, before.address, other.address].filter(isFree);
  const earlier = [...new Set(paths)].filter((path) => path !== newer.address);
  return { ...newer, ordinal: before.ordinal, earlier };
}

function pathsOf({ address, earlier }: ArticleRecord): readonly string[] {
  return [address, ...earlier];
}
