import type { Markup } from "../text/markup.ts";
import { markup } from "../text/markup.ts";
import type { FeedChannel } from "./feed-model.ts";

/** As large as an image of a channel is shown at most (RSS 2.0, "image"). */
const MOST_WIDE = 144;
const MOST_HIGH = 400;

/** The image of the channel, a GIF, JPEG or PNG: its title and link are the channel's own, its size the one to show it in. */
export function rssImage({
  image,
  smallImage: url = image,
  title,
  url: link,
  imageSize,
}: FeedChannel): readonly (Markup | null)[] {
  if (url === undefined || /\.(avif|ico|svg|webp)$/i.test(url)) return [];
  const scale = imageSize ? Math.min(1, MOST_WIDE / imageSize.width, MOST_HIGH / imageSize.height) : 1;
  const pixels = (length: number) => Math.max(1, Math.round(length * scale));
  return [
    markup`<image>`,
    markup`<url>${url}</url>`,
    markup`<title>${title}</title>`,
    markup`<link>${link}</link>`,
    imageSize ? markup`<width>${pixels(imageSize.width)}</width>` : null,
    imageSize ? markup`<height>${pixels(imageSize.height)}</height>` : null,
    markup`</image>`,
  ];
}
