import ky, { isForceRetryError, isHTTPError, isTimeoutError } from "ky";
import type { CloudflareAccount } from "./cloudflare-account.ts";
import { cloudflareError, QUOTA_USED_UP } from "./cloudflare-error.ts";
import type { Envelope } from "./envelope.ts";
import { decodeEnvelope } from "./envelope.ts";
import { fetchFields, fetchWhole } from "./fetch-answer.ts";
import type { RetryPolicy } from "./retry-policy.ts";
import { retryOptions, timeoutMs } from "./retry-policy.ts";
import { StoreError } from "./store.ts";

/** One request below the account. */
export interface ApiRequest {
  readonly method: "GET" | "PUT" | "POST" | "DELETE";
  /** Without a slash in front, already percent-encoded. */
  readonly path: string;
  readonly search?: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body?: string;
  /** In the place of JSON. */
  readonly file?: { readonly body: Blob; readonly type: string };
  /** Whether the path is not below the account. */
  readonly isOfUser?: boolean;
  /** About how long the answer is, where that is much. */
  readonly answerBytes?: number;
  /** The namespace that errors name. */
  readonly namespace?: string;
}

/** What a JSON answer holds. */
export interface ApiAnswer {
  readonly result: unknown;
  /** Where a listing goes on; empty at its end. */
  readonly cursor: string;
}

/** What an answer left undone: the body that asks for it, and what to tell if it stays undone. */
export interface Undone {
  readonly body: string;
  readonly message: string;
}

/**
 * Cloudflare's API over ky, which tries again what may pass. To that it adds what no client knows of
 * an API: answers that are none of its JSON, and successful ones that leave a part undone. The token
 * is sent and never told: ky's errors hold the request, so none of them gets out.
 */
export class CloudflareApi {
  readonly #account: CloudflareAccount;
  readonly #policy: RetryPolicy;

  constructor(account: CloudflareAccount, policy: RetryPolicy) {
    this.#account = account;
    this.#policy = policy;
  }

  /**
   * Asks until there is an answer and nothing is left undone. `leaves` is given every answer, once
   * each. Throws `CloudflareError`, or `StoreError` when the retries are used up.
   */
  async ask(
    request: ApiRequest,
    leaves: (answer: ApiAnswer) => Undone | null = () => null,
  ): Promise<ApiAnswer> {
    let answer: ApiAnswer = { result: null, cursor: "" };
    await this.#send(request, async (sent, response) => {
      const envelope = decodeEnvelope(await response.json().catch(() => null));
      if (envelope === null) {
        return ky.retry({
          cause: new StoreError(`Cloudflare's answer (HTTP ${response.status}) is not what its API sends`),
        });
      }
      if (!envelope.success) throw this.#refusal(request, response.status, envelope);
      answer = { result: envelope.result, cursor: envelope.result_info?.cursor ?? "" };
      const undone = leaves(answer);
      return undone === null
        ? undefined
        : ky.retry({
            request: new Request(sent, { body: undone.body }),
            cause: new StoreError(undone.message),
          });
    });
    return answer;
  }

  /** Asks for bytes until there is an answer. */
  async bytes(request: ApiRequest): Promise<Uint8Array> {
    return new Uint8Array(await (await this.#send(request)).arrayBuffer());
  }

  /** Asks for the fields of an answer, whose body is not waited for. */
  async fields(request: ApiRequest): Promise<Headers> {
    return (await this.#send(request, undefined, fetchFields)).headers;
  }

  async #send(
    request: ApiRequest,
    look?: (sent: Request, answer: Response) => Promise<ReturnType<typeof ky.retry> | undefined>,
    fetchAnswer = fetchWhole,
  ): Promise<Response> {
    const { method, path, search, file, body = file?.body, isOfUser } = request;
    const { apiUrl, id, token } = this.#account;
    const root = apiUrl.replace(/\/+$/, "");
    const url = isOfUser ? `${root}/${path}` : `${root}/accounts/${encodeURIComponent(id)}/${path}`;
    try {
      return await ky(url, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          ...(body !== undefined && { "Content-Type": file?.type ?? "application/json" }),
        },
        ...(search && { searchParams: search }),
        ...(body !== undefined && { body }),
        redirect: "error",
        fetch: fetchAnswer,
        timeout: timeoutMs(this.#policy, file?.body.size ?? request.body?.length ?? 0, request.answerBytes),
        retry: retryOptions(this.#policy, (data) => decodeEnvelope(data)?.errors[0]?.code === QUOTA_USED_UP),
        ...(look && {
          hooks: {
            afterResponse: [({ request, response }) => (response.ok ? look(request, response) : undefined)],
          },
        }),
      });
    } catch (fault) {
      if (fault instanceof StoreError) throw fault;
      if (isForceRetryError(fault)) throw fault.cause;
      if (isHTTPError(fault)) throw this.#refusal(request, fault.response.status, decodeEnvelope(fault.data));
      throw new StoreError(
        `${new URL(url).host} cannot be reached, or the connection broke off (${reasonOf(fault)})`,
      );
    }
  }

  #refusal(request: ApiRequest, status: number, envelope: Envelope | null): StoreError {
    const { code, message } = envelope?.errors[0] ?? { code: 0, message: "" };
    const asked = { account: this.#account.id, namespace: request.namespace ?? null };
    return cloudflareError(status, code, message.replaceAll(this.#account.token, "…"), asked);
  }
}

/** The name of a network's fault. */
function reasonOf(fault: unknown): string {
  if (isTimeoutError(fault)) return "no answer in time";
  for (let one = fault; one instanceof Error; one = one.cause) {
    if ("code" in one && /^[A-Z]\w+$/.test(String(one.code))) return String(one.code);
  }
  return fault instanceof Error ? fault.name : "fault";
}
