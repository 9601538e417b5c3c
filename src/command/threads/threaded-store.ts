import type { BodyStore, StoredBody } from "../../bake/compress.ts";
import { spooled } from "../../folder/spool.ts";
import type { BodyToCompress, CompressTask } from "./tasks.ts";
import type { ThreadPool } from "./thread-pool.ts";

/** Bodies go to a thread in batches of about so many bytes. */
const BATCH_BYTES = 2 << 20;

/** Batches that may be on their way for each thread: enough for it to find the next one ready. */
const BATCHES_A_THREAD = 3;

/** Has bodies compressed by threads, while the next ones are rendered. */
export class ThreadedStore {
  readonly #threads: ThreadPool;
  readonly #folder: string;
  #batch: { readonly body: Uint8Array; readonly order: BodyToCompress; resolve(found: StoredBody): void }[] =
    [];
  #batchBytes = 0;
  readonly #underWay = new Set<Promise<void>>();
  #fault: unknown = null;

  /** `folder` is where threads may begin files. */
  constructor(threads: ThreadPool, folder: string) {
    this.#threads = threads;
    this.#folder = folder;
  }

  /** Takes a body. What it gives can be asked once `settled` is awaited. */
  readonly store: BodyStore = (kind, body, index) => {
    let found: StoredBody | null = null;
    const order = { kind, sizeBytes: body.byteLength, index };
    this.#batch.push({ body, order, resolve: (stored) => (found = stored) });
    this.#batchBytes += body.byteLength;
    if (this.#batchBytes >= BATCH_BYTES) this.#send();
    const settled = () => {
      if (found === null) throw new RangeError("a value was asked for before it was compressed");
      return found;
    };
    return {
      get stored() {
        return settled().stored;
      },
      get value() {
        return settled().value;
      },
    };
  };

  /** Waits until threads can take more. Throws what they throw. */
  async ready(): Promise<void> {
    while (this.#underWay.size >= this.#threads.size * BATCHES_A_THREAD) await Promise.race(this.#underWay);
    this.#refuseFault();
  }

  /** Whether `ready` would wait. */
  get isFull(): boolean {
    return this.#underWay.size >= this.#threads.size * BATCHES_A_THREAD;
  }

  /** Waits until all is compressed. Throws what threads throw. */
  async settled(): Promise<void> {
    this.#send();
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
    this.#refuseFault();
  }

  #send(): void {
    if (this.#batch.length === 0) return;
    const batch = this.#batch;
    const bytes = new Uint8Array(this.#batchBytes);
    let at = 0;
    for (const { body } of batch) {
      bytes.set(body, at);
      at += body.byteLength;
    }
    this.#batch = [];
    this.#batchBytes = 0;
    const bodies = batch.map(({ order }) => order);
    const task: CompressTask = { kind: "compress", folder: this.#folder, bytes, bodies };
    const done = this.#threads.run(task, [bytes.buffer]).then(
      ({ file, values }) => {
        for (const [place, { at: from, stored }] of values.entries()) {
          const { gzip, brotli, identity, index } = stored;
          const read = spooled(file, from, gzip + brotli + identity + index);
          batch[place]?.resolve({
            stored,
            get value() {
              return read();
            },
          });
        }
      },
      (fault: unknown) => {
        this.#fault ??= fault;
      },
    );
    const tracked = done.finally(() => this.#underWay.delete(tracked));
    this.#underWay.add(tracked);
  }

  #refuseFault(): void {
    if (this.#fault !== null) throw this.#fault;
  }
}
