import type { BodyStore, StoredBody } from "../../bake/compress.ts";
import type { Spool } from "../../folder/spool.ts";
import { readSpool } from "../../folder/spool.ts";
import type { StoredLengths } from "../../representation/codings.ts";
import { compressBodies } from "./compress-bodies.ts";
import type { BodyToCompress, CompressResult, CompressTask, SpooledValue } from "./tasks.ts";
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

/**
 * Has bodies compressed by threads, while the next ones are rendered. Where threads have enough to do
 * this one compresses too.
 */
export class ThreadedStore {
  readonly #threads: ThreadPool;
  readonly #spool: Spool;
  #batch: Waiting[] = [];
  #batchBytes = 0;
  readonly #underWay = new Set<Promise<void>>();
  #fault: unknown = null;

  /** `spool` is where this one puts values; threads begin files beside its. */
  constructor(threads: ThreadPool, spool: Spool) {
    this.#threads = threads;
    this.#spool = spool;
  }

  /** Takes a body. What it gives can be asked once `settled` is awaited. */
  readonly store: BodyStore = (kind, bytes, index) => {
    const body = new ThreadedBody();
    this.#batch.push({ bytes, order: { kind, sizeBytes: bytes.byteLength, index }, body });
    this.#batchBytes += bytes.byteLength;
    if (this.#batchBytes >= BATCH_BYTES) this.#send();
    return body;
  };

  /** Waits until all is compressed. Throws what threads throw. */
  readonly settled = async (): Promise<void> => {
    this.#send();
    await Promise.all(this.#underWay);
    if (this.#fault !== null) throw this.#fault;
  };

  #send(): void {
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
    const task: CompressTask = { kind: "compress", folder: this.#spool.folder, bytes, bodies };
    const settle = ({ file, values }: CompressResult) => {
      for (const [place, value] of values.entries()) batch[place]?.body.settle(file, value);
    };
    if (this.#underWay.size >= this.#threads.size * BATCHES_A_THREAD) {
      settle(compressBodies(task, this.#spool));
      return;
    }
    const done: Promise<void> = this.#threads
      .run(task, [bytes.buffer])
      .then(
        (result) => {
          this.#spool.adopt(result.file);
          settle(result);
        },
        (fault: unknown) => {
          this.#fault ??= fault;
        },
      )
      .finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
  }
}
