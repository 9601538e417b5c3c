import type { ContentCoding, StoredRange } from "../representation/codings.ts";
import { storedBytes, storedRange } from "../representation/codings.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import type { StoredDocument } from "./stored-document.ts";
import { StoreFaultError } from "./stored-document.ts";

/** What an answer can be made of. */
export type ServedBody = ReadableStream<Uint8Array> | Uint8Array;

/**
 * The whole body in a coding. What is stored in that one alone goes on as KV sends it: each pipe costs
 * half an answer. Of several parts the value is read to the end of the one that is sent, and no further.
 * Throws `StoreFaultError` where it ends before.
 */
export async function codedBody(document: StoredDocument, coding: ContentCoding): Promise<ServedBody> {
  const { metadata, body, open, hasMore } = document;
  if (open) return open();
  const { stored } = metadata;
  const part = storedRange(stored, coding);
  if ((part?.length ?? 0) === storedBytes(stored) && !hasMore) return body;
  const { offset = 0, length = 0 } = part ?? storedRange(stored, "gzip") ?? {};
  return codedPart(await leadingBytes(body, offset + length), metadata, coding);
}

/** The body out of a whole value: stored bytes as they are, or gzip inflated for who accepts no coding. */
export function codedPart(
  value: Uint8Array,
  { stored, sizeBytes }: RepresentationMetadata,
  coding: ContentCoding,
): ServedBody {
  const asked = storedRange(stored, coding);
  if (asked) return partOf(value, asked);
  const gzip = storedRange(stored, "gzip");
  if (gzip === null) return new Uint8Array();
  return exactly(recoded(new Blob([partOf(value, gzip)]), new DecompressionStream("gzip")), sizeBytes);
}

/** The first bytes of a value, read at once into the memory that they need; what follows is not read. */
export async function leadingBytes(body: ReadableStream<Uint8Array>, length: number): Promise<Uint8Array> {
  const reader = body.getReader({ mode: "byob" });
  const { value } = await reader.readAtLeast(length, new Uint8Array(length));
  if (value?.byteLength !== length) throw new StoreFaultError(`a value has less than ${length} bytes`);
  await reader.cancel();
  return value;
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
