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
  return cut.slice(0, cut.lastIndexOf("-") > 0 ? cut.lastIndexOf("-") : MAX_SLUG);
}

function keepScript(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}
