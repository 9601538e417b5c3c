import { contentDigest } from "./content-digest.ts";
import type { ParsedSource, Source, SourceText } from "./source.ts";

/** Makes a source of what was parsed; `readText` gives its text back when that is needed. */
export function sourceOf(source: ParsedSource, readText: () => SourceText = () => textOf(source)): Source {
  const { body, text: _text, extra: _extra, plain, ...told } = source;
  const references = body.filter((piece) => typeof piece !== "string");
  const { madeBy: _, ...said } = plain ?? { madeBy: null };
  const digest = contentDigest({ ...source, ...said });
  return {
    ...told,
    references,
    digest,
    ...(body.some(needsStyles) && { needsTextStylesheet: true }),
    ...(plain && { dialectDigest: plain.madeBy === null ? contentDigest(source) : digest + plain.madeBy }),
    readText,
  };
}

const STYLED = ['<code class="language-', "<math", "<dl>"];

function needsStyles(piece: ParsedSource["body"][number]): boolean {
  return typeof piece === "string" && STYLED.some((tag) => piece.includes(tag));
}

/** The long part of a source. */
export function textOf({ text, body }: ParsedSource): SourceText {
  return { text, pieces: body.filter((piece) => typeof piece === "string") };
}
