import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import * as v from "valibot";

/** Beside the settings of the site; hidden, so that no bake sees it. */
export const JOURNAL_FILE = ".feedwright-import.jsonl";

const ENTRY = v.object({
  kind: v.picklist(["article", "media", "settings"]),
  key: v.string(),
  path: v.string(),
  hash: v.string(),
});

/** A file that an import wrote: what it came from, where it lies, what it held. */
export type JournalEntry = v.InferOutput<typeof ENTRY>;

/**
 * Remembers what imports wrote into a folder, a line for each file as it is written: an import that is
 * stopped anywhere goes on where it was, and what a publisher has edited since is known.
 */
export class Journal {
  readonly #file: string;
  readonly #isWritten: boolean;
  /** By kind and key; hundreds of thousands for a large site, so a key is held once. */
  readonly #entries: Readonly<Record<JournalEntry["kind"], Map<string, JournalEntry>>> = {
    article: new Map(),
    media: new Map(),
    settings: new Map(),
  };

  /** Opens the journal of a folder; `isWritten` is false where nothing may be. */
  constructor(folder: string, { isWritten }: { readonly isWritten: boolean }) {
    this.#file = join(folder, JOURNAL_FILE);
    this.#isWritten = isWritten;
    const lines = existsSync(this.#file) ? readFileSync(this.#file, "utf8").split("\n") : [];
    for (const line of lines) {
      const entry = parsed(line);
      if (entry !== null) this.#entries[entry.kind].set(entry.key, entry);
    }
  }

  find(kind: JournalEntry["kind"], key: string): JournalEntry | null {
    return this.#entries[kind].get(key) ?? null;
  }

  *all(): Iterable<JournalEntry> {
    for (const entries of Object.values(this.#entries)) yield* entries.values();
  }

  add(entry: JournalEntry): void {
    const before = this.find(entry.kind, entry.key);
    if (before !== null && before.path === entry.path && before.hash === entry.hash) return;
    this.#entries[entry.kind].set(entry.key, entry);
    if (!this.#isWritten) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    appendFileSync(this.#file, `${JSON.stringify(entry)}\n`);
  }

  /** Writes each entry once. */
  tidy(): void {
    if (!this.#isWritten || Object.values(this.#entries).every(({ size }) => size === 0)) return;
    const file = openSync(`${this.#file}.new`, "w");
    try {
      for (const entry of this.all()) writeSync(file, `${JSON.stringify(entry)}\n`);
    } finally {
      closeSync(file);
    }
    renameSync(`${this.#file}.new`, this.#file);
  }
}

/** A line that was cut off when the machine stopped says nothing. */
function parsed(line: string): JournalEntry | null {
  try {
    const entry = v.safeParse(ENTRY, JSON.parse(line));
    return entry.success ? entry.output : null;
  } catch {
    return null;
  }
}
