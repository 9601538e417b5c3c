import type { BodyStore, StoredBody } from "../../bake/compress.ts";
import { readSpool } from "../../folder/spool.ts";
import type { StoredLengths } from "../../representation/codings.ts";
import type { BodyToCompress, CompressTask, SpooledValue } from "./tasks.ts";
import type { ThreadPool } from "./thread-pool.ts";

/** Bodies go to a thread in batches of about so many bytes. */
const BATCH_BYTES = 1 << 20;

/** Batches that may be on their way for each thread: enough for it to find the next one ready. */
const BATCHES_A_THREAD = 3;

/** A body that waits to be sent. */
interface Waiting {
  readonly bytes: Uint8Array;
  readonly order: BodyToCompress;
  readonly body: ThreadedBody;
}

/** A body that a thread has compressed or will have. There are many of these, so they are small. */
class ThreadedBody implements StoredBody {
  #file = 0;
  #value: SpooledValue | null = null;

  settle(file: number, value: SpooledValue): void {
    this.#file = file;
    this.#value = value;
  }

  get stored(): StoredLengths {
    return this.#settled.stored;
  }

  get value(): Uint8Array {
    const { at, stored } = this.#settled;
    return readSpool(this.#file, at, stored.gzip + stored.brotli + stored.identity + stored.index);
  }

  get #settled(): SpooledValue {
    if (this.#value === null) throw new RangeError("a value was asked for before it was compressed");
    return this.#value;
  }
}

/** Has bodies compressed by threads, while the next ones are rendered. */
export class ThreadedStore {
  readonly #threads: ThreadPool;
  readonly #folder: string;
  #batch: Waiting[] = [];
  #batchBytes = 0;
  readonly #underWay = new Set<Promise<void>>();
  #fault: unknown = null;

  /** `folder` is where threads may begin files. */
  constructor(threads: ThreadPool, folder: string) {
    this.#threads = threads;
    this.#folder = folder;
  }

  /** Takes a body. What it gives can be asked once `settled` is awaited. */
  readonly store: BodyStore = (kind, bytes, index) => {
    const body = new ThreadedBody();
    this.#batch.push({ bytes, order: { kind, sizeBytes: bytes.byteLength, index }, body });
    this.#batchBytes += bytes.byteLength;
    if (this.#batchBytes >= BATCH_BYTES) this.#send();
    return body;
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
    for (const one of batch) {
      bytes.set(one.bytes, at);
      at += one.bytes.byteLength;
    }
    this.#batch = [];
    this.#batchBytes = 0;
    const bodies = batch.map(({ order }) => order);
    const task: CompressTask = { kind: "compress", folder: this.#folder, bytes, bodies };
    const done = this.#threads.run(task, [bytes.buffer]).then(
      ({ file, values }) => {
        for (const [place, value] of values.entries()) {
          batch[place]?.body.settle(file, value);
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
