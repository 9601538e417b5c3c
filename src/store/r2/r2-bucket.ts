import { createHash, hash } from "node:crypto";
import * as v from "valibot";
import type { Bucket, BucketObject, UploadProgress } from "../bucket.ts";
import type { CloudflareAccount } from "../cloudflare-account.ts";
import { CloudflareApi } from "../cloudflare-api.ts";
import { CloudflareError } from "../cloudflare-error.ts";
import { inFlight } from "../in-flight.ts";
import { chunksOf } from "../loader-bucket.ts";
import type { RetryPolicy } from "../retry-policy.ts";
import { RETRY_POLICY } from "../retry-policy.ts";
import { LEAST_PART_BYTES, otherBytes, tagOf, uploadInParts } from "./multipart-upload.ts";
import { S3Client } from "./s3-client.ts";

/** How much of a file is sent with one request, in bytes. */
export interface R2Limits {
  /** The longest that Cloudflare's own API is sent; it takes no more. */
  readonly mostAtOnce: number;
  /** The least part of a longer one. */
  readonly leastPart: number;
}

const LIMITS: R2Limits = { mostAtOnce: 300_000_000, leastPart: LEAST_PART_BYTES };

const DELETIONS_IN_FLIGHT = 4;

const TOKEN = v.object({ id: v.string() });

/** A bucket of Workers R2: files up to 300 MB go through Cloudflare's API, larger ones in parts over the S3 API. */
export class R2Bucket implements Bucket {
  readonly name: string;
  readonly #account: CloudflareAccount;
  readonly #bucket: string;
  readonly #api: CloudflareApi;
  readonly #policy: RetryPolicy;
  readonly #limits: R2Limits;

  constructor(account: CloudflareAccount, bucket: string, policy = RETRY_POLICY, limits = LIMITS) {
    this.#limits = limits;
    this.name = `Cloudflare's R2 bucket ${bucket}`;
    this.#account = account;
    this.#bucket = bucket;
    this.#api = new CloudflareApi(account, policy);
    this.#policy = policy;
  }

  async ready(): Promise<void> {
    await this.#api.ask({ method: "GET", path: this.#path() });
  }

  async sizeOf(key: string): Promise<number | null> {
    return (await this.#find(key))?.sizeBytes ?? null;
  }

  async put(object: BucketObject, progress: UploadProgress = () => {}): Promise<void> {
    const { key, type, sizeBytes } = object;
    const found = await this.#find(key);
    const { mostAtOnce, leastPart } = this.#limits;
    if (sizeBytes > mostAtOnce) {
      // A name follows from the bytes, and a file in parts shows only whole.
      if (found?.sizeBytes !== sizeBytes) await uploadInParts(object, await this.#s3(), progress, leastPart);
      return;
    }
    const digest = await md5Of(object);
    if (found?.sizeBytes === sizeBytes && found.tag === digest) return;
    const file = await object.open();
    const body = file instanceof Blob ? file : new Blob([await file.slice(0, sizeBytes).arrayBuffer()]);
    await this.#api.ask({ method: "PUT", path: this.#path(key), file: { body, type } });
    if ((await this.#find(key))?.tag !== digest) throw otherBytes(key);
  }

  async delete(keys: readonly string[]): Promise<void> {
    await inFlight(keys, DELETIONS_IN_FLIGHT, async (key) => {
      await this.#api.ask({ method: "DELETE", path: this.#path(key) }).catch((fault: unknown) => {
        if (!isMissing(fault)) throw fault;
      });
    });
  }

  /** Length and tag of an object, of which no byte is read. */
  async #find(key: string): Promise<{ readonly sizeBytes: number; readonly tag: string } | null> {
    try {
      const fields = await this.#api.fields({ method: "GET", path: this.#path(key) });
      return { sizeBytes: Number(fields.get("Content-Length")), tag: tagOf(fields.get("ETag")) };
    } catch (fault) {
      if (isMissing(fault)) return null;
      throw fault;
    }
  }

  #path(key?: string): string {
    const bucket = `r2/buckets/${encodeURIComponent(this.#bucket)}`;
    return key === undefined
      ? bucket
      : `${bucket}/objects/${key.split("/").map(encodeURIComponent).join("/")}`;
  }

  /** The key pair follows from the API token: its id, and the SHA-256 of its value. */
  async #s3(): Promise<S3Client> {
    const { id, token, s3Url = `https://${id}.r2.cloudflarestorage.com` } = this.#account;
    const credentials = { accessKeyId: await this.#tokenId(), secretAccessKey: hash("sha256", token, "hex") };
    return new S3Client(`${s3Url}/${this.#bucket}`, credentials, this.#policy);
  }

  /** A token belongs to a person or to the account. */
  async #tokenId(): Promise<string> {
    for (const owner of ["user", "account"] as const) {
      try {
        const path = owner === "user" ? "user/tokens/verify" : "tokens/verify";
        const { result } = await this.#api.ask({ method: "GET", path, isOfUser: owner === "user" });
        const parsed = v.safeParse(TOKEN, result);
        if (parsed.success) return parsed.output.id;
      } catch (fault) {
        if (!(fault instanceof CloudflareError)) throw fault;
      }
    }
    throw new CloudflareError(
      "files above 300 MB need an API token, and wrangler's login is none; make one from the template Edit Cloudflare Workers, and set it as CLOUDFLARE_API_TOKEN",
      403,
      0,
    );
  }
}

async function md5Of(object: BucketObject): Promise<string> {
  const digest = createHash("md5");
  for await (const chunk of chunksOf(object, () => {})) digest.update(chunk);
  return digest.digest("hex");
}

function isMissing(fault: unknown): boolean {
  return fault instanceof CloudflareError && fault.status === 404;
}
