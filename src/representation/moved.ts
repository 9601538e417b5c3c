import type { EntityTag } from "./entity-tag.ts";
import { isLocation } from "./location.ts";
import type { Representation, RepresentationMetadata } from "./representation.ts";

/** A longer target goes into the body, so that metadata stays within KV's limit. */
const LONGEST_IN_METADATA = 512;

/** What both kinds of lost documents have alike. No one asks them for their validators. */
function withoutBody(edition: number): Omit<RepresentationMetadata, "status" | "kind"> {
  return {
    type: "text/plain; charset=utf-8",
    tag: `W/"${edition}"` as EntityTag,
    lastModified: edition,
    pollSeconds: 0,
    sizeBytes: 0,
    stored: { gzip: 0, brotli: 0, identity: 0, index: 0 },
  };
}

/**
 * What stands under the old address of a document (RFC 9110 §15.4.2, §15.4.9). The target is an
 * absolute path or an http(s) URL, percent-encoded; anything else throws a RangeError.
 */
export function movedRepresentation(
  target: string,
  edition: number,
  status: 301 | 308 = 301,
): Representation {
  if (!isLocation(target)) throw new RangeError(`${JSON.stringify(target)} is not a valid redirect target`);
  const metadata = { ...withoutBody(edition), status, kind: "moved" } as const;
  if (target.length <= LONGEST_IN_METADATA) {
    return { metadata: { ...metadata, location: target }, value: new Uint8Array() };
  }
  return withText(metadata, target);
}

/** What the edge looks up redirects in: text of `packRedirects`, never sent. */
export function packedRepresentation(text: string, edition: number): Representation {
  return withText({ ...withoutBody(edition), status: 301, kind: "moved" }, text);
}

/** ASCII alone. */
function withText(metadata: RepresentationMetadata, text: string): Representation {
  const value = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const stored = { ...metadata.stored, identity: value.byteLength };
  return { metadata: { ...metadata, sizeBytes: value.byteLength, stored }, value };
}

/**
 * What stands under the address of a deleted document (RFC 9110 §15.5.11). It has no body: the edge
 * sends the site's page for 410, so that a new look of the site rewrites one key and not thousands.
 */
export function goneRepresentation(edition: number): Representation {
  return { metadata: { ...withoutBody(edition), status: 410, kind: "error" }, value: new Uint8Array() };
}
