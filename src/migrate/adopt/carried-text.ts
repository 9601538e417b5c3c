import { printable } from "../../article/plain-text.ts";

/** Bytes that a text of `adopted.toml` may take. */
const MOST_BYTES = 2000;

/** Whether a text that readers know can stand in `adopted.toml` and in feeds, letter for letter. */
export function isCarried(text: string): boolean {
  return printable(text) === text && Buffer.byteLength(text) <= MOST_BYTES;
}
