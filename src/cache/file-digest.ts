import { hash } from "node:crypto";
import { readFileSync } from "node:fs";

/** SHA-256 of a file; empty for what cannot be read as one. */
export function fileDigest(place: string): string {
  try {
    return hash("sha256", readFileSync(place), "base64url");
  } catch {
    return "";
  }
}
