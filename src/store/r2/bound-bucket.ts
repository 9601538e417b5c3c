import type { Bucket, BucketObject, UploadProgress } from "../bucket.ts";

/** The bucket that a worker is bound to, looked for when something has to be put or deleted, and once. */
export class BoundBucket implements Bucket {
  readonly name = "the worker's R2 bucket";
  readonly #find: () => Promise<Bucket>;
  #found: Promise<Bucket> | null = null;

  constructor(find: () => Promise<Bucket>) {
    this.#find = find;
  }

  async ready(): Promise<void> {
    await (await this.#bucket()).ready();
  }

  async sizeOf(key: string): Promise<number | null> {
    return (await this.#bucket()).sizeOf(key);
  }

  async put(object: BucketObject, progress?: UploadProgress): Promise<void> {
    await (await this.#bucket()).put(object, progress);
  }

  async delete(keys: readonly string[]): Promise<void> {
    await (await this.#bucket()).delete(keys);
  }

  #bucket(): Promise<Bucket> {
    this.#found ??= this.#find();
    return this.#found;
  }
}
