import type { Bucket, BucketObject } from "./bucket.ts";

/** A bucket in memory, for dry runs and tests. */
export class MemoryBucket implements Bucket {
  readonly name = "memory";
  readonly objects = new Map<string, Uint8Array>();

  async ready(): Promise<void> {}

  async sizeOf(key: string): Promise<number | null> {
    return this.objects.get(key)?.byteLength ?? null;
  }

  async put({ key, sizeBytes, open }: BucketObject): Promise<void> {
    const file = await open();
    this.objects.set(key, new Uint8Array(await file.slice(0, sizeBytes).arrayBuffer()));
  }

  async delete(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.objects.delete(key);
  }
}
