import type { PlainBody, PlainMetadata } from "../../bake/store-representation.ts";
import type { CompressTask, PartToCompress } from "./tasks.ts";

/** About so many bytes go to a thread together. */
const BATCH_BYTES = 1 << 20;

/** Metadata and bodies on their way to a thread, in memory that is used again and again. */
export class Batch<Place> {
  /** Whose they are, in the order of `content.parts`. */
  readonly places: Place[] = [];
  #parts: PartToCompress[] = [];
  #buffer = sharedBuffer(BATCH_BYTES);
  #written = 0;

  /** Whether there is room; an empty one makes as much as is needed. */
  takes(metadata: string, body: PlainBody): boolean {
    const bytes = Buffer.byteLength(metadata) + Buffer.byteLength(body);
    return this.#written === 0 || this.#written + bytes <= this.#buffer.byteLength;
  }

  add(
    place: Place,
    kind: PlainMetadata["kind"],
    metadata: string,
    body: PlainBody,
    items: PartToCompress["items"],
  ): void {
    const bytes = Buffer.byteLength(metadata) + Buffer.byteLength(body);
    if (this.#written + bytes > this.#buffer.byteLength) this.#buffer = sharedBuffer(bytes);
    const metadataBytes = this.#write(metadata);
    const bodyBytes = this.#write(body);
    this.places.push(place);
    this.#parts.push({ kind, metadataBytes, bodyBytes, items });
  }

  /** What a thread is told. */
  get content(): Pick<CompressTask, "bytes" | "parts"> {
    return { bytes: this.#buffer.subarray(0, this.#written), parts: this.#parts };
  }

  /** Makes room, once nobody reads what was in it. */
  clear(): void {
    this.places.length = 0;
    this.#parts = [];
    this.#written = 0;
    if (this.#buffer.byteLength > BATCH_BYTES) this.#buffer = sharedBuffer(BATCH_BYTES);
  }

  #write(part: PlainBody): number {
    if (typeof part === "string") this.#buffer.write(part, this.#written);
    else this.#buffer.set(part, this.#written);
    const bytes = Buffer.byteLength(part);
    this.#written += bytes;
    return bytes;
  }
}

function sharedBuffer(bytes: number): Buffer<SharedArrayBuffer> {
  return Buffer.from(new SharedArrayBuffer(bytes));
}
