import type { ArticleText } from "../../article/article.ts";
import type { Media } from "../../article/media.ts";
import { joinBody } from "../../article/references.ts";
import type { Source, SourceText } from "../../article/source.ts";
import type { AbsoluteUrl } from "../../article/values.ts";
import { absoluteUrl } from "../../article/values.ts";
import type { LedReferences } from "./article-fingerprint.ts";
import { sizedImages, withoutBrokenImages } from "./site-media.ts";

/** The text that was read last: what shows an article asks for it several times in a row. */
export interface LatestText {
  /** As its source reads it. */
  readText: (() => SourceText) | null;
  text: ArticleText | null;
}

/** Most articles have no broken image; there are many, so they share it. */
export const NONE_BROKEN: ReadonlySet<AbsoluteUrl> = new Set();

/** What the texts of a site have in common. */
interface TextSurroundings {
  readonly media: ReadonlyMap<AbsoluteUrl, Media>;
  readonly latest: LatestText;
}

/**
 * Reads the text of an article with its references led to where they mean. It stands apart from where those
 * are resolved, so that an article holds on to its text and to nothing else of its source.
 */
export function textReader(
  readText: () => SourceText,
  led: NonNullable<LedReferences> | Source["references"],
  { media, latest }: TextSurroundings,
): () => ArticleText {
  return () => {
    if (latest.readText === readText && latest.text !== null) return latest.text;
    const { pieces, text } = readText();
    const { urls, broken } = "urls" in led ? led : elsewhere(led);
    const html = sizedImages(withoutBrokenImages(joinBody(pieces, urls), broken), media);
    latest.readText = readText;
    latest.text = { html, text };
    return latest.text;
  };
}

function elsewhere(references: Source["references"]): NonNullable<LedReferences> {
  return { urls: references.map(({ target }) => absoluteUrl(target)), broken: NONE_BROKEN };
}
