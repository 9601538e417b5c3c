import { hash, randomBytes } from "node:crypto";
import { onTestFinished } from "vitest";
import type { BucketObject } from "../../src/store/bucket.ts";
import type { R2Limits } from "../../src/store/r2/r2-bucket.ts";
import { R2Bucket } from "../../src/store/r2/r2-bucket.ts";
import { R2StandIn } from "../stand-in/r2-stand-in.ts";
import { HASTY } from "./remote-namespace.ts";
import { startStandIn } from "./start-stand-in.ts";

export const MIB = 1024 * 1024;

/** Parts of a mebibyte, which a stand-in takes. */
export const PARTS: R2Limits = { mostAtOnce: MIB, leastPart: MIB };

/** An empty bucket, and what stands behind it. */
export async function setUpBucket(limits?: R2Limits) {
  const cloudflare = await startStandIn();
  const r2 = await R2StandIn.start(cloudflare);
  onTestFinished(() => r2.stop());
  r2.leastPartBytes = limits?.leastPart ?? r2.leastPartBytes;
  return { cloudflare, r2, bucket: new R2Bucket(r2.account, r2.bucket, HASTY, limits) };
}

/** A file of such bytes. */
export function objectOf(bytes: Uint8Array<ArrayBuffer>, key = "media/0123.mp3"): BucketObject {
  const sha256 = hash("sha256", bytes, "hex");
  return {
    key,
    type: "audio/mpeg",
    sizeBytes: bytes.byteLength,
    sha256,
    open: async () => new Blob([bytes]),
  };
}

/** Where each part has a mebibyte: two whole ones and one that is shorter. */
export const LARGE = objectOf(new Uint8Array(randomBytes(2.5 * MIB)));
export const SMALL = objectOf(new Uint8Array(randomBytes(100_000)));
