import type { Media } from "../article/media.ts";

/**
 * Tells the width and height of each image of the site, in clean HTML, so that text does not jump
 * when the image comes (HTML §4.8.4.3). One that names either keeps what it names.
 */
export function sizedImages(html: string, media: ReadonlyMap<string, Media>): string {
  if (!html.includes("<img ")) return html;
  return html.replace(/<img(?![^>]*\s(?:width|height)=) [^>]*?src="([^"]*)"/g, (tag, src: string) => {
    const { width = null, height = null } = media.get(src) ?? {};
    return width === null || height === null ? tag : `${tag} width="${width}" height="${height}"`;
  });
}
