import { isUtf8 } from "node:buffer";

/** Why Cloudflare turns a request down: its status, its number, its words. */
export interface Refusal {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

/** What is answered: a result, bytes, or a refusal. */
export type Reply =
  | { readonly result: unknown; readonly info?: Readonly<Record<string, unknown>> }
  | { readonly bytes: Buffer; readonly headers?: Readonly<Record<string, string>> }
  | { readonly refusal: Refusal };

/** A pair as a bulk write sends it. */
interface SentPair {
  readonly key: string;
  readonly value: string;
  readonly base64?: boolean;
  readonly metadata?: unknown;
}

/**
 * The limits of Workers KV as documented: https://developers.cloudflare.com/kv/platform/limits/ and
 * https://developers.cloudflare.com/api/resources/kv/subresources/namespaces/methods/bulk_update/.
 * How much one bulk read answers at most is documented, and kept by Miniflare, for bindings.
 */
export const LIMIT = {
  keyBytes: 512,
  metadataBytes: 1024,
  valueBytes: 25 * 1024 * 1024,
  bulkPairs: 10_000,
  bulkBytes: 100_000_000,
  listed: 1000,
  bulkKeysRead: 100,
  bulkBytesRead: 25 * 1024 * 1024,
} as const;

/** A namespace of Workers KV as Cloudflare's API shows it, with its documented limits. */
export class KvNamespace {
  readonly id: string;
  readonly title: string;
  readonly pairs = new Map<string, Pair>();
  /** Keys that each bulk write put in place, in order. */
  readonly writes: string[][] = [];
  /** Pairs that may be written yet (1,000 a day on the free plan). */
  writesLeft = Number.POSITIVE_INFINITY;

  /** Every write and deletion by key, oldest first, with its number among all. */
  readonly #past = new Map<string, { readonly number: number; readonly pair: Pair | undefined }[]>();
  #changes = 0;
  #lag: () => number = () => 0;

  constructor(id: string, title: string) {
    this.id = id;
    this.title = title;
  }

  /**
   * From now on a read does not show the last so many writes and deletions, asked anew for each read;
   * what was written before is shown by all. Workers KV may lag by a minute.
   */
  lagBy(changes: () => number): void {
    this.#past.clear();
    this.#changes = 0;
    this.#lag = changes;
  }

  value(key: string): Reply {
    const pair = this.#shown(key, this.#lag());
    return pair ? { bytes: pair.value } : KEY_NOT_FOUND;
  }

  metadata(key: string): Reply {
    const pair = this.#shown(key, this.#lag());
    return pair ? { result: pair.metadata } : KEY_NOT_FOUND;
  }

  /** Texts of many keys; null for what is not there. */
  texts(body: Buffer): Reply {
    const { keys } = JSON.parse(body.toString()) as { keys: string[] };
    if (keys.length > LIMIT.bulkKeysRead) {
      return refuse(400, 10_029, `more than ${LIMIT.bulkKeysRead} keys`);
    }
    const values = keys.map((key) => [key, this.#shown(key, this.#lag())?.value ?? null] as const);
    const total = values.reduce((sum, [, value]) => sum + (value?.byteLength ?? 0), 0);
    if (total > LIMIT.bulkBytesRead) return refuse(413, 10_024, "total size of values exceeds 25 MiB");
    if (!values.every(([, value]) => value === null || isUtf8(value))) {
      return refuse(400, 10_012, "keys must contain text-based values");
    }
    return {
      result: { values: Object.fromEntries(values.map(([key, value]) => [key, value?.toString() ?? null])) },
    };
  }

  /** Leaves every nth pair undone, and says so. */
  write(body: Buffer, every = Number.POSITIVE_INFINITY): Reply {
    const pairs = JSON.parse(body.toString()) as SentPair[];
    const refusal = refuseBulk(pairs, body.byteLength);
    if (refusal) return { refusal };
    if (pairs.length > this.writesLeft) {
      const message = "your account has reached the free usage limit for this operation for today";
      return { refusal: { status: 429, code: 10_048, message } };
    }
    const taken = pairs.filter((_, index) => (index + 1) % every !== 0);
    this.writesLeft -= taken.length;
    for (const { key, value, metadata = null } of taken) {
      this.#change(key, { value: Buffer.from(value, "base64"), metadata });
    }
    this.writes.push(taken.map(({ key }) => key));
    const keys = pairs.map(({ key }) => key);
    return bulkResult(keys, every);
  }

  /** Leaves every nth key undone, and says so. */
  erase(body: Buffer, every = Number.POSITIVE_INFINITY): Reply {
    const keys = JSON.parse(body.toString()) as string[];
    const refusal = refuseKeys(keys);
    if (refusal) return { refusal };
    for (const key of keys.filter((_, index) => (index + 1) % every !== 0)) this.#change(key, undefined);
    return bulkResult(keys, every);
  }

  list(search: URLSearchParams): Reply {
    const limit = Number(search.get("limit") ?? LIMIT.listed);
    if (limit < 10 || limit > LIMIT.listed) return refuse(400, 10_028, "invalid limit argument");
    const prefix = search.get("prefix") ?? "";
    const lag = this.#lag();
    const names = [...new Set([...this.pairs.keys(), ...this.#past.keys()])].filter(
      (name) => name.startsWith(prefix) && this.#shown(name, lag),
    );
    names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    const start = Number(search.get("cursor") ?? 0);
    const result = names.slice(start, start + limit).map((name) => {
      const metadata = this.#shown(name, lag)?.metadata ?? null;
      return { name, ...(metadata !== null && { metadata }) };
    });
    const more = start + limit < names.length;
    return { result, info: { count: result.length, cursor: more ? String(start + limit) : "" } };
  }

  #change(key: string, pair: Pair | undefined): void {
    this.#changes += 1;
    const past = this.#past.get(key) ?? [{ number: 0, pair: this.pairs.get(key) }];
    this.#past.set(key, [...past, { number: this.#changes, pair }]);
    if (pair) this.pairs.set(key, pair);
    else this.pairs.delete(key);
  }

  /** What stood under a key so many changes ago. */
  #shown(key: string, lag: number): Pair | undefined {
    if (lag === 0) return this.pairs.get(key);
    const past = this.#past.get(key) ?? [{ number: 0, pair: this.pairs.get(key) }];
    return past.findLast(({ number }) => number <= Math.max(0, this.#changes - lag))?.pair;
  }
}

/** What stands under a key. */
interface Pair {
  readonly value: Buffer;
  readonly metadata: unknown;
}

const KEY_NOT_FOUND = refuse(404, 10_009, "get: 'key not found'");

/** A refusal in the numbers and words of Cloudflare's API. */
export function refuse(status: number, code: number, message: string): { readonly refusal: Refusal } {
  return { refusal: { status, code, message } };
}

function refuseBulk(pairs: readonly SentPair[], bodyBytes: number): Refusal | null {
  if (bodyBytes > LIMIT.bulkBytes) return { status: 413, code: 10_024, message: "payload too large" };
  const refusal = refuseKeys(pairs.map(({ key }) => key));
  if (refusal) return refusal;
  for (const { key, value, base64, metadata } of pairs) {
    if (base64 !== true) return { status: 400, code: 10_012, message: "malformed value: not base64" };
    if (Buffer.byteLength(value, "base64") > LIMIT.valueBytes) {
      return { status: 413, code: 10_024, message: "value too large" };
    }
    if (metadata !== undefined && Buffer.byteLength(JSON.stringify(metadata)) > LIMIT.metadataBytes) {
      return {
        status: 413,
        code: 10_058,
        message: `metadata of ${key} exceeds ${LIMIT.metadataBytes} bytes`,
      };
    }
  }
  return null;
}

function refuseKeys(keys: readonly string[]): Refusal | null {
  if (keys.length > LIMIT.bulkPairs) {
    return { status: 400, code: 10_029, message: `more than ${LIMIT.bulkPairs} keys` };
  }
  for (const key of keys) {
    if (key === "" || key === "." || key === "..") {
      return { status: 400, code: 10_033, message: `malformed key ${JSON.stringify(key)}` };
    }
    if (Buffer.byteLength(key) > LIMIT.keyBytes) {
      return { status: 414, code: 10_033, message: `a key exceeds ${LIMIT.keyBytes} bytes` };
    }
  }
  return null;
}

function bulkResult(keys: readonly string[], every: number): Reply {
  const unsuccessful = keys.filter((_, index) => (index + 1) % every === 0);
  return {
    result: { successful_key_count: keys.length - unsuccessful.length, unsuccessful_keys: unsuccessful },
  };
}
