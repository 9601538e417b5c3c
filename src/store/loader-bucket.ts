import type { Bucket, BucketObject, UploadProgress } from "./bucket.ts";
import { StoreError } from "./store.ts";

/** What is read of a file at a time. */
const CHUNK_BYTES = 8 * 1024 * 1024;

/** The R2 bucket of this machine, behind the loader. R2 itself compares the hash of what arrived. */
export class LoaderBucket implements Bucket {
  readonly name = "the bucket of this machine";
  readonly #open: () => Promise<URL>;

  /** `open` gives the folder in which the loader's verbs answer. */
  constructor(open: () => Promise<URL>) {
    this.#open = open;
  }

  async ready(): Promise<void> {}

  async sizeOf(key: string): Promise<number | null> {
    const response = await this.#ask("size", { body: JSON.stringify({ key }) });
    return response.status === 404 ? null : ((await response.json()) as number);
  }

  async put(object: BucketObject, progress: UploadProgress = () => {}): Promise<void> {
    const { key, type, sizeBytes: size, sha256 } = object;
    if ((await this.sizeOf(key)) === size) return;
    await this.#ask("keep", {
      headers: { object: encodeURIComponent(JSON.stringify({ key, type, size, sha256 })) },
      body: streamOf(chunksOf(object, progress)),
      duplex: "half",
    });
  }

  async delete(keys: readonly string[]): Promise<void> {
    await this.#ask("remove", { body: JSON.stringify(keys) });
  }

  async #ask(verb: string, init: RequestInit & { readonly duplex?: "half" }): Promise<Response> {
    const response = await fetch(new URL(verb, await this.#open()), { method: "POST", ...init });
    if (response.ok || response.status === 404) return response;
    throw new StoreError(`${this.name} failed to ${verb}: ${await response.text()}`);
  }
}

/** A file, chunk after chunk. */
export async function* chunksOf(
  { sizeBytes, open }: Pick<BucketObject, "sizeBytes" | "open">,
  progress: UploadProgress,
): AsyncGenerator<Uint8Array> {
  const file = await open();
  for (let at = 0; at < sizeBytes; at += CHUNK_BYTES) {
    const end = Math.min(sizeBytes, at + CHUNK_BYTES);
    yield new Uint8Array(await file.slice(at, end).arrayBuffer());
    progress(end);
  }
}

function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}
