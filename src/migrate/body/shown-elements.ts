import type { Tally } from "../model/old-site.ts";
import { tally } from "../model/old-site.ts";
import { flow, isEmptyRun } from "./flow.ts";
import type { HtmlElement, HtmlNode } from "./html-tree.ts";
import { element, isCounter, pageOfFrame } from "./page-parts.ts";

/** Where the links of a text lead, and what files it shows. */
export interface Targets {
  /** What stands for a link in the text. */
  readonly link: (url: string) => string;
  /** What stands for a picture, a sound or a film. */
  readonly media: (url: string) => string;
}

/** What elements are cleaned with. */
export interface Cleaning {
  readonly targets: Targets;
  readonly leftOut: Tally;
  readonly nodes: (nodes: readonly HtmlNode[]) => readonly HtmlNode[];
}

/** Where scripts that load pictures late keep their addresses. */
const LAZY = ["data-orig-file", "data-lazy-src", "data-src", "data-original", "data-full-url"] as const;

/** A player or another page in a frame: a link to its page. */
export function frameOf(
  { name, attributes, children }: HtmlElement,
  { leftOut, nodes }: Cleaning,
): readonly HtmlNode[] {
  const src = attributes.src ?? attributes.data ?? attributes["data-src"] ?? "";
  if (/^(?:https?:)?\/\//.test(src)) {
    const page = pageOfFrame(src);
    return [element("p", {}, [element("a", { href: page }, [page])])];
  }
  if (name === "object") return nodes(children);
  tally(leftOut, `<${name}>`);
  return [];
}

/** A picture, also one that a script would load; a face drawn as a picture is its character. */
export function imageOf(node: HtmlElement, { targets, leftOut }: Cleaning): readonly HtmlNode[] {
  const { attributes } = node;
  if (isCounter(node)) return [];
  const alt = attributes.alt ?? "";
  if (/(?:^|\s)(?:wp-smiley|emoji)(?:\s|$)/.test(attributes.class ?? "") && alt !== "") return [alt];
  const lazy = LAZY.map((name) => attributes[name]).find((value) => value && !value.startsWith("data:"));
  const src = /^(?:data:|$)/.test(attributes.src ?? "") ? (lazy ?? "") : (attributes.src ?? "");
  if (src.trim() === "" || src.startsWith("data:")) {
    tally(leftOut, "picture without an address");
    return [];
  }
  const title = attributes.title && attributes.title !== alt ? { title: attributes.title } : {};
  return [element("img", { src: targets.media(src.trim()), alt, ...title }, [])];
}

/** A sound or a film. */
export function playerOf(
  { name, attributes, children }: HtmlElement,
  { targets, nodes }: Cleaning,
): readonly HtmlNode[] {
  const sources = children.filter((one) => typeof one !== "string" && one.name === "source");
  const src =
    attributes.src ??
    sources.map((one) => (typeof one === "string" ? "" : one.attributes.src)).find((one) => one);
  if (!src) return nodes(children.filter((one) => typeof one !== "string"));
  const poster = attributes.poster ? { poster: targets.media(attributes.poster) } : {};
  return [element(name, { src: targets.media(src), ...poster, controls: "" }, [])];
}

/** A figure without a caption is what it shows. */
export function figureOf({ children }: HtmlElement, { nodes }: Cleaning): readonly HtmlNode[] {
  const inside = nodes(children);
  const isCaption = (one: HtmlNode) => typeof one !== "string" && one.name === "figcaption";
  const caption = inside.find(isCaption);
  const shown = inside.filter((one) => !isCaption(one) && !(typeof one === "string" && one.trim() === ""));
  const words = typeof caption === "object" && !isEmptyRun(caption.children) ? [caption] : [];
  if (words.length === 0 || shown.length === 0)
    return flow([...shown, ...words.flatMap((one) => one.children)]);
  const lone = shown[0];
  const isLone = shown.length === 1 && typeof lone === "object" && lone.name === "p";
  return [element("figure", {}, [...(isLone ? lone.children : shown), ...words])];
}

/** Code keeps its language, which each plugin names in another way. */
export function codeOf({ attributes, children }: HtmlElement): HtmlNode {
  const inner = children.filter((one) => typeof one !== "string" || one.trim() !== "");
  const [only] = inner;
  const code = inner.length === 1 && typeof only === "object" && only.name === "code" ? only : null;
  const classes = `${attributes.class ?? ""} ${code?.attributes.class ?? ""} ${attributes.lang ?? ""}`;
  const language = /(?:^|\s)(?:lang(?:uage)?[-:]|brush:\s*)([\w+#.-]+)/.exec(classes)?.[1];
  const kept = language ? { class: `language-${language}` } : {};
  const text = codeText(code?.children ?? children);
  return element("pre", {}, [element("code", kept, [text.replace(/^\n/, "")])]);
}

/** Text of code: a break is a line's end. */
function codeText(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => (typeof node === "string" ? node : node.name === "br" ? "\n" : codeText(node.children)))
    .join("");
}
