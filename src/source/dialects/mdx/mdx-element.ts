import { escapeAttribute } from "../../../article/escape-attribute.ts";
import type { Replacement } from "./mdx-components.ts";
import type { MdxTag, MdxValue } from "./mdx-tag.ts";
import type { MdxNames } from "./mdx-values.ts";
import { mdxValue } from "./mdx-values.ts";

/** Elements that stand on lines of their own; Markdown between their lines is Markdown (MDX §2). */
const BLOCKS =
  /^(?:article|aside|blockquote|center|details|div|dd|dl|dt|figure|figcaption|footer|header|h[1-6]|li|main|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul|video|audio|picture)$/;
/** Elements that hold nothing. */
export const VOID: ReadonlySet<string> = new Set(
  "area br col embed hr img input link meta param source track wbr".split(" "),
);
/** Names that JSX has for attributes of HTML. */
const HTML_NAMES: Readonly<Record<string, string>> = {
  srcSet: "srcset",
  colSpan: "colspan",
  rowSpan: "rowspan",
  dateTime: "datetime",
  autoPlay: "autoplay",
};

/** A tag of HTML as HTML has it; what depends on a program goes. */
export function mdxElement(
  { name, kind, attributes }: MdxTag,
  names: MdxNames,
  mayBeBlock: boolean,
): Replacement {
  const written = [...attributes].flatMap(([key, value]) => {
    const known = /^(?:className|style|key|ref|on[A-Z]\w*)$/.test(key) ? null : textOf(value, names);
    return known === null ? [] : ` ${HTML_NAMES[key] ?? key}="${escapeAttribute(known)}"`;
  });
  const opening = `<${name}${written.join("")}>`;
  const isVoid = VOID.has(name);
  const closing = `</${name}>`;
  if (!BLOCKS.test(name) || kind === "single" || !mayBeBlock)
    return { before: kind === "single" && !isVoid ? opening + closing : opening, after: closing };
  return { before: `${opening}\n\n`, after: `\n\n${closing}\n\n` };
}

/** What an attribute comes to; null where only a program can say. */
export function textOf(value: MdxValue | undefined, names: MdxNames): string | null {
  if (value === undefined) return null;
  return value.kind === "text" ? value.source : mdxValue(value.source, names);
}
