import type { Tally } from "../model/old-site.ts";
import { tally } from "../model/old-site.ts";
import { flow, hoisted, isBlock, isEmptyRun, linkedAddress, trimmed } from "./flow.ts";
import type { HtmlElement, HtmlNode } from "./html-tree.ts";
import { parseHtml, writeHtml } from "./html-tree.ts";
import { cardOf, DROPPED, element, isCounter, isFurniture, pageOfFrame } from "./page-parts.ts";

/** Where the links of a text lead, and what files it shows. */
export interface Targets {
  /** What stands for a link in the text. */
  readonly link: (url: string) => string;
  /** What stands for a picture, a sound or a film. */
  readonly media: (url: string) => string;
}

const RENAMED: Readonly<Record<string, string>> = {
  acronym: "abbr",
  b: "strong",
  i: "em",
  s: "del",
  strike: "del",
  tt: "code",
};
/** Elements that only dress what they hold. */
const UNWRAPPED: ReadonlySet<string> = new Set(
  "big blink body center div font html label main marquee nobr noscript span fieldset legend article section header footer nav".split(
    " ",
  ),
);
/** Phrases that say nothing where they are empty. */
const PHRASES: ReadonlySet<string> = new Set(
  "a abbr cite code del dfn em ins kbd mark q small strong sub sup u var".split(" "),
);
/** What shows no white space at its ends. */
const TRIMMED = /^(?:h[1-6]|figcaption|li|t[dh]|d[dt])$/;
const LAZY = ["data-orig-file", "data-lazy-src", "data-src", "data-original", "data-full-url"] as const;

/**
 * Takes the HTML of an old site down to what it says: without scripts, styles, wrappers and what
 * themes put around texts, in the elements that Markdown knows where they mean the same. Its links and
 * files become what `targets` says. `leftOut` counts what went.
 */
export function cleanPost(html: string, targets: Targets, leftOut: Tally): string {
  const tree = parseHtml(html);
  const anchors = new Set(
    [...html.matchAll(/href\s*=\s*["']#([^"']{1,200})["']/g)].map(([, name = ""]) => decoded(name)),
  );
  const cleaner = new Cleaner(targets, leftOut, anchors);
  return writeHtml(flow(cleaner.nodes(tree)));
}

class Cleaner {
  readonly #targets: Targets;
  readonly #leftOut: Tally;
  readonly #anchors: ReadonlySet<string>;

  constructor(targets: Targets, leftOut: Tally, anchors: ReadonlySet<string>) {
    this.#targets = targets;
    this.#leftOut = leftOut;
    this.#anchors = anchors;
  }

  nodes(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
    const cleaned: HtmlNode[] = [];
    for (const node of nodes) {
      if (typeof node === "string") cleaned.push(node);
      else for (const one of this.#element(node)) cleaned.push(one);
    }
    return cleaned;
  }

  #element(node: HtmlElement): readonly HtmlNode[] {
    const { name, attributes, children } = node;
    if (isFurniture(node)) return [];
    if (DROPPED.has(name)) {
      if (!/^(?:head|link|meta|title|style|base)$/.test(name)) tally(this.#leftOut, `<${name}>`);
      return [];
    }
    const card = cardOf(node);
    if (card !== null) return this.nodes(card);
    if (name === "iframe" || name === "embed" || name === "object") return this.#frame(node);
    if (name === "img") return this.#image(node);
    if (name === "audio" || name === "video") return this.#player(node);
    if (name === "figure") return this.#figure(node);
    if (name === "pre") return [this.#code(node)];
    if (name === "a") return this.#anchor(node);
    const kept = this.#kept(name, attributes);
    const inside = this.nodes(children);
    if (UNWRAPPED.has(name)) return this.#unwrapped(name, inside, kept);
    const renamed = RENAMED[name] ?? name;
    if ((PHRASES.has(renamed) || /^(?:p|h[1-6])$/.test(renamed)) && isEmptyRun(inside))
      return PHRASES.has(renamed) ? inside.filter((one) => typeof one === "string") : this.#mark(kept);
    if (renamed === "p") return this.#paragraph(inside, kept);
    if (/^(?:strong|em|del)$/.test(renamed)) return hoisted(renamed, kept, withoutSame(renamed, inside));
    if (TRIMMED.test(renamed) && !inside.some(isBlock)) return [element(renamed, kept, trimmed(inside))];
    if (renamed === "blockquote") return [element(renamed, kept, flow(inside))];
    return [element(renamed, kept, inside)];
  }

  /** Attributes that say something: an id where the text itself leads to it, and what tables and lists need. */
  #kept(name: string, attributes: Readonly<Record<string, string>>): Record<string, string> {
    const kept: Record<string, string> = {};
    const id = attributes.id ?? (name === "a" ? attributes.name : undefined);
    if (id !== undefined && this.#anchors.has(id)) kept.id = id;
    for (const [key, value] of Object.entries(attributes)) {
      if (!/^(?:lang|dir|colspan|rowspan|align|start|reversed|cite|datetime|title|class|style)$/.test(key))
        continue;
      if (key === "class" && name !== "code") continue;
      if (key === "align" && name !== "td" && name !== "th") continue;
      if (key === "style" && name !== "td" && name !== "th") continue;
      if (key === "title" && name !== "abbr" && name !== "acronym") continue;
      if (/^(?:colspan|rowspan|start)$/.test(key) && value === "1") continue;
      kept[key] = value;
    }
    return kept;
  }

  #unwrapped(name: string, inside: readonly HtmlNode[], kept: Record<string, string>): readonly HtmlNode[] {
    const isPhrase = /^(?:big|blink|font|label|nobr|span)$/.test(name);
    if (isPhrase) return Object.keys(kept).length === 0 ? inside : [element("span", kept, inside)];
    if (inside.some(isBlock)) return [...this.#mark(kept), ...flow(inside)];
    return isEmptyRun(inside) ? this.#mark(kept) : this.#paragraph(inside, kept);
  }

  /** A place that links lead to. */
  #mark({ id }: Record<string, string>): readonly HtmlNode[] {
    return id === undefined ? [] : [element("span", { id }, [])];
  }

  #paragraph(inside: readonly HtmlNode[], kept: Record<string, string>): readonly HtmlNode[] {
    const linked = linkedAddress(inside);
    if (linked !== inside) return [element("p", kept, this.nodes(linked))];
    return inside.some(isBlock) ? flow(inside) : [element("p", kept, flowOfOne(inside))];
  }

  #frame({ name, attributes, children }: HtmlElement): readonly HtmlNode[] {
    const src = attributes.src ?? attributes.data ?? attributes["data-src"] ?? "";
    if (/^(?:https?:)?\/\//.test(src)) {
      const page = pageOfFrame(src);
      return [element("p", {}, [element("a", { href: page }, [page])])];
    }
    if (name === "object") return this.nodes(children);
    tally(this.#leftOut, `<${name}>`);
    return [];
  }

  #image(node: HtmlElement): readonly HtmlNode[] {
    const { attributes } = node;
    if (isCounter(node)) return [];
    const alt = attributes.alt ?? "";
    if (/(?:^|\s)(?:wp-smiley|emoji)(?:\s|$)/.test(attributes.class ?? "") && alt !== "") return [alt];
    const lazy = LAZY.map((name) => attributes[name]).find((value) => value && !value.startsWith("data:"));
    const src = /^(?:data:|$)/.test(attributes.src ?? "") ? (lazy ?? "") : (attributes.src ?? "");
    if (src.trim() === "" || src.startsWith("data:")) {
      tally(this.#leftOut, "picture without an address");
      return [];
    }
    const title = attributes.title && attributes.title !== alt ? { title: attributes.title } : {};
    return [element("img", { src: this.#targets.media(src.trim()), alt, ...title }, [])];
  }

  #player({ name, attributes, children }: HtmlElement): readonly HtmlNode[] {
    const sources = children.filter((one) => typeof one !== "string" && one.name === "source");
    const src =
      attributes.src ??
      sources.map((one) => (typeof one === "string" ? "" : one.attributes.src)).find((one) => one);
    if (!src) return this.nodes(children.filter((one) => typeof one !== "string"));
    const poster = attributes.poster ? { poster: this.#targets.media(attributes.poster) } : {};
    return [element(name, { src: this.#targets.media(src), ...poster, controls: "" }, [])];
  }

  /** A figure without a caption is what it shows. */
  #figure({ children }: HtmlElement): readonly HtmlNode[] {
    const inside = this.nodes(children);
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
  #code({ attributes, children }: HtmlElement): HtmlNode {
    const inner = children.filter((one) => typeof one !== "string" || one.trim() !== "");
    const [only] = inner;
    const code = inner.length === 1 && typeof only === "object" && only.name === "code" ? only : null;
    const classes = `${attributes.class ?? ""} ${code?.attributes.class ?? ""} ${attributes.lang ?? ""}`;
    const language = /(?:^|\s)(?:lang(?:uage)?[-:]|brush:\s*)([\w+#.-]+)/.exec(classes)?.[1];
    const kept = language ? { class: `language-${language}` } : {};
    const text = codeText(code?.children ?? children);
    return element("pre", {}, [element("code", kept, [text.replace(/^\n/, "")])]);
  }

  #anchor({ attributes, children }: HtmlElement): readonly HtmlNode[] {
    const inside = this.nodes(children);
    const kept = this.#kept("a", attributes);
    const href = attributes.href?.trim() ?? "";
    if (href === "" || /^(?:javascript|data|file):/i.test(href)) return [...this.#mark(kept), ...inside];
    if (isEmptyRun(inside)) return this.#mark(kept);
    const target = href.startsWith("#") ? href : this.#targets.link(href);
    const visible = inside.filter((one) => typeof one !== "string" || one.trim() !== "");
    const [only] = visible;
    // A picture that leads to itself.
    if (
      visible.length === 1 &&
      typeof only === "object" &&
      only.name === "img" &&
      only.attributes.src === target
    )
      return [only];
    if (inside.some(isBlock)) return inside;
    return hoisted("a", { ...kept, href: target }, inside);
  }
}

/** Text of code: a break is a line's end. */
function codeText(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => (typeof node === "string" ? node : node.name === "br" ? "\n" : codeText(node.children)))
    .join("");
}

/** A phrase that stands in one of its own kind adds nothing. */
function withoutSame(name: string, inside: readonly HtmlNode[]): readonly HtmlNode[] {
  return inside.flatMap((one) => (typeof one === "object" && one.name === name ? one.children : [one]));
}

/** One paragraph, without breaks and white space at its ends. */
function flowOfOne(inside: readonly HtmlNode[]): readonly HtmlNode[] {
  const [only, second] = flow(inside);
  return second === undefined && typeof only === "object" && only.name === "p" ? only.children : inside;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
