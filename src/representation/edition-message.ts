import { storedRange } from "./codings.ts";
import type { EditionMessage, HubSignature } from "./hub-message.ts";
import type { Representation } from "./representation.ts";

/** A feed as its hub is given it: what is said first, its item index, and its body as it is stored. */
export interface StoredEdition {
  readonly message: EditionMessage;
  readonly index: Uint8Array;
  readonly body: Uint8Array;
  /** Whether the body still is in gzip. */
  readonly isGzip: boolean;
}

/** Makes of a feed's state what its own hub is given; `hub` is how feeds name it. */
export function storedEdition(
  topic: string,
  { metadata, value }: Representation,
  { hub, signature }: { readonly hub: string; readonly signature: HubSignature },
): StoredEdition {
  const { type, tag, lastModified, link, stored } = metadata;
  const part = (name: "gzip" | "identity" | "index") => {
    const range = storedRange(stored, name);
    return range && value.subarray(range.offset, range.offset + range.length);
  };
  const index = part("index") ?? new Uint8Array();
  const identity = part("identity");
  const message: EditionMessage = {
    do: "publish",
    topic,
    type,
    tag,
    edition: lastModified,
    link: link ?? `<${topic}>; rel="self", <${hub}>; rel="hub"`,
    signature,
    indexBytes: index.byteLength,
  };
  const gzip = part("gzip");
  return {
    message,
    index,
    body: identity ?? gzip ?? new Uint8Array(),
    isGzip: identity === null && gzip !== null,
  };
}
