import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "../article/digest.ts";
import type { CacheDisk } from "./cache-disk.ts";
import { readCheckedBytes, writeChecked } from "./checked-file.ts";

/** Nothing else is the name of a text here. */
const DIGEST = /^[\w-]{22}$/;

const SUMMARY = ".summary";

/**
 * Texts that are known by their digests, each in a file of that name, and beside them what a program sums
 * up of them. What a file holds counts where it has the digest; a summary, where this program made it.
 */
export class DigestedTexts {
  readonly #folder: string;
  readonly #disk: Pick<CacheDisk, "keep">;
  readonly #program: string;
  readonly #isFull: boolean;

  /** A full cache remembers nothing, but learns. */
  constructor(folder: string, disk: Pick<CacheDisk, "keep">, program: string, isFull = false) {
    this.#folder = folder;
    this.#disk = disk;
    this.#program = program;
    this.#isFull = isFull;
  }

  /** The text with a digest; null where it is not there, or is damaged. */
  recall(digest: string): string | null {
    if (this.#isFull || !DIGEST.test(digest)) return null;
    try {
      const text = readFileSync(join(this.#folder, digest), "utf8");
      return digestOf(text) === digest ? text : null;
    } catch {
      return null;
    }
  }

  /** The summary of a text; null where there is none of this program, or it is damaged. */
  recallSummary(digest: string): Buffer | null {
    if (this.#isFull || !DIGEST.test(digest)) return null;
    const start = this.#startOf(digest);
    return readCheckedBytes(join(this.#folder, digest + SUMMARY), (bytes) =>
      bytes.subarray(0, start.length).equals(start) ? bytes.subarray(start.length) : null,
    );
  }

  keep({ digest, text }: { readonly digest: string; readonly text: string }): void {
    this.#write(() => writeFileSync(join(this.#folder, digest), text));
  }

  keepSummary(digest: string, summary: Uint8Array): void {
    this.#write(() => writeChecked(join(this.#folder, digest + SUMMARY), [this.#startOf(digest), summary]));
  }

  forgetOthers(digests: readonly string[]): void {
    const kept = new Set(digests);
    this.#disk.keep(() => {
      for (const name of readdirSync(this.#folder)) {
        const digest = name.endsWith(SUMMARY) ? name.slice(0, -SUMMARY.length) : name;
        if (!kept.has(digest)) rmSync(join(this.#folder, name), { force: true });
      }
    });
  }

  /** What a summary begins with: who made it, and of which text. */
  #startOf(digest: string): Buffer {
    return Buffer.from(`${this.#program}\n${digest}\n`);
  }

  #write(write: () => void): void {
    this.#disk.keep(() => {
      mkdirSync(this.#folder, { recursive: true });
      write();
    });
  }
}
