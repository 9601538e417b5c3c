import type { ContentCoding, StoredRange } from "../representation/codings.ts";
import { storedBytes, storedRange } from "../representation/codings.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import type { StoredDocument } from "./stored-document.ts";
import { StoreFaultError } from "./stored-document.ts";

/** What an answer can be made of. */
export type Body = ReadableStream<Uint8Array> | Uint8Array;

/**
 * The whole body in a coding. What is stored in that one alone goes on as KV sends it: each pipe costs
 * half an answer. Of several parts one is cut out of the value: throws `StoreFaultError` where that is
 * not as long as its metadata says.
 */
export async function codedBody(document: StoredDocument, coding: ContentCoding): Promise<Body> {
  if (document.open) return document.open();
  const { stored } = document.metadata;
  const only = storedRange(stored, coding)?.length === storedBytes(stored);
  if (only) return document.body;
  return codedPart(await wholeValue(document), document.metadata, coding);
}

/** The body out of a whole value: stored bytes as they are, or gzip inflated for who accepts no coding. */
export function codedPart(
  value: Uint8Array,
  { stored, sizeBytes }: RepresentationMetadata,
  coding: ContentCoding,
): Body {
  const asked = storedRange(stored, coding);
  const gzip = storedRange(stored, "gzip");
  if (asked || gzip === null) return partOf(value, asked ?? { offset: 0, length: 0 });
  return exactly(recoded(new Blob([partOf(value, gzip)]), new DecompressionStream("gzip")), sizeBytes);
}

/** Every byte that is stored under the key. */
export async function wholeValue({ metadata, body }: StoredDocument): Promise<Uint8Array> {
  const value = new Uint8Array(await new Response(body).arrayBuffer());
  if (value.byteLength === storedBytes(metadata.stored)) return value;
  throw new StoreFaultError(`a value has ${value.byteLength} of ${storedBytes(metadata.stored)} bytes`);
}

/** A part of a value. */
export function partOf(value: Uint8Array, { offset, length }: StoredRange): Uint8Array {
  return value.subarray(offset, offset + length);
}

/** Bytes through a stream that codes or decodes them. */
export function recoded(
  bytes: Blob,
  coder: CompressionStream | DecompressionStream,
): ReadableStream<Uint8Array> {
  return bytes.stream().pipeThrough(coder);
}

/** A part of a stream, which may be far larger than this worker's memory. */
export function streamedPart(
  body: ReadableStream<Uint8Array>,
  { offset, length }: StoredRange,
): ReadableStream<Uint8Array> {
  let at = 0;
  const cut = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      const part = chunk.subarray(Math.max(0, offset - at), Math.max(0, offset + length - at));
      at += chunk.byteLength;
      if (part.byteLength > 0) controller.enqueue(part);
      if (at >= offset + length) controller.terminate();
    },
  });
  return exactly(body.pipeThrough(cut), length);
}

/** Breaks the connection rather than send another number of bytes than was announced. */
function exactly(body: ReadableStream<Uint8Array>, length: number): ReadableStream<Uint8Array> {
  return body.pipeThrough(new FixedLengthStream(length));
}
