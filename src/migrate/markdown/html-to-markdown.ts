import { isBlock } from "../body/flow.ts";
import type { HtmlElement, HtmlNode } from "../body/html-tree.ts";
import { parseHtml, textOfNodes, writeHtml } from "../body/html-tree.ts";
import { inlineMarkdown } from "./inline-markdown.ts";
import { tableMarkdown } from "./table-markdown.ts";

/**
 * Writes clean HTML as Markdown: CommonMark with the tables and strikethrough of GitHub, and HTML where
 * Markdown has nothing for it. Whether the same comes back is for the caller to see.
 */
export function htmlToMarkdown(html: string): string {
  return `${blocksMarkdown(parseHtml(html)).trim()}\n`;
}

function blocksMarkdown(nodes: readonly HtmlNode[]): string {
  const blocks: string[] = [];
  let before: HtmlNode | null = null;
  for (const node of nodes) {
    if (typeof node === "string" && node.trim() === "") continue;
    const markdown = blockMarkdown(node);
    // Two lists in a row are one without a comment between them.
    if (isList(node) && isList(before)) blocks.push("<!-- -->");
    if (markdown.trim() !== "") blocks.push(markdown);
    before = node;
  }
  return blocks.join("\n\n");
}

function isList(node: HtmlNode | null): boolean {
  return typeof node === "object" && (node?.name === "ul" || node?.name === "ol");
}

function blockMarkdown(node: HtmlNode): string {
  if (typeof node === "string") return inlineMarkdown([node]).trim();
  const { name, attributes, children } = node;
  const bare = Object.keys(attributes).length === 0;
  if (name === "p" && bare) return inlineMarkdown(children).trim();
  if (/^h[1-6]$/.test(name) && bare) {
    const text = inlineMarkdown(children, false).trim().replace(/\\?\n/g, " ");
    return `${"#".repeat(Number(name[1]))} ${text.replace(/(#+)$/, "\\$1")}`;
  }
  if (name === "blockquote" && bare) return prefixed(blocksMarkdown(children), "> ", "> ");
  if (name === "hr" && bare) return "***";
  if (name === "pre" && bare) return codeMarkdown(node);
  if (name === "ul" && bare) return listMarkdown(children, () => "- ");
  if (name === "ol" && Object.keys(attributes).every((key) => key === "start")) {
    const start = /^\d{1,8}$/.test(attributes.start ?? "1") ? Number(attributes.start ?? 1) : 1;
    return listMarkdown(children, (at) => `${start + at}. `);
  }
  if (name === "table") return tableMarkdown(node) ?? rawHtml(node);
  return isBlock(node) ? rawHtml(node) : inlineMarkdown([node]).trim();
}

/** HTML in Markdown ends at a blank line. */
function rawHtml(node: HtmlNode): string {
  return writeHtml([node]).replace(/\n\s*\n/g, "\n");
}

function codeMarkdown({ children }: HtmlElement): string {
  const [code] = children;
  const language = typeof code === "object" ? code.attributes.class?.replace(/^language-/, "") : undefined;
  const text = textOfNodes(children).replace(/\n$/, "");
  let longest = 2;
  for (const [run] of text.matchAll(/`{3,}/g)) longest = Math.max(longest, run.length);
  const fence = "`".repeat(longest + 1);
  return `${fence}${language ?? ""}\n${text}\n${fence}`;
}

function listMarkdown(children: readonly HtmlNode[], markerOf: (at: number) => string): string {
  const items = children.filter(
    (child): child is HtmlElement => typeof child === "object" && child.name === "li",
  );
  const isLoose = items.some(({ children: inside }) =>
    inside.some((one) => typeof one === "object" && one.name === "p"),
  );
  const written = items.map((item, at) => {
    const marker = markerOf(at);
    return prefixed(itemMarkdown(item.children), marker, " ".repeat(marker.length)) || marker.trim();
  });
  return written.join(isLoose ? "\n\n" : "\n");
}

/** An item: phrases, then blocks; between those of a tight one lies no blank line. */
function itemMarkdown(children: readonly HtmlNode[]): string {
  const isLoose = children.some((one) => typeof one === "object" && one.name === "p");
  if (isLoose) return blocksMarkdown(children);
  const parts: string[] = [];
  let run: HtmlNode[] = [];
  const end = () => {
    const text = inlineMarkdown(run).trim();
    if (text !== "") parts.push(text);
    run = [];
  };
  for (const child of children) {
    if (!isBlock(child)) run.push(child);
    else {
      end();
      parts.push(blockMarkdown(child));
    }
  }
  end();
  return parts.join("\n");
}

function prefixed(text: string, first: string, others: string): string {
  return text
    .split("\n")
    .map((line, at) => (at === 0 ? first : line === "" ? others.trimEnd() : others) + line)
    .join("\n");
}
