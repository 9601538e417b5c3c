import { storedBytes } from "../representation/codings.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import { stateAt } from "../representation/sealed-states.ts";
import { streamedPart } from "./bodies.ts";
import type { StoredDocument } from "./stored-document.ts";
import { StoreFaultError } from "./stored-document.ts";

/**
 * A document as it is at an instant: before it is released it is not there at all, and a state whose
 * instant has passed stands in the place of the one before. Nothing tells of what is still sealed but
 * the end of its cache life. `nowSeconds` is seconds since 1970. Throws `StoreFaultError`.
 */
export async function visibleDocument(
  { metadata, body, made, open }: StoredDocument,
  nowSeconds: number,
): Promise<StoredDocument | null> {
  const { from = 0, sealed, ...present } = metadata;
  if (from > nowSeconds) {
    await body.cancel();
    return null;
  }
  const bucket = open && { open };
  if (sealed === undefined) return { metadata: present, body, made, ...bucket };
  if (sealed.at > nowSeconds) {
    const shown = { ...present, changesAt: sealed.at };
    return { metadata: shown, body: presentPart(body, present), made: {}, ...bucket };
  }
  const shown = openedState(new Uint8Array(await new Response(body).arrayBuffer()), metadata, nowSeconds);
  if (shown === null) return null;
  const { changesAt } = shown;
  return {
    metadata: { ...shown.metadata, ...(changesAt !== null && { changesAt }) },
    body: new Blob([shown.value]).stream(),
    made: {},
  };
}

function openedState(...asked: Parameters<typeof stateAt>) {
  try {
    return stateAt(...asked);
  } catch (cause) {
    throw new StoreFaultError("a value cannot be read", { cause });
  }
}

function presentPart(
  body: ReadableStream<Uint8Array>,
  { stored }: RepresentationMetadata,
): ReadableStream<Uint8Array> {
  return streamedPart(body, { offset: 0, length: storedBytes(stored) });
}
