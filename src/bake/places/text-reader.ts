import type { ArticleText, SourceText } from "../../article/article.ts";
import type { Media } from "../../article/media.ts";
import { joinBody } from "../../article/references.ts";
import type { AbsoluteUrl } from "../../article/values.ts";
import { sizedImages, withoutBrokenImages } from "./site-media.ts";

/** The text that was read last: what shows an article asks for it several times in a row. */
export interface LatestText {
  read: (() => ArticleText) | null;
  text: ArticleText | null;
}

/** Apart from where it is resolved, so that an article holds on to its text and to nothing else of its source. */
export function textReader(
  readText: () => SourceText,
  urls: readonly (AbsoluteUrl | null)[],
  broken: ReadonlySet<AbsoluteUrl>,
  media: ReadonlyMap<AbsoluteUrl, Media>,
  latest: LatestText,
): () => ArticleText {
  const read = () => {
    if (latest.read === read && latest.text !== null) return latest.text;
    const { pieces, text } = readText();
    const html = sizedImages(withoutBrokenImages(joinBody(pieces, urls), broken), media);
    latest.read = read;
    latest.text = { html, text };
    return latest.text;
  };
  return read;
}
