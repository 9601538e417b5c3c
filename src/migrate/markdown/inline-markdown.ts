import type { HtmlElement, HtmlNode } from "../body/html-tree.ts";
import { textOfNodes, writeHtml } from "../body/html-tree.ts";
import { codeSpan, destination, escapeMarkdown, titled } from "./escape-markdown.ts";

const MARKS: Readonly<Record<string, string>> = { strong: "**", del: "~~" };

/** Phrases as Markdown, in which what Markdown has no marks for stays HTML. Breaks end lines. */
export function inlineMarkdown(nodes: readonly HtmlNode[], isLineStart = true, emphasis = "*"): string {
  const parts: string[] = [];
  let begins = isLineStart;
  for (const node of nodes) {
    const part =
      typeof node === "string" ? textMarkdown(node, begins) : elementMarkdown(node, begins, emphasis);
    if (part === "") continue;
    parts.push(part);
    begins = part.endsWith("\n");
  }
  return parts.join("");
}

function textMarkdown(text: string, begins: boolean): string {
  const folded = text.replace(/[ \t\n\r\f]+/g, " ");
  return escapeMarkdown(begins ? folded.trimStart() : folded, begins);
}

function elementMarkdown(node: HtmlElement, begins: boolean, emphasis: string): string {
  const { name, attributes, children } = node;
  const mark = name === "em" ? emphasis : MARKS[name];
  if (name === "br") return "\\\n";
  if (mark !== undefined && Object.keys(attributes).length === 0) {
    // Stars beside stars would change places.
    const inside = inlineMarkdown(children, false, name === "strong" ? "_" : "*");
    const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inside) ?? [];
    return words === "" ? inside : `${before}${mark}${words}${mark}${after}`;
  }
  if (
    name === "code" &&
    Object.keys(attributes).length === 0 &&
    children.every((one) => typeof one === "string")
  )
    return codeSpan(textOfNodes(children).replace(/[ \t\n\r\f]+/g, " "));
  if (name === "img") {
    const { src = "", alt = "", title } = attributes;
    return `![${escapeMarkdown(alt, false)}](${destination(src)}${titled(title)})`;
  }
  if (name === "a" && attributes.href !== undefined && attributes.id === undefined) {
    const { href, title } = attributes;
    const text = textOfNodes(children);
    const isAutolink =
      text === href && /^https?:\/\/[^\s<>]+$/.test(href) && children.every((one) => typeof one === "string");
    return isAutolink
      ? `<${href}>`
      : `[${inlineMarkdown(children, false)}](${destination(href)}${titled(title)})`;
  }
  const [opening = "", closing = ""] = tagsOf(node);
  return opening + inlineMarkdown(children, begins && opening === "") + closing;
}

/** The tags of an element without what it holds. */
export function tagsOf({ name, attributes }: HtmlElement): readonly string[] {
  const whole = writeHtml([{ name, attributes, children: [] }]);
  return whole.endsWith("/>") ? [whole, ""] : [whole.slice(0, -`</${name}>`.length), `</${name}>`];
}
