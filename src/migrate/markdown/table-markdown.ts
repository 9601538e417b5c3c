import { isBlock } from "../body/flow.ts";
import type { HtmlElement, HtmlNode } from "../body/html-tree.ts";
import { inlineMarkdown } from "./inline-markdown.ts";

const RULES: Readonly<Record<string, string>> = { left: ":--", right: "--:", center: ":-:" };

/** A table as GitHub writes it; null for one that has more than a head and rows of phrases. */
export function tableMarkdown({ attributes, children }: HtmlElement): string | null {
  const parts = elements(children);
  const [head, body] = parts;
  if (Object.keys(attributes).length > 0 || head?.name !== "thead" || parts.length > 2) return null;
  if (body !== undefined && body.name !== "tbody") return null;
  const [headRow, ...more] = elements(head.children);
  if (headRow === undefined || more.length > 0) return null;
  const rows = [headRow, ...elements(body?.children ?? [])].map(({ children: cells }) => elements(cells));
  const columns = rows[0] ?? [];
  const isPlain = rows.every(
    (row, at) => row.length === columns.length && row.every((cell) => isPlainCell(cell, at === 0)),
  );
  if (!isPlain || columns.length === 0) return null;
  const lines = rows.map((row) => `| ${row.map(cellMarkdown).join(" | ")} |`);
  const rule = `| ${columns.map((cell) => RULES[cell.attributes.align ?? ""] ?? "---").join(" | ")} |`;
  return [lines[0], rule, ...lines.slice(1)].join("\n");
}

function elements(nodes: readonly HtmlNode[]): readonly HtmlElement[] {
  return nodes.filter((node) => typeof node === "object");
}

function isPlainCell({ name, attributes, children }: HtmlElement, isHead: boolean): boolean {
  const isAligned = Object.keys(attributes).every((key) => key === "align");
  const isBroken = children.some(
    (child) => isBlock(child) || (typeof child === "object" && child.name === "br"),
  );
  return name === (isHead ? "th" : "td") && isAligned && !isBroken;
}

function cellMarkdown({ children }: HtmlElement): string {
  return inlineMarkdown(children, false).trim().replace(/\\?\n/g, " ").replaceAll("|", "\\|");
}
