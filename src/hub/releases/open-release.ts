import { decodeMetadata } from "../../representation/decode-metadata.ts";
import { storedEdition } from "../../representation/edition-message.ts";
import type { EditionMessage } from "../../representation/hub-message.ts";
import { stateAt } from "../../representation/sealed-states.ts";
import { storageKeyOfPath } from "../../representation/storage-key.ts";
import type { DueRelease } from "./release-rows.ts";

/** A feed as a publish would post it. */
export interface OpenedRelease {
  readonly message: EditionMessage;
  readonly bytes: Uint8Array;
}

/** What a feed shows at a second since 1970, from what was sealed before; null where there is none. */
export async function openRelease(
  { topic, hub, signature }: DueRelease,
  documents: KVNamespace,
  nowSeconds: number,
): Promise<OpenedRelease | null> {
  const key = storageKeyOfPath(new URL(topic).pathname);
  if (key === null) return null;
  const { value, metadata: stored } = await documents.getWithMetadata(key, "arrayBuffer");
  const metadata = decodeMetadata(stored);
  const state = value && metadata && stateAt(new Uint8Array(value), metadata, nowSeconds);
  if (state?.metadata.kind !== "feed") return null;
  const { message, index, body, isGzip } = storedEdition(topic, state, { hub, signature });
  const whole = isGzip ? new Blob([body]).stream().pipeThrough(new DecompressionStream("gzip")) : body;
  const bytes = await new Blob([index, await new Response(whole).arrayBuffer()]).arrayBuffer();
  return { message, bytes: new Uint8Array(bytes) };
}
