import type { SplitText } from "../formats/front-matter.ts";
import { webUrl } from "../values/field-values.ts";
import type { ReadFields } from "./article-fields.ts";
import { saysNothing } from "./no-article.ts";

/** Under which names posts keep the page elsewhere that they are about. */
export const LINK_NAMES = ["external_url", "externalUrl", "external_link", "externalLink"] as const;

/** Fields of a post that holds nothing but the address of a page elsewhere: its own address leads there. */
export function withLink(read: ReadFields, split: SplitText): ReadFields {
  if (!saysNothing(split, read.fields)) return read;
  const target = LINK_NAMES.map((name) => webUrl(read.extra[name])).find((url) => url !== null);
  return target === undefined ? read : { ...read, fields: { ...read.fields, redirectTo: target } };
}
