import { storedBytes } from "../representation/codings.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import { openSealedStates } from "../representation/sealed-states.ts";
import { streamedPart } from "./bodies.ts";
import type { StoredDocument } from "./stored-document.ts";
import { StoreFaultError } from "./stored-document.ts";

/**
 * A document as it is at an instant: before it is released it is not there at all, and a state whose
 * instant has passed stands in the place of the one before. Nothing tells of what is still sealed but
 * the end of its cache life. `nowSeconds` is seconds since 1970. Throws `StoreFaultError`.
 */
export async function visibleDocument(
  { metadata, body, made }: StoredDocument,
  nowSeconds: number,
): Promise<StoredDocument | null> {
  const { from = 0, sealed, ...present } = metadata;
  if (from > nowSeconds) {
    await body.cancel();
    return null;
  }
  if (sealed === undefined) return { metadata: present, body, made };
  if (sealed.at > nowSeconds) {
    return { metadata: { ...present, changesAt: sealed.at }, body: presentPart(body, present), made: {} };
  }
  const value = new Uint8Array(await new Response(body).arrayBuffer());
  const states = openSealedStates(value, metadata);
  if (states === null) throw new StoreFaultError("a value holds no table of its sealed states");
  const place = states.findLastIndex(({ at }) => at <= nowSeconds);
  const { metadata: shown = null, offset = 0 } = states[place] ?? {};
  if (shown === null) return null;
  const changesAt = states[place + 1]?.at;
  const part = value.subarray(offset, offset + storedBytes(shown.stored));
  return {
    metadata: { ...shown, ...(changesAt !== undefined && { changesAt }) },
    body: new Blob([part]).stream(),
    made: {},
  };
}

function presentPart(
  body: ReadableStream<Uint8Array>,
  { stored }: RepresentationMetadata,
): ReadableStream<Uint8Array> {
  return streamedPart(body, { offset: 0, length: storedBytes(stored) });
}
