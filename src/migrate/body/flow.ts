import type { HtmlElement, HtmlNode } from "./html-tree.ts";
import { textOfNodes } from "./html-tree.ts";
import { element } from "./page-parts.ts";

const BLOCKS: ReadonlySet<string> = new Set(
  "address article aside blockquote details div dl figure footer h1 h2 h3 h4 h5 h6 header hr main ol p pre section table ul".split(
    " ",
  ),
);

export function isBlock(node: HtmlNode): boolean {
  return typeof node !== "string" && BLOCKS.has(node.name);
}

/** Puts phrases that stand between blocks into paragraphs; two line breaks part them. */
export function flow(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
  const blocks: HtmlNode[] = [];
  let run: HtmlNode[] = [];
  let breaks = 0;
  const end = () => {
    while (isBreak(run.at(-1)) || isSpace(run.at(-1))) run.pop();
    if (!isEmptyRun(run)) blocks.push(element("p", {}, trimmed(run)));
    run = [];
    breaks = 0;
  };
  for (const node of nodes) {
    if (isBlock(node)) {
      end();
      blocks.push(node);
    } else if (isBreak(node)) {
      breaks += 1;
      if (breaks > 1) end();
      else if (run.length > 0) run.push(node);
    } else {
      if (!isSpace(node)) breaks = 0;
      run.push(node);
    }
  }
  end();
  return blocks;
}

/** Whether nothing can be seen of phrases: no text, no picture, no sound. */
export function isEmptyRun(nodes: readonly HtmlNode[]): boolean {
  return nodes.every((node) =>
    typeof node === "string"
      ? node.replaceAll("\u00a0", " ").trim() === ""
      : node.name === "br" ||
        (!/^(?:img|audio|video|picture|hr|wbr)$/.test(node.name) && isEmptyRun(node.children)),
  );
}

/** Phrases without white space and breaks at their ends, where nobody sees them. */
export function trimmed(run: readonly HtmlNode[]): readonly HtmlNode[] {
  const nodes = [...run];
  while (isSpace(nodes[0]) || isBreak(nodes[0])) nodes.shift();
  while (isSpace(nodes.at(-1)) || isBreak(nodes.at(-1))) nodes.pop();
  const [first] = nodes;
  if (typeof first === "string") nodes[0] = first.trimStart();
  const last = nodes.at(-1);
  if (typeof last === "string") nodes[nodes.length - 1] = last.trimEnd();
  return nodes;
}

/** A phrase, with the white space at its ends beside it instead of in it. */
export function hoisted(
  name: string,
  attributes: HtmlElement["attributes"],
  inside: readonly HtmlNode[],
): readonly HtmlNode[] {
  const [first] = inside;
  const last = inside.at(-1);
  const before = typeof first === "string" ? (/^\s+/.exec(first)?.[0] ?? "") : "";
  const after = typeof last === "string" ? (/\s+$/.exec(last)?.[0] ?? "") : "";
  if (before === "" && after === "") return [element(name, attributes, inside)];
  const phrase = element(name, attributes, trimmed(inside));
  return [...(before === "" ? [] : [before]), phrase, ...(after === "" ? [] : [after])];
}

function isBreak(node: HtmlNode | undefined): boolean {
  return typeof node === "object" && node.name === "br";
}

function isSpace(node: HtmlNode | undefined): boolean {
  return typeof node === "string" && node.trim() === "";
}

/** A paragraph that is an address alone leads there. */
export function linkedAddress(children: readonly HtmlNode[]): readonly HtmlNode[] {
  const text = textOfNodes(children).trim();
  if (!/^https?:\/\/[^\s<>"]{4,1000}$/.test(text) || children.some((child) => typeof child !== "string"))
    return children;
  return [element("a", { href: text }, [text])];
}

/** A phrase that stands in one of its own kind adds nothing. */
export function withoutSame(name: string, inside: readonly HtmlNode[]): readonly HtmlNode[] {
  return inside.flatMap((one) => (typeof one === "object" && one.name === name ? one.children : [one]));
}

/** One paragraph, without breaks and white space at its ends. */
export function flowOfOne(inside: readonly HtmlNode[]): readonly HtmlNode[] {
  const [only, second] = flow(inside);
  return second === undefined && typeof only === "object" && only.name === "p" ? only.children : inside;
}
