import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";

/** A stretch of a file, with the CRC-32 of its bytes. */
export type Stretch = readonly [at: number, bytes: number, crc: number];

/** Bytes that are gathered before they are written. */
const BUFFERED_BYTES = 1 << 20;

/** Writes stretches one after the other into a new file, many at a time. Throws what the disk throws. */
export class StretchWriter {
  readonly #file: number;
  #written = 0;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;

  constructor(path: string) {
    this.#file = openSync(path, "wx");
  }

  add(bytes: Uint8Array): Stretch {
    const at = this.#written + this.#waitingBytes;
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.byteLength;
    if (this.#waitingBytes >= BUFFERED_BYTES) this.flush();
    return [at, bytes.byteLength, crc32(bytes)];
  }

  flush(): void {
    if (this.#waitingBytes === 0) return;
    const bytes = Buffer.concat(this.#waiting);
    for (let done = 0; done < bytes.byteLength; ) {
      done += writeSync(this.#file, bytes, done, bytes.byteLength - done, this.#written + done);
    }
    this.#written += this.#waitingBytes;
    this.#waiting = [];
    this.#waitingBytes = 0;
  }

  close(): void {
    closeSync(this.#file);
  }
}

/**
 * Reads stretches of a file, and what follows them, in case that is asked for next. What is not there, or
 * not as it was written, is null. What it gives is overwritten by what is read next.
 */
export class StretchReader {
  readonly #file: number | null;
  readonly #aheadBytes: number;
  #buffer = Buffer.alloc(0);
  /** What of it was read, and from where. */
  #readAt = 0;
  #readBytes = 0;

  constructor(path: string, aheadBytes: number) {
    this.#file = orNull(() => openSync(path, "r"));
    this.#aheadBytes = aheadBytes;
  }

  read([at, bytes, crc]: Stretch): Uint8Array | null {
    if (!this.#holds(at, bytes)) this.#fill(at, bytes);
    if (!this.#holds(at, bytes)) return null;
    const from = at - this.#readAt;
    const found = this.#buffer.subarray(from, from + bytes);
    return crc32(found) === crc ? found : null;
  }

  #holds(at: number, bytes: number): boolean {
    return at >= this.#readAt && at + bytes <= this.#readAt + this.#readBytes;
  }

  #fill(at: number, bytes: number): void {
    const file = this.#file;
    if (file === null) return;
    const wanted = Math.max(bytes, this.#aheadBytes);
    if (wanted > this.#buffer.byteLength) this.#buffer = Buffer.allocUnsafeSlow(wanted);
    this.#readAt = at;
    this.#readBytes = orNull(() => readSync(file, this.#buffer, 0, wanted, at)) ?? 0;
  }

  close(): void {
    const file = this.#file;
    if (file !== null) orNull(() => closeSync(file));
  }
}

function orNull<T>(attempt: () => T): T | null {
  try {
    return attempt();
  } catch {
    return null;
  }
}
