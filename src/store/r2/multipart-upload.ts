import { createHash, hash } from "node:crypto";
import type { BucketObject, UploadProgress } from "../bucket.ts";
import { inFlight } from "../in-flight.ts";
import { StoreError } from "../store.ts";
import type { S3Client } from "./s3-client.ts";
import { S3Error, textOf } from "./s3-client.ts";

/** R2's least but for the last one is 5 MiB, and all have one length; a file has at most 10,000. */
export const LEAST_PART_BYTES = 16 * 1024 * 1024;
const MOST_PARTS = 10_000;

/** Parts that are sent at a time. */
const PARTS_IN_FLIGHT = 4;

/** A part of a file, by its length alone: so the next run cuts it the same. */
export interface Part {
  /** From 1. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** Cuts a file of that length into parts. */
export function partsOf(sizeBytes: number, leastBytes = LEAST_PART_BYTES): readonly Part[] {
  const mebibyte = 1024 * 1024;
  const needed = Math.ceil(sizeBytes / MOST_PARTS / mebibyte) * mebibyte;
  const length = Math.max(leastBytes, needed);
  return Array.from({ length: Math.ceil(sizeBytes / length) }, (_, at) => ({
    number: at + 1,
    start: at * length,
    end: Math.min(sizeBytes, (at + 1) * length),
  }));
}

/**
 * Sends a file in parts (CreateMultipartUpload, UploadPart, CompleteMultipartUpload). An upload that was
 * interrupted is found and gone on with: parts that are there with the right hash are not sent again.
 */
export async function uploadInParts(
  object: BucketObject,
  client: S3Client,
  progress: UploadProgress,
  leastBytes = LEAST_PART_BYTES,
): Promise<void> {
  const { key, sizeBytes, open } = object;
  const parts = partsOf(sizeBytes, leastBytes);
  const uploadId = (await findUpload(key, client)) ?? (await beginUpload(object, client));
  const there = await listParts(key, uploadId, client);
  const file = await open();
  const digests = new Map<number, string>();
  let done = 0;
  await inFlight(parts, PARTS_IN_FLIGHT, async ({ number, start, end }) => {
    const body = new Uint8Array(await file.slice(start, end).arrayBuffer());
    const digest = hash("md5", body, "hex");
    if (there.get(number) !== digest) {
      const search = { partNumber: String(number), uploadId };
      const { fields } = await client.ask({ method: "PUT", key, search, body });
      if (tagOf(fields.get("ETag")) !== digest) throw otherBytes(key);
    }
    digests.set(number, digest);
    done += end - start;
    progress(done);
  });
  const listed = parts.map(
    ({ number }) => `<Part><PartNumber>${number}</PartNumber><ETag>"${digests.get(number)}"</ETag></Part>`,
  );
  const body = Buffer.from(`<CompleteMultipartUpload>${listed.join("")}</CompleteMultipartUpload>`);
  const { text } = await client.ask({
    method: "POST",
    key,
    search: { uploadId },
    body: new Uint8Array(body),
  });
  // An error may come with status 200, after the answer has begun.
  if (text.includes("<Error>"))
    throw new StoreError(`R2 could not put ${key} together; run the command again`);
  const tag = tagOf(textOf(text, "ETag"));
  if (tag !== tagOfParts(parts.map((part) => digests.get(part.number) ?? ""))) throw otherBytes(key);
}

/** What S3 makes the tag of a file in parts from: the MD5 of the MD5s of its parts. */
export function tagOfParts(digests: readonly string[]): string {
  const whole = createHash("md5");
  for (const digest of digests) whole.update(Buffer.from(digest, "hex"));
  return `${whole.digest("hex")}-${digests.length}`;
}

/** An entity tag without its quotes. */
export function tagOf(field: string | null): string {
  return (field ?? "").replace(/^W\/|"/g, "");
}

/** R2 has other bytes than were sent. */
export function otherBytes(key: string): StoreError {
  return new StoreError(`R2 has other bytes of ${key} than were sent; run the command again`);
}

async function beginUpload({ key, type }: BucketObject, client: S3Client): Promise<string> {
  const { text } = await client.ask({ method: "POST", key, search: { uploads: "" }, type });
  const uploadId = textOf(text, "UploadId");
  if (uploadId === null) throw new StoreError("R2's answer is not what the S3 API sends");
  return uploadId;
}

/** The newest upload of that file that is not finished; null where there is none. */
async function findUpload(key: string, client: S3Client): Promise<string | null> {
  const { text } = await client.ask({ method: "GET", key: "", search: { uploads: "", prefix: key } });
  const uploads = text.match(/<Upload>.*?<\/Upload>/gs) ?? [];
  return uploads.map((one) => textOf(one, "UploadId")).at(-1) ?? null;
}

/** MD5 of each part that is there, by number. */
async function listParts(
  key: string,
  uploadId: string,
  client: S3Client,
): Promise<ReadonlyMap<number, string>> {
  const found = new Map<number, string>();
  let marker: string | null = "0";
  while (marker !== null) {
    try {
      const search: Record<string, string> = { uploadId, "part-number-marker": marker };
      const { text }: { readonly text: string } = await client.ask({ method: "GET", key, search });
      for (const part of text.match(/<Part>.*?<\/Part>/gs) ?? []) {
        found.set(Number(textOf(part, "PartNumber")), tagOf(textOf(part, "ETag")));
      }
      marker = textOf(text, "IsTruncated") === "true" ? textOf(text, "NextPartNumberMarker") : null;
    } catch (fault) {
      if (fault instanceof S3Error && fault.code === "NoSuchUpload") return found;
      throw fault;
    }
  }
  return found;
}
