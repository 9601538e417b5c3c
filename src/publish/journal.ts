import { gunzipSync, gzipSync } from "node:zlib";
import * as v from "valibot";
import { digestOf } from "../article/digest.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { ARTICLE_RECORD, SITE_ENTRIES } from "../ledger/ledger-schema.ts";
import type { ArticleRecord } from "../ledger/records/article-record.ts";
import { changedRecords } from "../ledger/records/changed-records.ts";
import { LedgerFormatError, REBUILD_HINT, refuseOtherVersions } from "../ledger/stored/format-error.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { journalKey } from "../representation/storage-key.ts";
import type { Store, StoreEntry } from "../store/store.ts";
import type { WantedDocument } from "./document-stages.ts";
import { publishName } from "./listed-journals.ts";

/** Version of the stored form. */
const JOURNAL_VERSION = 1;

/** Records that are packed together. */
const RECORDS_A_PIECE = 1000;

/** It lies there for the time of a publish, and is hardly ever read. */
const QUICKLY = { level: 1 } as const;

/** What a publish is about to do, written before it does anything, taken away when all is done. */
export interface Journal extends Omit<Ledger, "articles" | "documents"> {
  /** Records that differ from the ledger in the store. */
  readonly articles: readonly ArticleRecord[];
  /** Digests of the ledger's shards once they are written. */
  readonly shards: readonly string[];
  /** Keys that are written. */
  readonly puts: readonly string[];
  /** Keys that are deleted after the ledger is written. */
  readonly deletes: readonly string[];
}

const STORED = v.object({
  version: v.literal(JOURNAL_VERSION),
  ...SITE_ENTRIES,
  articles: v.array(ARTICLE_RECORD),
  shards: v.array(v.string()),
  puts: v.array(v.string()),
  deletes: v.array(v.string()),
});

/** The journal of a publish that turns `before` into `next`. */
export function journalOf(
  next: Ledger,
  before: Ledger,
  rest: Pick<Journal, "shards" | "puts" | "deletes">,
): Journal {
  const { articles: _, documents: __, ...site } = next;
  return { ...site, articles: changedRecords(next.articles, before.articles), ...rest };
}

/** What a publish that turns `before` into `next` is called: no other has the name but one that writes the very same. */
export function nameOfPublish(
  writing: readonly WantedDocument[],
  deleting: readonly StorageKey[],
  next: Ledger,
  before: Ledger,
): string {
  const what = [
    before.edition,
    writing.map(({ key, record }) => [key, record.digest]),
    deleting,
    changedRecords(next.articles, before.articles),
  ];
  return publishName(next.edition, digestOf(JSON.stringify(what)));
}

/** A journal whose deletions are done, and touched their keys all the same. */
export function afterDeletions(journal: Journal): Journal {
  return { ...journal, puts: [...journal.puts, ...journal.deletes], deletes: [] };
}

/** The journal as it is stored under the name of its publish. */
export function journalEntry(journal: Journal, publish: string): StoreEntry {
  // Members of gzip may follow each other (RFC 1952 §2.2): the whole text need not be in memory at once.
  const value = Buffer.concat(Array.from(journalText(journal), (piece) => gzipSync(piece, QUICKLY)));
  const { edition, deletes } = journal;
  return {
    key: journalKey(publish),
    value,
    metadata: { edition, ...(deletes.length > 0 && { deletes: true }) },
  };
}

function* journalText({ articles, ...site }: Journal): Generator<string> {
  const text = JSON.stringify({ version: JOURNAL_VERSION, ...site, articles: [] });
  yield text.slice(0, -"]}".length);
  for (let start = 0; start < articles.length; start += RECORDS_A_PIECE) {
    const piece = articles.slice(start, start + RECORDS_A_PIECE).map((record) => JSON.stringify(record));
    yield `${start === 0 ? "" : ","}${piece.join()}`;
  }
  yield "]}";
}

/** Reads the journal that a publish left; null where there is none any more. Throws `LedgerFormatError`. */
export async function readJournal(store: Store, key: StorageKey): Promise<Journal | null> {
  const stored = await store.get(key);
  if (stored === null) return null;
  const json = parsed(stored.value);
  refuseOtherVersions("the journal", json, [JOURNAL_VERSION]);
  const { success, output } = v.safeParse(STORED, json);
  if (success) return output;
  throw damaged();
}

function parsed(value: Uint8Array): unknown {
  try {
    return JSON.parse(gunzipSync(value).toString("utf8"));
  } catch (cause) {
    throw damaged(cause);
  }
}

function damaged(cause?: unknown): LedgerFormatError {
  return new LedgerFormatError(
    `the journal in the store is damaged, and the ledger may be; ${REBUILD_HINT}`,
    { cause },
  );
}
