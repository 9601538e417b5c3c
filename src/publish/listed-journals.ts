import type { StorageKey } from "../representation/storage-key.ts";
import { JOURNAL_KEY, journalKey } from "../representation/storage-key.ts";
import type { Store } from "../store/store.ts";

/** A journal as a listing shows it. */
export interface ListedJournal {
  readonly key: StorageKey;
  /** Name of its publish; null for the one journal that older versions kept. */
  readonly publish: string | null;
  readonly edition: number;
  /** Whether its publisher saw another, and wrote nothing after this. */
  readonly hasStopped: boolean;
  /** Whether documents are deleted after its ledger is written, as far as it knows. */
  readonly deletes: boolean;
}

/** Edition and digest of a publish, and what one that stopped has behind them. */
const NAME = /^(?<edition>\d{1,10})-[\w-]{22}(?<stopped>\.stopped)?$/;

/** What a publish is called: its edition, and a digest of what it does. */
export function publishName(edition: number, digest: string): string {
  return `${edition}-${digest}`;
}

/** What a publish is called once it has stopped for another, which may have settled its first journal. */
export function stoppedName(publish: string): string {
  return `${publish}.stopped`;
}

/** The edition in the name of a publish. */
export function editionNamed(publish: string): number {
  return Number(NAME.exec(publish)?.groups?.edition ?? 0);
}

/** Whether a key is a journal's. */
export function isJournalKey(key: string): boolean {
  return key === JOURNAL_KEY || NAME.test(publishOf(key));
}

/** Every journal that a store shows, oldest first. */
export async function listJournals(store: Store): Promise<readonly ListedJournal[]> {
  const listed: ListedJournal[] = [];
  for await (const { key, metadata } of store.list(JOURNAL_KEY)) {
    if (!isJournalKey(key)) continue;
    const { edition, deletes }: Record<string, unknown> = Object(metadata);
    const publish = key === JOURNAL_KEY ? null : publishOf(key);
    listed.push({
      key: key as StorageKey,
      publish,
      edition: publish === null ? Number(edition) || 0 : editionNamed(publish),
      hasStopped: NAME.exec(publish ?? "")?.groups?.stopped !== undefined,
      deletes: deletes === true,
    });
  }
  return listed.sort((a, b) => a.edition - b.edition);
}

/** The publish whose journal lies under a key; empty for other keys. */
export function publishOf(key: string): string {
  return key.startsWith(journalKey("")) ? key.slice(journalKey("").length) : "";
}
