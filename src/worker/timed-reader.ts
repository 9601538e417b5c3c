import type { ReadDocument } from "./stored-document.ts";

/** A reader that knows how many milliseconds it has waited for the store, reads side by side counted each. */
export function timedReader(read: ReadDocument): {
  readonly read: ReadDocument;
  readonly spentMs: () => number;
} {
  let spent = 0;
  return {
    spentMs: () => spent,
    async read(key) {
      const started = Date.now();
      const document = await read(key);
      spent += Date.now() - started;
      return document;
    },
  };
}
