import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf } from "../article/digest.ts";
import type { CacheDisk } from "./cache-disk.ts";

/** Nothing else is the name of a file here. */
const DIGEST = /^[\w-]{22}$/;

/** Texts that are known by their digests, each in a file of that name. What a file holds counts where it has the digest. */
export class DigestedTexts {
  readonly #folder: string;
  readonly #disk: Pick<CacheDisk, "keep">;
  readonly #isFull: boolean;

  /** A full cache remembers nothing, but learns. */
  constructor(folder: string, disk: Pick<CacheDisk, "keep">, isFull = false) {
    this.#folder = folder;
    this.#disk = disk;
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

  keep({ digest, text }: { readonly digest: string; readonly text: string }): void {
    this.#disk.keep(() => {
      mkdirSync(this.#folder, { recursive: true });
      writeFileSync(join(this.#folder, digest), text);
    });
  }

  forgetOthers(digests: readonly string[]): void {
    const kept = new Set(digests);
    this.#disk.keep(() => {
      for (const name of readdirSync(this.#folder)) {
        if (!kept.has(name)) rmSync(join(this.#folder, name), { force: true });
      }
    });
  }
}
