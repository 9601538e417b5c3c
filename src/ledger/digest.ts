import { hash } from "node:crypto";
import type { SourceArticle } from "../article/article.ts";

/** 128 bits of SHA-256, in 22 characters that need no escape. */
export function digestOf(text: string): string {
  return hash("sha256", text, "base64url").slice(0, 22);
}

/**
 * Of what a source says: not where it lies, which addresses and dates it asks for, what follows from
 * its folder or from site.toml, and what follows from the rest. Fields without a value do not count,
 * so that a field which later versions add does not make every article look edited.
 */
export function contentDigest(source: SourceArticle): string {
  const { path, section, slug, suggestedSlug, permalink, aliases, id, draft, ...told } = source;
  const { published, updated, language, text, wordCount, extra, page, body, enclosures, ...said } = told;
  const all = {
    ...said,
    authors: source.authors.map(({ name }) => name),
    // Lines move where the text does not change.
    body: body.map((piece) => (typeof piece === "string" ? piece : [piece.target])),
    image: source.image && { target: source.image.target, alt: source.image.alt },
    enclosures: enclosures.length > 0 ? enclosures.map(({ line, ...enclosure }) => enclosure) : null,
  };
  const present = Object.entries(all).filter(([, value]) => value !== null && value !== undefined);
  return digestOf(JSON.stringify(present));
}
