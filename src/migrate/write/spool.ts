import { closeSync, createReadStream, openSync, writeSync } from "node:fs";

/** So many characters wait before they are written. */
const WRITTEN_AT = 1024 * 1024;

/** Texts that wait on disk until it is known where their links lead: a site fits into no memory. */
export class Spool<Entry> {
  readonly #path: string;
  #file: number | null = null;
  #waiting = "";
  #count = 0;

  constructor(path: string) {
    this.#path = path;
  }

  get count(): number {
    return this.#count;
  }

  add(entry: Entry): void {
    this.#count += 1;
    this.#waiting += `${JSON.stringify(entry)}\n`;
    if (this.#waiting.length >= WRITTEN_AT) this.#flush();
  }

  /** Gives all entries back in their order, once nothing more is added. */
  async *read(): AsyncGenerator<Entry> {
    closeSync(this.#flush());
    let rest = "";
    for await (const chunk of createReadStream(this.#path, "utf8")) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      // It was written by this process a moment ago.
      for (const line of lines) yield JSON.parse(line) as Entry;
    }
  }

  #flush(): number {
    this.#file ??= openSync(this.#path, "w");
    writeSync(this.#file, this.#waiting);
    this.#waiting = "";
    return this.#file;
  }
}
