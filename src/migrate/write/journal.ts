import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
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
  readonly #entries = new Map<string, JournalEntry>();

  /** Opens the journal of a folder; `isWritten` is false where nothing may be. */
  constructor(folder: string, { isWritten }: { readonly isWritten: boolean }) {
    this.#file = join(folder, JOURNAL_FILE);
    this.#isWritten = isWritten;
    const lines = existsSync(this.#file) ? readFileSync(this.#file, "utf8").split("\n") : [];
    for (const line of lines) {
      const entry = parsed(line);
      if (entry !== null) this.#entries.set(`${entry.kind} ${entry.key}`, entry);
    }
  }

  find(kind: JournalEntry["kind"], key: string): JournalEntry | null {
    return this.#entries.get(`${kind} ${key}`) ?? null;
  }

  all(): Iterable<JournalEntry> {
    return this.#entries.values();
  }

  add(entry: JournalEntry): void {
    const before = this.find(entry.kind, entry.key);
    if (before !== null && before.path === entry.path && before.hash === entry.hash) return;
    this.#entries.set(`${entry.kind} ${entry.key}`, entry);
    if (!this.#isWritten) return;
    mkdirSync(dirname(this.#file), { recursive: true });
    appendFileSync(this.#file, `${JSON.stringify(entry)}\n`);
  }

  /** Writes each entry once. */
  tidy(): void {
    if (!this.#isWritten || this.#entries.size === 0) return;
    const lines = [...this.#entries.values()].map((entry) => JSON.stringify(entry));
    writeFileSync(`${this.#file}.new`, `${lines.join("\n")}\n`);
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
