import { gunzipSync } from "node:zlib";
import { decodeHead, decodeLedger } from "../../src/ledger/codec.ts";
import type { Plan } from "../../src/publish/plan.ts";

/** The keys of each stage, as they are written. */
export function stagesOf({ stages }: Plan): string[] {
  return stages.map((stage) => stage.map(({ key }) => key).join(" "));
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
