import { gunzipSync } from "node:zlib";
import { decodeHead, decodeLedger } from "../../src/ledger/stored/decode-ledger.ts";
import type { ListedJournal } from "../../src/publish/listed-journals.ts";
import { publishName } from "../../src/publish/listed-journals.ts";
import type { Plan } from "../../src/publish/plan.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { journalKey } from "../../src/representation/storage-key.ts";

/** The keys of each stage, as they are written; the name of the publish is left out of its journal's. */
export function stagesOf({ stages }: Plan): string[] {
  return stages.map((stage) => stage.map(({ key }) => key.replace(/^journal\/.*/, "journal")).join(" "));
}

/** Where the plan's own journal lies. */
export function journalIn({ stages }: Plan): StorageKey | undefined {
  return stages[0]?.[0]?.key;
}

/** A journal in a listing, named after its edition and a word. */
export function listed(edition: number, word = "a", fields: Partial<ListedJournal> = {}): ListedJournal {
  const publish = publishName(edition, word.padEnd(22, "-"));
  return { key: journalKey(publish), publish, edition, hasStopped: false, deletes: false, ...fields };
}

/** The journal that is written first. */
export function writtenJournal({ stages }: Plan) {
  const [entry] = stages[0] ?? [];
  return JSON.parse(gunzipSync(entry?.value ?? new Uint8Array()).toString());
}

/** The documents that the planned ledger remembers, with their digests. */
export function rememberedBy({ ledger }: Plan): Record<string, string> {
  const [head] = ledger.at(-1) ?? [];
  const decoded = decodeHead(head?.value ?? new Uint8Array());
  const { documents } = decodeLedger({ ...decoded, shards: [] }, []).ledger;
  return Object.fromEntries([...documents].map(([key, { digest }]) => [key, digest]));
}
