import { hash } from "node:crypto";

const CHARACTERS = 22;

/** 128 bits of SHA-256 and a little more, in 22 characters that need no escape. */
export function digestOf(text: string): string {
  const whole = hash("sha256", text, "base64url");
  // A copy: a slice would keep the whole in memory, of every article and document.
  return Buffer.from(whole, "latin1").toString("latin1", 0, CHARACTERS);
}
