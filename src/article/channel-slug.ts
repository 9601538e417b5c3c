import { foldName } from "./channel-name.ts";
import { slug } from "./values.ts";

/** Longest slug of a channel, percent-encoded: its feeds' storage keys have 512 bytes. */
const MAX_SLUG_BYTES = 240;

/**
 * The slug that a name suggests: letters and digits of any script, in lower case, the rest as hyphens;
 * never empty, never too long.
 */
export function channelSlug(name: string): string {
  const words = foldName(name)
    .normalize("NFC")
    .split(/[^\p{L}\p{M}\p{N}]/u)
    .filter(Boolean);
  let path = "";
  for (const word of words) {
    const longer = path === "" ? word : `${path}-${word}`;
    if (encodeURIComponent(longer.toWellFormed()).length > MAX_SLUG_BYTES) break;
    path = longer;
  }
  return slug(path) ?? slug([...(words[0] ?? "")].slice(0, 20).join("")) ?? "other";
}
