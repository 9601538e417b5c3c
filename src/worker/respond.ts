import { cacheControl, DELIVERY } from "../representation/cache-policy.ts";
import type { ContentCoding } from "../representation/codings.ts";
import { storedBytes, storedRange } from "../representation/codings.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import { decodeMetadata } from "../representation/representation.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { NOT_FOUND_KEY } from "../representation/storage-key.ts";
import { chooseCoding } from "./content-coding.ts";
import { httpDate } from "./http-date.ts";
import { evaluatePreconditions } from "./preconditions.ts";

/** Codings by preference at equal weight. */
const CODINGS: readonly ContentCoding[] = ["br", "gzip", "identity"];

/** A key holds something that this worker cannot read: another contract, or not ours. */
class UnreadableRepresentationError extends Error {
  override readonly name = "UnreadableRepresentationError";
}

/** Answers GET and HEAD from what stands under a key; the baked page for 404 where nothing does. */
export async function answer(request: Request, key: StorageKey, documents: KVNamespace): Promise<Response> {
  const found = await read(documents, key);
  if (found) return respond(request, found.metadata, found.body);
  const page = await read(documents, NOT_FOUND_KEY);
  return page
    ? respond(request, page.metadata, page.body)
    : answerPlainly(404, "There is nothing at this address.");
}

interface StoredRepresentation {
  readonly metadata: RepresentationMetadata;
  readonly body: ReadableStream<Uint8Array>;
}

async function read(documents: KVNamespace, key: StorageKey): Promise<StoredRepresentation | null> {
  const { value, metadata: stored } = await documents.getWithMetadata(key, "stream");
  if (value === null) return null;
  const metadata = decodeMetadata(stored);
  if (metadata !== null) return { metadata, body: value };
  await value.cancel();
  throw new UnreadableRepresentationError(`what stands under ${key} is of another contract`);
}

async function respond(
  request: Request,
  metadata: RepresentationMetadata,
  body: ReadableStream<Uint8Array>,
): Promise<Response> {
  const fields = headerFields(metadata);
  // Preconditions count only where the answer would be 2xx (RFC 9110 §13.2.1).
  if (metadata.status === 200 && evaluatePreconditions(request.headers, metadata) === "not-modified") {
    await body.cancel();
    return new Response(null, { status: 304, headers: fields });
  }
  const coding = chooseCoding(clientAcceptEncoding(request), codingsOf(metadata));
  fields.set("Content-Type", metadata.type);
  if (coding !== "identity") fields.set("Content-Encoding", coding);
  const length = coding === "identity" ? metadata.sizeBytes : storedRange(metadata.stored, coding)?.length;
  if (length !== undefined) fields.set("Content-Length", String(length));
  if (request.method === "HEAD") {
    await body.cancel();
    return new Response(null, { status: metadata.status, headers: fields, encodeBody: "manual" });
  }
  const sent = await bodyIn(coding, metadata, body);
  return new Response(sent, { status: metadata.status, headers: fields, encodeBody: "manual" });
}

/** What the client accepts; Cloudflare rewrites the field itself. An empty string: it sent none. */
function clientAcceptEncoding(request: Request): string | null {
  const { clientAcceptEncoding } = (request.cf ?? {}) as { clientAcceptEncoding?: string };
  return clientAcceptEncoding ?? request.headers.get("Accept-Encoding");
}

function codingsOf({ stored }: RepresentationMetadata): ContentCoding[] {
  return CODINGS.filter((coding) => coding === "identity" || storedRange(stored, coding) !== null);
}

async function bodyIn(
  coding: ContentCoding,
  { stored, sizeBytes }: RepresentationMetadata,
  body: ReadableStream<Uint8Array>,
): Promise<ReadableStream<Uint8Array> | Uint8Array> {
  const asked = storedRange(stored, coding);
  const range = asked ?? storedRange(stored, "gzip");
  if (range === null) return body;
  const part = range.length === storedBytes(stored) ? body : await slice(body, range);
  if (asked) return part;
  const inflated = new Response(part).body?.pipeThrough(new DecompressionStream("gzip"));
  return inflated?.pipeThrough(new FixedLengthStream(sizeBytes)) ?? part;
}

async function slice(
  body: ReadableStream<Uint8Array>,
  { offset, length }: { readonly offset: number; readonly length: number },
): Promise<Uint8Array> {
  return new Uint8Array(await new Response(body).arrayBuffer(), offset, length);
}

/** The fields of a 200 that a 304 repeats (RFC 9110 §15.4.5), and those of its kind. */
function headerFields({ kind, tag, lastModified, pollSeconds, status }: RepresentationMetadata): Headers {
  const policy = DELIVERY[kind];
  const fields = new Headers({
    ...policy.fields,
    "Cache-Control": cacheControl(policy, pollSeconds),
    Date: now(),
  });
  if (status === 200) {
    fields.set("ETag", tag);
    fields.set("Last-Modified", httpDate(lastModified));
  }
  if (kind !== "media") fields.set("Vary", "Accept-Encoding");
  if (policy.crossOrigin) {
    fields.set("Access-Control-Allow-Origin", "*");
    fields.set("Access-Control-Expose-Headers", "ETag, IM, Link, Retry-After");
  }
  return fields;
}

/** One sentence as an answer of its own. */
export function answerPlainly(
  status: number,
  sentence: string,
  fields: Record<string, string> = {},
): Response {
  const headers = {
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": "no-store",
    "Content-Type": "text/plain; charset=utf-8",
    Date: now(),
    "X-Content-Type-Options": "nosniff",
    ...fields,
  };
  return new Response(`${sentence}\n`, { status, headers });
}

function now(): string {
  return new Date().toUTCString();
}
