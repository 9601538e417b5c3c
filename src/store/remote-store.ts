import type { StorageKey } from "../representation/storage-key.ts";
import type { Bucket } from "./bucket.ts";
import { BULK, bulkPair, bulkStages } from "./bulk.ts";
import type { CloudflareAccount } from "./cloudflare-account.ts";
import type { ApiRequest } from "./cloudflare-api.ts";
import { CloudflareApi } from "./cloudflare-api.ts";
import { CloudflareError, KEY_NOT_FOUND } from "./cloudflare-error.ts";
import { inFlight } from "./in-flight.ts";
import { BULK_RESULT, decodeAnswer, LISTED, TEXTS } from "./kv-answers.ts";
import { RETRY_POLICY } from "./retry-policy.ts";
import type { ListedKey, Store, StoredValue, StoreEntry, StoreProgress } from "./store.ts";

/** Bulk requests that are under way at a time. */
const IN_FLIGHT = 4;

/** Values that one bulk request reads; Cloudflare's most. */
const READ_AT_A_TIME = 100;

/** About what a text takes: a ledger's shard has some 97 kB. */
const TEXT_BYTES = 100_000;

/** Names that a listing gives at a time; Cloudflare's most. */
const LISTED_AT_A_TIME = 1000;

/**
 * A Workers KV namespace, through Cloudflare's API.
 *
 * Order: a list is cut into stages (`StoreEntry.stage`), and the next stage is not begun before every
 * pair of this one is confirmed. Within a stage several bulk requests are under way; entries without
 * a stage go one request after the other. So nothing is visible before what stands a stage, or
 * without stages a batch, in front of it. Writing a pair twice does no harm, which is why everything
 * here is tried again: refusals that pass, broken connections, and the pairs that an otherwise
 * successful answer names in `unsuccessful_keys`.
 */
export class RemoteStore implements Store {
  readonly name: string;
  readonly bucket: Bucket | null;
  readonly #api: CloudflareApi;
  readonly #namespace: string;

  constructor(
    account: CloudflareAccount,
    namespace: string,
    policy = RETRY_POLICY,
    bucket: Bucket | null = null,
  ) {
    this.bucket = bucket;
    this.name = `Cloudflare's KV namespace ${namespace}`;
    this.#api = new CloudflareApi(account, policy);
    this.#namespace = namespace;
  }

  async get(key: StorageKey): Promise<StoredValue | null> {
    const name = encodeURIComponent(key);
    try {
      const [value, { result }] = await Promise.all([
        this.#api.bytes(this.#request("GET", `values/${name}`)),
        this.#api.ask(this.#request("GET", `metadata/${name}`)),
      ]);
      return { value, metadata: result ?? null };
    } catch (fault) {
      if (fault instanceof CloudflareError && fault.code === KEY_NOT_FOUND) return null;
      throw fault;
    }
  }

  async getTexts(keys: readonly StorageKey[]): Promise<(string | null)[]> {
    const texts = new Map<string, string>();
    const batches = Array.from({ length: Math.ceil(keys.length / READ_AT_A_TIME) }, (_, n) =>
      keys.slice(n * READ_AT_A_TIME, (n + 1) * READ_AT_A_TIME),
    );
    await inFlight(batches, IN_FLIGHT, (batch) => this.#readTexts(batch, texts));
    return keys.map((key) => texts.get(key) ?? null);
  }

  async put(entries: readonly StoreEntry[], progress?: StoreProgress): Promise<void> {
    let done = 0;
    for (const { batches, unordered } of bulkStages(entries)) {
      await inFlight(batches, unordered ? IN_FLIGHT : 1, async (batch) => {
        const pairs = batch.map(bulkPair);
        await this.#bulk(pairs, ({ json }) => json, "PUT", "bulk");
        done += batch.length;
        progress?.(done);
      });
    }
  }

  async delete(keys: readonly StorageKey[], progress?: StoreProgress): Promise<void> {
    for (let done = 0; done < keys.length; done += BULK.pairs) {
      const batch = keys.slice(done, done + BULK.pairs).map((key) => ({ key }));
      await this.#bulk(batch, ({ key }) => JSON.stringify(key), "POST", "bulk/delete");
      progress?.(Math.min(keys.length, done + BULK.pairs));
    }
  }

  async *list(prefix = ""): AsyncGenerator<ListedKey> {
    let cursor = "";
    do {
      const search = {
        limit: String(LISTED_AT_A_TIME),
        ...(prefix !== "" && { prefix }),
        ...(cursor !== "" && { cursor }),
      };
      const page = await this.#api.ask({ ...this.#request("GET", "keys"), search });
      for (const { name, metadata } of decodeAnswer(LISTED, page.result)) yield { key: name, metadata };
      cursor = page.cursor;
    } while (cursor !== "");
  }

  async close(): Promise<void> {}

  /** Sends a list until every key of it is confirmed; each try sends only what is left. */
  async #bulk<T extends { readonly key: string }>(
    items: readonly T[],
    encode: (item: T) => string,
    method: "PUT" | "POST",
    path: string,
  ): Promise<void> {
    let left = items;
    const body = () => `[${left.map(encode).join(",")}]`;
    await this.#api.ask({ ...this.#request(method, path), body: body() }, ({ result }) => {
      const unsuccessful = new Set(decodeAnswer(BULK_RESULT, result).unsuccessful_keys);
      left = left.filter(({ key }) => unsuccessful.has(key));
      if (left.length === 0) return null;
      return { body: body(), message: `Cloudflare did not write ${left.length} of ${items.length} keys` };
    });
  }

  /** Halves what Cloudflare finds too much for one answer. */
  async #readTexts(keys: readonly StorageKey[], texts: Map<string, string>): Promise<void> {
    try {
      const body = JSON.stringify({ keys, type: "text" });
      const answerBytes = keys.length * TEXT_BYTES;
      const { result } = await this.#api.ask({ ...this.#request("POST", "bulk/get"), body, answerBytes });
      for (const [key, text] of Object.entries(decodeAnswer(TEXTS, result).values)) {
        if (text !== null) texts.set(key, text);
      }
    } catch (fault) {
      if (!(fault instanceof CloudflareError && fault.status === 413) || keys.length === 1) throw fault;
      const half = Math.ceil(keys.length / 2);
      await this.#readTexts(keys.slice(0, half), texts);
      await this.#readTexts(keys.slice(half), texts);
    }
  }

  #request(method: ApiRequest["method"], path: string): ApiRequest {
    const namespace = this.#namespace;
    return { method, namespace, path: `storage/kv/namespaces/${encodeURIComponent(namespace)}/${path}` };
  }
}
