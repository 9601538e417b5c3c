import type { Markup } from "../text/markup.ts";
import { markup } from "../text/markup.ts";
import type { FeedEnclosure, FeedImage } from "./feed-model.ts";
import { wholeSeconds } from "./podcast-model.ts";

/** A file that comes with an article (Media RSS 1.5, `media:content`, https://www.rssboard.org/media-rss). */
export function mediaContent({ url, type, sizeBytes, durationSeconds, title }: FeedEnclosure): Markup {
  const medium = mediumOf(type);
  const attributes = [
    markup` url="${url}"`,
    type ? markup` type="${type}"` : null,
    medium ? markup` medium="${medium}"` : null,
    sizeBytes === null ? null : markup` fileSize="${sizeBytes}"`,
    durationSeconds === null ? null : markup` duration="${wholeSeconds(durationSeconds)}"`,
  ];
  return title
    ? markup`<media:content${attributes}><media:title>${title}</media:title></media:content>`
    : markup`<media:content${attributes}/>`;
}

/** The picture that stands for an article. It has no length, which tells it from a file that comes along. */
export function pictureContent({ url, type, ...size }: FeedImage): Markup {
  const typed = type ? markup` type="${type}"` : null;
  return markup`<media:content url="${url}"${typed} medium="image"${pixelsOf(size)}/>`;
}

/** The same as a thumbnail, which more readers look at. */
export function thumbnail({ url, type: _, ...size }: FeedImage): Markup {
  return markup`<media:thumbnail url="${url}"${pixelsOf(size)}/>`;
}

function pixelsOf({ width, height }: Pick<FeedImage, "width" | "height">): Markup {
  return markup`${width ? markup` width="${width}"` : null}${height ? markup` height="${height}"` : null}`;
}

/** The medium of a type: an image, a sound, a film or a document. */
function mediumOf(type: string | null): string | null {
  const [, kind = ""] = /^(image|audio|video)\//.exec(type ?? "") ?? [];
  return kind || (type === null ? null : "document");
}
