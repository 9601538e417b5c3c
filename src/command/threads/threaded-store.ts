import type { PlainMetadata, RepresentationStore } from "../../bake/store-representation.ts";
import type { Spool } from "../../cache/spool.ts";
import { readSpool } from "../../cache/spool.ts";
import type { StoredLengths } from "../../representation/codings.ts";
import type { Representation, RepresentationMetadata } from "../../representation/representation.ts";
import { Batch } from "./batch.ts";
import { compressParts } from "./compress-parts.ts";
import type { CompressResult, CompressTask, SpooledStretch } from "./tasks.ts";
import type { ThreadPool } from "./thread-pool.ts";
import { TASKS_A_THREAD } from "./thread-pool.ts";

/** What a thread has put away or will have. There are many of these, so they are small. */
class ThreadedRepresentation implements Representation {
  #file: number | null = null;
  #at = 0;
  #metadataBytes = 0;
  #valueBytes = 0;

  settle(file: number, { at, metadataBytes, valueBytes }: SpooledStretch): void {
    this.#file = file;
    this.#at = at;
    this.#metadataBytes = metadataBytes;
    this.#valueBytes = valueBytes;
  }

  get metadata(): RepresentationMetadata {
    const [plain = "", stored = ""] = Buffer.from(this.#read(0, this.#metadataBytes)).toString().split("\n");
    return { ...(JSON.parse(plain) as PlainMetadata), stored: JSON.parse(stored) as StoredLengths };
  }

  get value(): Uint8Array {
    return this.#read(this.#metadataBytes, this.#valueBytes);
  }

  get storedBytes(): number {
    return this.#valueBytes;
  }

  #read(from: number, bytes: number): Uint8Array {
    if (this.#file === null) throw new RangeError("a value was asked for before it was compressed");
    return readSpool(this.#file, this.#at + from, bytes);
  }
}

/**
 * Has bodies compressed by threads, while the next ones are rendered. Where threads have enough to do
 * this one compresses too.
 */
export class ThreadedStore {
  readonly #threads: ThreadPool;
  readonly #spool: Spool;
  /** Those that nobody fills and nobody reads. */
  readonly #idle: Batch<ThreadedRepresentation>[] = [];
  #batch = new Batch<ThreadedRepresentation>();
  readonly #underWay = new Set<Promise<void>>();
  #fault: unknown = null;

  /** `spool` is where this one puts representations; threads begin files beside its. */
  constructor(threads: ThreadPool, spool: Spool) {
    this.#threads = threads;
    this.#spool = spool;
  }

  /** Takes a representation. What it gives can be asked once `settled` is awaited. */
  readonly store: RepresentationStore = (metadata, body, items) => {
    const place = new ThreadedRepresentation();
    const told = JSON.stringify(metadata);
    if (!this.#batch.takes(told, body)) this.#send();
    this.#batch.add(place, metadata.kind, told, body, items);
    return place;
  };

  /** Waits until all is compressed. Throws what threads throw. */
  readonly settled = async (): Promise<void> => {
    this.#send();
    await Promise.all(this.#underWay);
    if (this.#fault !== null) throw this.#fault;
  };

  #send(): void {
    const batch = this.#batch;
    this.#batch = this.#idle.pop() ?? new Batch();
    const task: CompressTask = { kind: "compress", folder: this.#spool.folder, ...batch.content };
    const settle = ({ file, stretches }: CompressResult) => {
      for (const [at, stretch] of stretches.entries()) batch.places[at]?.settle(file, stretch);
      batch.clear();
      this.#idle.push(batch);
    };
    if (this.#underWay.size >= this.#threads.size * TASKS_A_THREAD) {
      settle(compressParts(task, this.#spool));
      return;
    }
    const done: Promise<void> = this.#threads
      .run(task)
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
