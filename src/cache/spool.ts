import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Bytes that are kept in memory before a file is begun. */
const MOST_IN_MEMORY = 64 << 20;

/** Where values wait for their publish: in memory, and from 64 MiB on in a file of the state folder. */
export class Spool {
  /** Where its file is begun. */
  readonly folder: string;
  readonly #mostInMemory: number;
  readonly #adopted = new Set<number>();
  #file: number | null = null;
  #inMemory = 0;
  #written = 0;

  constructor(folder: string, mostInMemory = MOST_IN_MEMORY) {
    this.folder = folder;
    this.#mostInMemory = mostInMemory;
  }

  /** Takes a value; gives what reads it again, until the spool is closed. */
  keep(value: Uint8Array): () => Uint8Array {
    if (this.#inMemory + value.byteLength <= this.#mostInMemory) {
      this.#inMemory += value.byteLength;
      // A copy: the value may be a small part of a large buffer, all of which it would keep.
      const own = new Uint8Array(value);
      return () => own;
    }
    const { file, bytes, at } = { file: this.file, bytes: value.byteLength, at: this.append(value) };
    return () => readSpool(file, at, bytes);
  }

  /** Writes a value to the file; gives its offset there. */
  append(value: Uint8Array): number {
    const at = this.#written;
    for (let done = 0; done < value.byteLength; ) {
      done += writeSync(this.file, value, done, value.byteLength - done, at + done);
    }
    this.#written += value.byteLength;
    return at;
  }

  /** The descriptor of the file, which every thread of the process can read. */
  get file(): number {
    this.#file ??= openSpool(this.folder);
    return this.#file;
  }

  /** Takes over a file that another thread began, to close it with its own. */
  adopt(file: number): void {
    this.#adopted.add(file);
  }

  close(): void {
    for (const file of [...this.#adopted, ...(this.#file === null ? [] : [this.#file])]) closeSync(file);
    this.#adopted.clear();
    this.#file = null;
  }
}

/** Reads a value out of the file of a spool. */
export function readSpool(file: number, at: number, bytes: number): Uint8Array {
  const value = new Uint8Array(bytes);
  for (let done = 0; done < bytes; ) {
    const read = readSync(file, value, done, bytes - done, at + done);
    if (read === 0) throw new RangeError("the spool of this bake was cut off; bake again");
    done += read;
  }
  return value;
}

/** Opens a file that has no name any more, so that nothing is left of it however the process ends. */
function openSpool(folder: string): number {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `spool-${process.pid}-${process.hrtime.bigint()}`);
  const file = openSync(path, "wx+");
  try {
    rmSync(path);
  } catch {
    // Where an open file keeps its name it is overwritten by nobody, and swept away with the cache.
  }
  return file;
}
