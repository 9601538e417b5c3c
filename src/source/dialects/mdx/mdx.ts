import { escapeAttribute } from "../../../article/escape-attribute.ts";
import { lineKinds, maskCode } from "../text/line-kinds.ts";
import type { Replacement } from "./mdx-components.ts";
import { componentFor } from "./mdx-components.ts";
import { mdxElement, textOf, VOID } from "./mdx-element.ts";
import { takeModules } from "./mdx-modules.ts";
import type { MdxTag } from "./mdx-tag.ts";
import { bracesOf, mdxTagAt } from "./mdx-tag.ts";
import { isComment, mdxValue } from "./mdx-values.ts";

/** A text without MDX, and what of it nothing can take the place of. */
export interface WithoutMdx {
  readonly text: string;
  /** Each once: `<Chart>`, `{posts.map(…)}`. */
  readonly lost: readonly string[];
}

/** So many elements may be left open by one that closes. */
const MOST_OUT_OF_ORDER = 20;
/**
 * Reads MDX 3 as the Markdown that it is without a program: imports and exports go, components become
 * what they show or keep their inside, expressions become what they stand for, or go.
 */
export function withoutMdx(text: string): WithoutMdx {
  const { text: prose, names } = takeModules(text);
  const lines = dedentedLines(prose.split("\n"));
  const kinds = lineKinds(lines);
  const whole = lines.join("\n");
  const masked = maskCode(lines, kinds);
  const endOf = bracesOf(masked);
  const lost = new Set<string>();
  const open: { name: string; after: string }[] = [];
  let [left, from] = ["", 0];
  for (const { 0: found, index } of masked.matchAll(/\\?[<{]/g)) {
    if (index < from || found.startsWith("\\")) continue;
    const isTag = found === "<";
    const piece = isTag ? tagPiece(index) : expressionPiece(index);
    if (piece === null) continue;
    left += whole.slice(from, index) + piece.html;
    from = piece.end;
  }
  return { text: left + whole.slice(from), lost: [...lost] };

  function tagPiece(at: number): { html: string; end: number } | null {
    const tag = mdxTagAt(masked, at, endOf);
    if (tag === null) return null;
    const exact = mdxTagAt(whole, at, endOf) ?? tag;
    return { html: htmlOf(exact, isLineStart(at)), end: tag.end };
  }

  /** Whether nothing but marks of quotes and lists stands before a place in its line. */
  function isLineStart(at: number): boolean {
    const near = masked.slice(Math.max(0, at - 200), at);
    return /^[ \t>*+\d.-]*$/.test(near.slice(near.lastIndexOf("\n") + 1));
  }

  function htmlOf(tag: MdxTag, mayBeBlock: boolean): string {
    const isOwn = /^[a-z]/.test(tag.name) && !tag.name.includes(".");
    if (tag.kind === "close") return closing(tag.name, isOwn);
    const replacement = isOwn ? mdxElement(tag, names, mayBeBlock) : component(tag);
    if (tag.kind === "single") return isOwn ? replacement.before : replacement.before + replacement.after;
    if (!VOID.has(tag.name)) open.push({ name: tag.name, after: replacement.after });
    return replacement.before;
  }

  function closing(name: string, isOwn: boolean): string {
    // Far out of order it closes nothing: to look further would take long.
    const latest = open.slice(-MOST_OUT_OF_ORDER);
    const back = latest.length - latest.findLastIndex((one) => one.name === name);
    const at = open.length - back;
    if (back > latest.length) return isOwn ? `</${name}>` : "";
    const [{ after = "" } = {}] = open.splice(at);
    return after;
  }

  function component(tag: MdxTag): Replacement {
    const known = componentFor(tag.name, (name) => textOf(tag.attributes.get(name), names) ?? undefined);
    if (known !== null) return known;
    lost.add(tag.kind === "single" ? `<${tag.name} />` : `<${tag.name}>`);
    const space = tag.kind === "single" ? "" : "\n\n";
    return { before: space, after: space };
  }

  function expressionPiece(at: number): { html: string; end: number } | null {
    const close = endOf(at);
    // An id of a heading, and the attributes of a container.
    if (close === null || /^\{#[\w-]+$/.test(masked.slice(at, Math.min(close, at + 80)))) return null;
    if (/(?:^|\n)[ \t]*:{3,}[^\n]*$/.test(masked.slice(Math.max(0, at - 200), at))) return null;
    const source = whole.slice(at + 1, close);
    // No program could read these: it is a text about templates.
    if (/^[{%]/.test(source)) return { html: whole.slice(at, close + 1), end: close + 1 };
    const value = mdxValue(source, names);
    if (value !== null) return { html: escapeAttribute(value), end: close + 1 };
    if (/^\s*\/\*\s*truncate\s*\*\/\s*$/.test(source)) return { html: "<!--more-->", end: close + 1 };
    if (/^\s*\/\*\s*#[\w-]+\s*\*\/\s*$/.test(source))
      return { html: `{${source.replace(/[\s/*]/g, "")}}`, end: close + 1 };
    if (!isComment(source)) lost.add(`{${source.trim().replace(/\s+/g, " ").slice(0, 60)}}`);
    return { html: "", end: close + 1 };
  }
}

/** Inside of elements that stand on lines of their own, no line is code for being indented. */
function dedentedLines(lines: readonly string[]): readonly string[] {
  const dedented: string[] = [];
  /** Columns that the lines of each open element are indented by; null before the first of them. */
  const open: (number | null)[] = [];
  let fence: string | null = null;
  let isInTag = false;
  for (const line of lines) {
    const text = line.trim();
    const columns = line.length - line.trimStart().length;
    const isClosing = text.startsWith("</");
    if (open.at(-1) === null && text !== "" && !isClosing && !isInTag) open[open.length - 1] = columns;
    dedented.push(line.slice(Math.min(columns, open.at(-1) ?? (open.length === 0 ? 0 : columns))));
    const mark = /^(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
    } else if (mark !== undefined) fence = mark;
    else if (isInTag || /^<[A-Za-z>]/.test(text)) {
      const isWhole = text.indexOf(">") === text.length - 1;
      if (isWhole && !text.endsWith("/>") && !VOID.has(/^<(\w*)/.exec(text)?.[1] ?? "") && open.length < 100)
        open.push(null);
      isInTag = isInTag ? !text.endsWith(">") : !text.includes(">");
    } else if (isClosing) open.pop();
  }
  return dedented;
}
