import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";

/** Texts that wait on disk until it is known where their links lead: a site fits into no memory. */
export class Spool<Entry> {
  readonly #file: string;
  readonly #stream;
  #count = 0;

  constructor(file: string) {
    this.#file = file;
    this.#stream = createWriteStream(file);
  }

  get count(): number {
    return this.#count;
  }

  async add(entry: Entry): Promise<void> {
    this.#count += 1;
    if (!this.#stream.write(`${JSON.stringify(entry)}\n`)) await once(this.#stream, "drain");
  }

  /** Gives all entries back in their order, once nothing more is added. */
  async *read(): AsyncGenerator<Entry> {
    this.#stream.end();
    if (!this.#stream.writableFinished) await once(this.#stream, "finish");
    const lines = createInterface({ input: createReadStream(this.#file, "utf8"), crlfDelay: Infinity });
    // It was written by this process a moment ago.
    for await (const line of lines) yield JSON.parse(line) as Entry;
  }
}
