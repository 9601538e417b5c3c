import type { StorageKey } from "../representation/storage-key.ts";
import { packBatch } from "./batch.ts";
import type { Bucket } from "./bucket.ts";
import { LoaderBucket } from "./loader-bucket.ts";
import { localFault, unknownFault } from "./local-fault.ts";
import type { ListedKey, Store, StoredValue, StoreEntry, StoreProgress } from "./store.ts";
import { StoreError, sizeOf } from "./store.ts";

/** Pairs and bytes that go to the loader at a time. */
const BATCH_PAIRS = 500;
const BATCH_BYTES = 32 * 1024 * 1024;

/** How long to wait before each further try where another process on the same folder got in the way. */
const PAUSES_MS = [100, 200, 400, 800, 1600] as const;

/** What runs a loader. */
export interface LoaderRuntime {
  stop(): Promise<void>;
  /** Gives the folder in which the verbs of the bucket answer, where that is another. */
  readonly openBucket?: () => Promise<URL>;
  /** What it said of faults since it was asked last. */
  said(): readonly string[];
}

/** A store behind the loader, the small worker that writes and reads KV from inside workerd. */
export class LoaderStore implements Store {
  readonly name: string;
  readonly bucket: Bucket;
  readonly #url: URL;
  readonly #runtime: LoaderRuntime;
  readonly #pausesMs: readonly number[];

  /** `url` is the folder in which the loader's verbs answer. */
  constructor(name: string, url: URL, runtime: LoaderRuntime, pausesMs: readonly number[] = PAUSES_MS) {
    this.name = name;
    this.bucket = new LoaderBucket(runtime.openBucket ?? (async () => url));
    this.#url = url;
    this.#runtime = runtime;
    this.#pausesMs = pausesMs;
  }

  async get(key: StorageKey): Promise<StoredValue | null> {
    const response = await this.#ask("get", JSON.stringify(key));
    if (response.status === 404) return null;
    const metadata = JSON.parse(decodeURIComponent(response.headers.get("metadata") ?? "null"));
    return { value: new Uint8Array(await response.arrayBuffer()), metadata };
  }

  async getTexts(keys: readonly StorageKey[]): Promise<(string | null)[]> {
    return (await (await this.#ask("texts", JSON.stringify(keys))).json()) as (string | null)[];
  }

  async put(entries: readonly StoreEntry[], progress?: StoreProgress): Promise<void> {
    for (let done = 0; done < entries.length; ) {
      const batch = takeBatch(entries, done);
      await this.#ask("put", packBatch(batch));
      done += batch.length;
      progress?.(done);
    }
  }

  async delete(keys: readonly StorageKey[], progress?: StoreProgress): Promise<void> {
    for (let done = 0; done < keys.length; done += BATCH_PAIRS) {
      await this.#ask("delete", JSON.stringify(keys.slice(done, done + BATCH_PAIRS)));
      progress?.(Math.min(keys.length, done + BATCH_PAIRS));
    }
  }

  async *list(prefix = ""): AsyncGenerator<ListedKey> {
    let cursor: string | null = null;
    do {
      const response = await this.#ask("list", JSON.stringify({ prefix, cursor }));
      const page = (await response.json()) as {
        keys: { name: string; metadata?: unknown }[];
        cursor: string | null;
      };
      for (const { name, metadata = null } of page.keys) yield { key: name, metadata };
      cursor = page.cursor;
    } while (cursor !== null);
  }

  close(): Promise<void> {
    return this.#runtime.stop();
  }

  async #ask(
    verb: "get" | "texts" | "put" | "delete" | "list",
    body: string | Uint8Array<ArrayBuffer>,
  ): Promise<Response> {
    for (let attempt = 0; ; attempt += 1) {
      const answer = await this.#send(verb, body);
      if (answer instanceof Response) return answer;
      const pauseMs = this.#pausesMs[attempt];
      if (pauseMs === undefined) throw await this.#fault(verb, answer);
      await new Promise((done) => setTimeout(done, pauseMs));
    }
  }

  /** A listing makes the runtime tell what it is about, which a write does not. */
  async #fault(verb: string, answer: string): Promise<StoreError> {
    const listing = await this.#send("list", JSON.stringify({ prefix: "", cursor: null }));
    const said = [answer, ...this.#runtime.said(), ...(listing instanceof Response ? [] : [listing])];
    return new StoreError(
      localFault(this.name, said) ?? unknownFault(this.name, `failed to ${verb}: ${answer}`),
    );
  }

  /** The answer, or why there is none. */
  async #send(verb: string, body: string | Uint8Array<ArrayBuffer>): Promise<Response | string> {
    try {
      const response = await fetch(new URL(verb, this.#url), { method: "POST", body });
      return response.ok || response.status === 404 ? response : await response.text();
    } catch (cause) {
      return cause instanceof Error ? cause.message : String(cause);
    }
  }
}

function takeBatch(entries: readonly StoreEntry[], from: number): StoreEntry[] {
  const batch: StoreEntry[] = [];
  let bytes = 0;
  for (const entry of entries.slice(from, from + BATCH_PAIRS)) {
    bytes += sizeOf(entry);
    // A batch is written in any order, so it never reaches over the end of a stage.
    if (batch.length > 0 && (bytes > BATCH_BYTES || entry.stage !== batch[0]?.stage)) break;
    batch.push(entry);
  }
  return batch;
}
