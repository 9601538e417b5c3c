import * as v from "valibot";
import { type CloudflareError, cloudflareError, QUOTA_USED_UP } from "./cloudflare-error.ts";
import type { Patience } from "./persist.ts";
import { PassingFault, parseRetryAfter, persist, timeoutMs } from "./persist.ts";

/** Where Cloudflare's API is (https://developers.cloudflare.com/api/). */
export const CLOUDFLARE_API = "https://api.cloudflare.com/client/v4";

/** An account, and what lets one into it. */
export interface CloudflareAccount {
  /** `CLOUDFLARE_API` but in tests. */
  readonly apiUrl: string;
  readonly id: string;
  readonly token: string;
}

/** One request below the account. */
export interface ApiRequest {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  /** Without a slash in front, already percent-encoded. */
  readonly path: string;
  readonly search?: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body?: string;
  /** The namespace that errors name. */
  readonly namespace?: string;
}

/** The frame of every JSON answer. */
const ENVELOPE = v.object({
  success: v.boolean(),
  errors: v.optional(v.array(v.object({ code: v.number(), message: v.string() })), []),
  result: v.optional(v.unknown()),
  result_info: v.optional(v.nullable(v.object({ cursor: v.optional(v.nullable(v.string())) }))),
});

/** What a JSON answer holds. */
export interface ApiAnswer {
  readonly result: unknown;
  /** Where a listing goes on; empty at its end. */
  readonly cursor: string;
}

/** Requests that are under way at a time; Cloudflare takes 200 a second from one address. */
const MOST_UNDER_WAY = 16;

/** Statuses that may pass by themselves; 52x are Cloudflare's own between its edge and its API. */
const PASSING = new Set([408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 530]);

/**
 * A thin client over `fetch`. It retries by itself only in `ask` and `bytes`; `once` is one try, for
 * callers with more to retry than a request. The token is sent and never told.
 */
export class CloudflareApi {
  readonly account: string;
  readonly patience: Patience;
  readonly #url: string;
  readonly #token: string;
  #under = 0;
  readonly #waiting: (() => void)[] = [];

  constructor({ apiUrl, id, token }: CloudflareAccount, patience: Patience) {
    this.account = id;
    this.patience = patience;
    this.#url = `${apiUrl.replace(/\/+$/, "")}/accounts/${encodeURIComponent(id)}/`;
    this.#token = token;
  }

  /** Asks until there is an answer. Throws `CloudflareError`, or the last `PassingFault`. */
  ask(request: ApiRequest): Promise<ApiAnswer> {
    return persist(this.patience, () => this.once(request));
  }

  /** Asks once. */
  async once(request: ApiRequest): Promise<ApiAnswer> {
    const { status, bytes } = await this.#send(request);
    const envelope = decodeEnvelope(bytes);
    if (envelope === null) {
      throw new PassingFault(`Cloudflare's answer (HTTP ${status}) cannot be read`, {});
    }
    if (!envelope.success) throw this.#refusal(request, status, bytes);
    return { result: envelope.result, cursor: envelope.result_info?.cursor ?? "" };
  }

  /** Asks for bytes until there is an answer. */
  async bytes(request: ApiRequest): Promise<Uint8Array> {
    return (await persist(this.patience, () => this.#send(request))).bytes;
  }

  /** Waits for one of a few places: a ledger of many parts is asked for all at once. */
  async #send(request: ApiRequest): Promise<{ status: number; bytes: Uint8Array }> {
    while (this.#under >= MOST_UNDER_WAY) await new Promise<void>((free) => this.#waiting.push(free));
    this.#under += 1;
    try {
      return await this.#exchange(request);
    } finally {
      this.#under -= 1;
      this.#waiting.shift()?.();
    }
  }

  /** One exchange, body and all; what is no 2xx is thrown. */
  async #exchange(request: ApiRequest): Promise<{ status: number; bytes: Uint8Array }> {
    const { method, path, search = {}, body = null } = request;
    const url = new URL(this.#url + path);
    for (const [name, value] of Object.entries(search)) url.searchParams.set(name, value);
    const headers = {
      Authorization: `Bearer ${this.#token}`,
      ...(body !== null && { "Content-Type": "application/json" }),
    };
    const signal = AbortSignal.timeout(timeoutMs(this.patience, body?.length ?? 0));
    let response: Response;
    let bytes: Uint8Array;
    try {
      response = await fetch(url, { method, headers, body, signal, redirect: "error" });
      bytes = new Uint8Array(await response.arrayBuffer());
    } catch (cause) {
      throw new PassingFault(`${url.host} cannot be reached or breaks off (${reasonOf(cause)})`, {});
    }
    if (response.ok) return { status: response.status, bytes };
    const refusal = this.#refusal(request, response.status, bytes);
    if (!PASSING.has(response.status) || refusal.code === QUOTA_USED_UP) throw refusal;
    const retryAfterMs = parseRetryAfter(response.headers.get("Retry-After"), Date.now());
    throw new PassingFault(refusal.message, { retryAfterMs });
  }

  #refusal(request: ApiRequest, status: number, bytes: Uint8Array): CloudflareError {
    const { code, message } = decodeEnvelope(bytes)?.errors[0] ?? { code: 0, message: "" };
    const asked = { account: this.account, namespace: request.namespace ?? null };
    return cloudflareError(status, code, message.replaceAll(this.#token, "…"), asked);
  }
}

/** Null for what is no JSON of Cloudflare's, such as a page of something in between. */
function decodeEnvelope(bytes: Uint8Array): v.InferOutput<typeof ENVELOPE> | null {
  try {
    const parsed = v.safeParse(ENVELOPE, JSON.parse(new TextDecoder().decode(bytes)));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** The name of a network's fault: an error of fetch may hold the request, and so the token. */
function reasonOf(fault: unknown): string {
  const codes = [fault, fault instanceof Error ? fault.cause : null].map((one) =>
    typeof one === "object" && one !== null && "code" in one ? String(one.code) : "",
  );
  const name = fault instanceof Error ? fault.name : "fault";
  return name === "TimeoutError"
    ? "no answer in time"
    : codes.find((code) => /^[A-Z]\w+$/.test(code)) || name;
}
