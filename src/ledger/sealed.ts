import { digestOf } from "../article/digest.ts";
import type { EpochSeconds } from "../article/values.ts";
import { UNKNOWN_DIGEST } from "./document-digest.ts";
import type { DocumentRecord, Ledger, SealedChange, SealedDocument } from "./ledger.ts";
import type { ArticleRecord } from "./records/article-record.ts";
import { changedRecords, withRecords } from "./records/changed-records.ts";

/** A ledger as of an instant: as if each sealed change up to then had been published at its own. */
export function ledgerAsOf(ledger: Ledger, now: EpochSeconds): Ledger {
  const { sealed = [], ...rest } = ledger;
  const opened = sealed.filter(({ at }) => at <= now);
  if (opened.length === 0) return ledger;
  const changed = new Map<number, ArticleRecord>();
  const channels = [...ledger.channels];
  const documents = new Map(ledger.documents);
  let { edition } = ledger;
  for (const change of opened) {
    for (const record of change.articles) changed.set(record.ordinal, record);
    for (const channel of change.channels) channels.push(channel);
    for (const [key, record] of change.documents) {
      if (record === null) documents.delete(key);
      else documents.set(key, record);
    }
    edition = Math.max(edition, change.at);
  }
  const left = sealed.slice(opened.length);
  const articles = withRecords(ledger.articles, changed);
  return { ...rest, edition, articles, channels, documents, ...(left.length > 0 && { sealed: left }) };
}

/** What turns one ledger into the next, at the edition of that. */
export function sealedChange(before: Ledger, next: Ledger, named: EpochSeconds): SealedChange {
  const documents: SealedDocument[] = [];
  for (const [key, record] of next.documents) {
    if (record !== before.documents.get(key)) documents.push([key, record]);
  }
  for (const key of before.documents.keys()) if (!next.documents.has(key)) documents.push([key, null]);
  return {
    at: next.edition,
    named,
    articles: changedRecords(next.articles, before.articles),
    channels: next.channels.slice(before.channels.length),
    documents,
  };
}

/** The states that a document takes on later, in order. */
export type SealedStates = readonly { readonly at: EpochSeconds; readonly record: DocumentRecord | null }[];

/** The later states of each document that has some, by storage key. */
export function sealedStates({ sealed = [] }: Pick<Ledger, "sealed">): ReadonlyMap<string, SealedStates> {
  const states = new Map<string, { at: EpochSeconds; record: DocumentRecord | null }[]>();
  for (const { at, documents } of sealed) {
    for (const [key, record] of documents) {
      const known = states.get(key);
      if (known) known.push({ at, record });
      else states.set(key, [{ at, record }]);
    }
  }
  return states;
}

/** Digest of later states: equal where they open at the same instants and are the same. */
export function sealedDigest(states: SealedStates): string {
  return digestOf(JSON.stringify(states.map(({ at, record }) => [at, record?.digest ?? null]))).slice(0, 10);
}

/** Articles that have got their ids and addresses, and are not published yet. */
export function sealedArticles({ articles, sealed = [] }: Ledger): readonly ArticleRecord[] {
  const minted = new Map<number, ArticleRecord>();
  for (const change of sealed) {
    for (const record of change.articles) {
      if (record.ordinal >= articles.length && !minted.has(record.ordinal))
        minted.set(record.ordinal, record);
    }
  }
  return [...minted.values()];
}

/** What is sealed, where of the documents with these keys nobody knows whether it lies behind them. */
export function withUnknown({ sealed }: Ledger, keys: ReadonlySet<string>): Pick<Ledger, "sealed"> {
  if (sealed === undefined) return {};
  const forgotten = ([key, record]: SealedDocument): SealedDocument =>
    keys.has(key) && record !== null ? [key, { ...record, digest: UNKNOWN_DIGEST }] : [key, record];
  return { sealed: sealed.map((change) => ({ ...change, documents: change.documents.map(forgotten) })) };
}

/**
 * What a store holds of later states after a publish that left these keys as they were: of those what
 * `before` says, of all others what is wanted. Every article that is wanted keeps its place.
 */
export function sealedWithout(
  { sealed: wanted = [] }: Pick<Ledger, "sealed">,
  { sealed: before = [] }: Pick<Ledger, "sealed">,
  left: ReadonlySet<string>,
): Pick<Ledger, "sealed"> {
  const changes = new Map<EpochSeconds, SealedChange>();
  for (const change of wanted) {
    const documents = change.documents.filter(([key]) => !left.has(key));
    changes.set(change.at, { ...change, documents });
  }
  for (const change of before) {
    const still = change.documents.filter(([key]) => left.has(key));
    if (still.length === 0) continue;
    const known = changes.get(change.at) ?? { ...change, articles: [], channels: [], documents: [] };
    changes.set(change.at, { ...known, documents: [...known.documents, ...still] });
  }
  const sealed = [...changes.values()].sort((a, b) => a.at - b.at);
  return sealed.length === 0 ? {} : { sealed };
}
