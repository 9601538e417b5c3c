import type { OldFile } from "../model/old-post.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { childrenOf, childText } from "../xml/xml-element.ts";
import { secondsOf } from "./duration.ts";

/** The picture that stands for an item. */
export function imageOf(item: XmlElement): string | null {
  const media = childrenOf(item, "media:content", "media:thumbnail").concat(
    childrenOf(item, "media:group").flatMap((group) => childrenOf(group, "media:content", "media:thumbnail")),
  );
  const image = media.find(
    ({ name, attributes }) =>
      name === "media:thumbnail" || attributes.medium === "image" || attributes.type?.startsWith("image/"),
  );
  const cover = childrenOf(item, "itunes:image")[0]?.attributes.href;
  return image?.attributes.url ?? cover ?? null;
}

/** The files that come with an item. */
export function enclosuresOf(item: XmlElement): readonly OldFile[] {
  const links = childrenOf(item, "link", "atom:link").filter(
    ({ attributes }) => attributes.rel === "enclosure",
  );
  const seconds = secondsOf(childText(item, "itunes:duration"));
  return [...childrenOf(item, "enclosure"), ...links].flatMap(({ attributes }) => {
    const { url = attributes.href, length = "", type = "" } = attributes;
    if (!url) return [];
    return {
      url,
      type: /^[a-z]+\/[\w.+-]+$/i.test(type) ? type.toLowerCase() : null,
      sizeBytes: /^\d{1,15}$/.test(length) && Number(length) > 0 ? Number(length) : null,
      durationSeconds: seconds,
    };
  });
}
