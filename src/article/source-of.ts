import type { ParsedSource, Source, SourceText } from "./article.ts";
import { contentDigest } from "./content-digest.ts";

/** Makes a source of what was parsed; `readText` gives its text back when that is needed. */
export function sourceOf(source: ParsedSource, readText: () => SourceText = () => textOf(source)): Source {
  const { body, text: _text, extra: _extra, plain, ...told } = source;
  const references = body.filter((piece) => typeof piece !== "string");
  const digest = contentDigest(plain ? { ...source, ...plain } : source);
  return {
    ...told,
    references,
    digest,
    ...(plain && { dialectDigest: contentDigest(source) }),
    readText,
  };
}

/** The long part of a source. */
export function textOf({ text, body }: ParsedSource): SourceText {
  return { text, pieces: body.filter((piece) => typeof piece === "string") };
}
