/** A copy of a text that keeps nothing else alive: what is cut out of a document holds all of it in memory. */
export function detached(text: string): string {
  return Buffer.from(text, "utf16le").toString("utf16le");
}
