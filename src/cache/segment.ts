import { closeSync, existsSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";

/** A stretch of a file, with the CRC-32 of its bytes. */
export type Stretch = readonly [at: number, bytes: number, crc: number];

/** Where a segment holds what became of one source file. */
export interface SegmentPlace {
  readonly segment: string;
  readonly outcome: Stretch;
  /** The long text; of no bytes where the file holds no article. */
  readonly text: Stretch;
}

/** Bytes that are gathered before they are written. */
const BUFFERED_BYTES = 1 << 20;

/** The two files of a segment: outcomes are read all together, texts one by one. */
const FILES = { outcome: "outcomes", text: "texts" } as const;

/** Whether a folder holds a segment. */
export function isSegmentIn(folder: string, name: string): boolean {
  return existsSync(join(folder, `${name}.${FILES.outcome}`));
}

/** Writes a new segment. What `add` took can be read after `flush`. Throws what the disk throws. */
export class SegmentWriter {
  readonly name: string;
  readonly #outcomes: AppendedFile;
  readonly #texts: AppendedFile;

  constructor(folder: string, name: string) {
    this.name = name;
    this.#outcomes = new AppendedFile(join(folder, `${name}.${FILES.outcome}`));
    this.#texts = new AppendedFile(join(folder, `${name}.${FILES.text}`));
  }

  add(outcome: Uint8Array, text: Uint8Array): SegmentPlace {
    return { segment: this.name, outcome: this.#outcomes.add(outcome), text: this.#texts.add(text) };
  }

  flush(): void {
    this.#outcomes.flush();
    this.#texts.flush();
  }

  /** What cannot be written is found missing when it is read. */
  tryFlush(): void {
    orNull(() => this.flush());
  }

  close(): void {
    this.tryFlush();
    this.#outcomes.close();
    this.#texts.close();
  }
}

/** Outcomes are read one after the other, so many of them come at once. */
const READ_AHEAD_BYTES = 1 << 18;

/**
 * Reads a segment. What is not there, or not as it was written, is null. What it gives is overwritten
 * by what is read next.
 */
export class SegmentReader {
  readonly #outcomes: StretchReader;
  readonly #texts: StretchReader;

  constructor(folder: string, name: string) {
    this.#outcomes = new StretchReader(join(folder, `${name}.${FILES.outcome}`), READ_AHEAD_BYTES);
    this.#texts = new StretchReader(join(folder, `${name}.${FILES.text}`), 0);
  }

  outcome(stretch: Stretch): Uint8Array | null {
    return this.#outcomes.read(stretch);
  }

  text(stretch: Stretch): Uint8Array | null {
    return this.#texts.read(stretch);
  }

  close(): void {
    this.#outcomes.close();
    this.#texts.close();
  }
}

/** Reads stretches of a file, and what follows them, in case that is asked for next. */
class StretchReader {
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

class AppendedFile {
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

function orNull<T>(attempt: () => T): T | null {
  try {
    return attempt();
  } catch {
    return null;
  }
}
