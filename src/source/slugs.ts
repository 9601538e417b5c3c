import slugify from "@sindresorhus/slugify";

/** Longest slug that is made from a headline, in characters. */
const MAX_SLUG = 80;

/**
 * A slug from a headline or a name: Latin, Cyrillic and others transliterated, scripts that cannot
 * be are kept. Never empty.
 */
export function suggestSlug(text: string): string {
  const latin = slugify(text);
  const kept = latin === "" ? keepScript(text) : latin;
  if (kept.length <= MAX_SLUG) return kept || "article";
  const cut = kept.slice(0, MAX_SLUG + 1);
  const end = cut.lastIndexOf("-");
  // A character of two code units stays whole, or goes whole.
  return end > 0 ? cut.slice(0, end) : cut.slice(0, MAX_SLUG).replace(/[\ud800-\udbff]$/, "");
}

function keepScript(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
