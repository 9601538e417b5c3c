import { createReadStream, openSync, rmSync, writeSync } from "node:fs";

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
    const file = this.#flush();
    let rest = "";
    for await (const chunk of createReadStream(this.#path, { fd: file, start: 0, encoding: "utf8" })) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      // It was written by this process a moment ago.
      for (const line of lines) yield JSON.parse(line) as Entry;
    }
  }

  #flush(): number {
    this.#file ??= openHidden(this.#path);
    writeSync(this.#file, this.#waiting);
    this.#waiting = "";
    return this.#file;
  }
}

/** Opens a file that is gone once this process ends, whatever ends it; on Windows, once it is removed. */
function openHidden(path: string): number {
  const file = openSync(path, "w+");
  try {
    rmSync(path);
  } catch {
    // Windows keeps what is open.
  }
  return file;
}
