import { hash } from "node:crypto";
import ky, { isHTTPError, isTimeoutError } from "ky";
import type { RetryPolicy } from "../retry-policy.ts";
import { retryOptions, timeoutMs } from "../retry-policy.ts";
import { StoreError } from "../store.ts";
import type { S3Credentials } from "./sign-request.ts";
import { signRequest } from "./sign-request.ts";

/** One request for an object, or for the bucket where `key` is empty. */
export interface S3Request {
  readonly method: "GET" | "HEAD" | "PUT" | "POST" | "DELETE";
  readonly key: string;
  readonly search?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly type?: string;
}

/** What R2 refuses, by the code of the S3 API. Never holds a credential. */
export class S3Error extends StoreError {
  readonly code: string;
  readonly status: number;

  constructor(message: string, code: string, status: number) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

const BAD_KEY =
  "R2 rejected the API token; files above 300 MB need a token with the permission Workers R2 Storage: Edit, set as CLOUDFLARE_API_TOKEN";

/** What codes of the S3 API mean to a publisher. */
const SENTENCES: Readonly<Record<string, string>> = {
  AccessDenied: BAD_KEY,
  InvalidAccessKeyId: BAD_KEY,
  SignatureDoesNotMatch: BAD_KEY,
  RequestTimeTooSkewed: "R2 rejected the time of this machine's clock; set it, and run the command again",
  NoSuchBucket: "the R2 bucket no longer exists; run npm run deploy, which makes it again",
};

/** R2 over its S3 API. What may pass by itself is tried again; each try is signed anew. */
export class S3Client {
  readonly #bucketUrl: string;
  readonly #credentials: S3Credentials;
  readonly #policy: RetryPolicy;

  /** `bucketUrl` is the endpoint with the bucket's name behind it. */
  constructor(bucketUrl: string, credentials: S3Credentials, policy: RetryPolicy) {
    this.#bucketUrl = bucketUrl;
    this.#credentials = credentials;
    this.#policy = policy;
  }

  /** Asks until there is an answer, and gives its text and fields. Throws `S3Error`, or `StoreError` where nobody answers. */
  async ask(request: S3Request): Promise<{ readonly text: string; readonly fields: Headers }> {
    const { method, key, search = {}, body, type } = request;
    const url = new URL(key === "" ? this.#bucketUrl : `${this.#bucketUrl}/${key}`);
    for (const [name, value] of Object.entries(search)) url.searchParams.set(name, value);
    const bodySha256 = hash("sha256", body ?? "", "hex");
    const fields = type === undefined ? {} : { "content-type": type };
    try {
      const response = await ky(url, {
        method,
        ...(body && { body }),
        redirect: "error",
        timeout: timeoutMs(this.#policy, body?.byteLength ?? 0),
        retry: retryOptions(this.#policy, () => false),
        hooks: {
          beforeRequest: [
            ({ request: sent }) => {
              const signed = signRequest({ method, url, bodySha256, fields }, this.#credentials, new Date());
              for (const [name, value] of Object.entries(signed)) sent.headers.set(name, value);
            },
          ],
          beforeRetry: [
            ({ request: sent }) => {
              const signed = signRequest({ method, url, bodySha256, fields }, this.#credentials, new Date());
              for (const [name, value] of Object.entries(signed)) sent.headers.set(name, value);
            },
          ],
        },
      });
      return { text: await response.text(), fields: response.headers };
    } catch (fault) {
      if (isHTTPError(fault)) throw refusal(fault.response.status, String(fault.data ?? ""));
      const reason = isTimeoutError(fault) ? "no answer in time" : "the connection broke off";
      throw new StoreError(`${url.host} cannot be reached (${reason})`);
    }
  }
}

/** The error that an answer stands for. */
export function refusal(status: number, text: string): S3Error {
  const code = textOf(text, "Code") ?? (status === 404 ? "NoSuchKey" : status === 403 ? "AccessDenied" : "");
  const said = code === "" ? `HTTP ${status}` : `HTTP ${status}, ${code}`;
  const known = SENTENCES[code];
  return new S3Error(known ? `${known} (${said})` : `R2 answered ${said}`, code, status);
}

/** The text of the first element of that name, in an answer of S3's: none of ours holds a mark of XML. */
export function textOf(xml: string, name: string): string | null {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]?.replaceAll("&quot;", '"') ?? null;
}
