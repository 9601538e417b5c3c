import { percentDecoded } from "../../article/percent-decoded.ts";
import type { Tally } from "../model/old-site.ts";
import { tally } from "../model/old-site.ts";
import {
  flow,
  flowOfOne,
  hoisted,
  isBlock,
  isEmptyRun,
  linkedAddress,
  trimmed,
  withoutSame,
} from "./flow.ts";
import type { HtmlElement, HtmlNode } from "./html-tree.ts";
import { parseHtml, writeHtml } from "./html-tree.ts";
import { keptAttributes } from "./kept-attributes.ts";
import { cardOf, DROPPED, element, isFurniture } from "./page-parts.ts";
import type { Cleaning, Targets } from "./shown-elements.ts";
import { codeOf, figureOf, frameOf, imageOf, playerOf } from "./shown-elements.ts";

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

/**
 * Takes the HTML of an old site down to what it says: without scripts, styles, wrappers and what
 * themes put around texts, in the elements that Markdown knows where they mean the same. Its links and
 * files become what `targets` says. `leftOut` counts what went.
 */
export function cleanPost(html: string, targets: Targets, leftOut: Tally): string {
  const tree = parseHtml(html);
  const anchors = new Set(
    [...html.matchAll(/href\s*=\s*["']#([^"']{1,200})["']/g)].map(([, name = ""]) => percentDecoded(name)),
  );
  const cleaner = new Cleaner(targets, leftOut, anchors);
  return writeHtml(flow(cleaner.nodes(tree)));
}

class Cleaner {
  readonly #targets: Targets;
  readonly #leftOut: Tally;
  readonly #cleaning: Cleaning;
  readonly #anchors: ReadonlySet<string>;

  constructor(targets: Targets, leftOut: Tally, anchors: ReadonlySet<string>) {
    this.#targets = targets;
    this.#leftOut = leftOut;
    this.#cleaning = { targets, leftOut, nodes: (nodes) => this.nodes(nodes) };
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
    const { name, children } = node;
    if (isFurniture(node)) return [];
    if (DROPPED.has(name)) {
      if (!/^(?:head|link|meta|title|style|base)$/.test(name)) tally(this.#leftOut, `<${name}>`);
      return [];
    }
    const card = cardOf(node);
    if (card !== null) return this.nodes(card);
    if (name === "iframe" || name === "embed" || name === "object") return frameOf(node, this.#cleaning);
    if (name === "img") return imageOf(node, this.#cleaning);
    if (name === "audio" || name === "video") return playerOf(node, this.#cleaning);
    if (name === "figure") return figureOf(node, this.#cleaning);
    if (name === "pre") return [codeOf(node)];
    if (name === "a") return this.#anchor(node);
    const kept = keptAttributes(node, this.#anchors);
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

  #anchor(node: HtmlElement): readonly HtmlNode[] {
    const { attributes, children } = node;
    const inside = this.nodes(children);
    const kept = keptAttributes(node, this.#anchors);
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
