import { hash } from "node:crypto";

/** 128 bits of SHA-256, in 22 characters that need no escape. */
export function digestOf(text: string): string {
  return hash("sha256", text, "base64url").slice(0, 22);
}
