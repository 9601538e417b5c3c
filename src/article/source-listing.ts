import type { SourceArticle, SourceListing, SourceText } from "./article.ts";
import { contentDigest } from "./content-digest.ts";

/** Lists a source; `readText` gives its text back when that is needed. */
export function listSource(
  source: SourceArticle,
  readText: () => SourceText = () => textOf(source),
): SourceListing {
  const { body, text: _text, extra: _extra, ...listing } = source;
  const references = body.filter((piece) => typeof piece !== "string");
  return { ...listing, references, digest: contentDigest(source), readText };
}

/** The long part of a source. */
export function textOf({ text, body }: SourceArticle): SourceText {
  return { text, pieces: body.filter((piece) => typeof piece === "string") };
}
