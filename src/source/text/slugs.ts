import { slugify } from "./slugify.ts";

/** Longest slug that is made from a headline, in characters. */
const MAX_SLUG = 80;

/** Words of small letters and digits, the first letter of each perhaps a capital, and nothing that is spelled out. */
const PLAIN = /^(?:[ ,.-]|(?<![A-Za-z\d])[A-Z]|[a-z\d])*$/;

/**
 * A slug from a headline or a name: Latin, Cyrillic and others transliterated, scripts that cannot
 * be are kept. Never empty.
 */
export function suggestSlug(text: string): string {
  const latin = PLAIN.test(text) ? plainSlug(text) : slugify(text);
  const kept = latin === "" ? keepScript(text) : latin;
  if (kept.length <= MAX_SLUG) return kept || "article";
  const cut = kept.slice(0, MAX_SLUG + 1);
  const end = cut.lastIndexOf("-");
  // A character of two code units stays whole, or goes whole.
  return end > 0 ? cut.slice(0, end) : cut.slice(0, MAX_SLUG).replace(/[\ud800-\udbff]$/, "");
}

/** What the library makes of it, which looks for far more. */
function plainSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-|-$/g, "");
}

function keepScript(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
