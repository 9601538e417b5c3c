import { createRequire } from "node:module";
import type sanitizeHtml from "sanitize-html";
import { printable } from "../../article/plain-text.ts";
import {
  ALLOWED_ATTRIBUTES,
  ALLOWED_ELEMENTS,
  ALLOWED_SCHEMES,
  LANGUAGE_CLASS,
  TEXT_ALIGN,
  URL_ATTRIBUTES,
  VOID_ELEMENTS,
} from "./allowed-html.ts";
import { MAX_NESTING } from "./html-nesting.ts";
import { cleanSrcset } from "./srcset.ts";

const require = createRequire(import.meta.url);

/** Loaded where some HTML needs it, which most Markdown does not: it takes longer than all other libraries. */
let library: typeof sanitizeHtml | null = null;

/** HTML that is safe, and what had to go for it. */
export interface Sanitized {
  readonly html: string;
  /** Names of elements whose content is lost, each once, in order. */
  readonly leftOut: readonly string[];
}

/** Elements that show or do something which no article can carry. */
const NOTABLE: ReadonlySet<string> = new Set(
  "applet button canvas embed form frame iframe math object script select style svg textarea".split(" "),
);

/** Players that have a page of their own: a link to it takes their place. */
const EMBEDS: readonly { readonly pattern: RegExp; readonly page: string; readonly label: string }[] = [
  {
    pattern: /^(?:https?:)?\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/,
    page: "https://www.youtube.com/watch?v=$1",
    label: "Watch on YouTube",
  },
  {
    pattern: /^(?:https?:)?\/\/player\.vimeo\.com\/video\/(\d+)/,
    page: "https://vimeo.com/$1",
    label: "Watch on Vimeo",
  },
  {
    pattern: /^(?:https?:)?\/\/open\.spotify\.com\/embed\/(\w+\/\w+)/,
    page: "https://open.spotify.com/$1",
    label: "Listen on Spotify",
  },
];

/** The page of an embedded player, and what to call it; null for a frame that we do not know. */
function embedLink(source: string): { readonly href: string; readonly text: string } | null {
  for (const { pattern, page, label } of EMBEDS) {
    const match = pattern.exec(source);
    if (match) return { href: page.replace("$1", match[1] ?? ""), text: label };
  }
  return null;
}

const OPTIONS: sanitizeHtml.IOptions = {
  allowedTags: [...ALLOWED_ELEMENTS, "input"],
  // A box of a task list; the reader makes a character of it.
  allowedAttributes: { ...mutable(ALLOWED_ATTRIBUTES), input: ["type", "checked"] },
  allowedClasses: { code: [LANGUAGE_CLASS] },
  allowedSchemes: [...ALLOWED_SCHEMES],
  allowedSchemesAppliedToAttributes: [...URL_ATTRIBUTES],
  allowProtocolRelative: true,
  disallowedTagsMode: "discard",
  nonTextTags: "script style textarea option xmp noembed noframes title template svg math canvas".split(" "),
  selfClosing: [...VOID_ELEMENTS, "input"],
  transformTags: { td: alignCell, th: alignCell, iframe: linkEmbed },
};

/**
 * Makes HTML safe to stand in a feed, a page and a stranger's reader: allow-list only. Null where more
 * than `MAX_NESTING` elements are open inside each other, which costs the sanitizer the square of that.
 */
export function sanitize(html: string): Sanitized | null {
  const leftOut = new Set<string>();
  let depth = 0;
  const onOpenTag = (name: string, attributes: Record<string, string>) => {
    if (!VOID_ELEMENTS.has(name)) depth += 1;
    if (depth > MAX_NESTING) throw new TooDeep();
    dropCommented(attributes);
    dropStraySources(attributes);
    const { src = "" } = attributes;
    const isKept = name === "iframe" && embedLink(src) !== null;
    if (NOTABLE.has(name) && !isKept) leftOut.add(name);
  };
  const onCloseTag = (name: string) => {
    if (!VOID_ELEMENTS.has(name)) depth -= 1;
  };
  library ??= require("sanitize-html") as typeof sanitizeHtml;
  try {
    return {
      html: printable(library(html, { ...OPTIONS, onOpenTag, onCloseTag })),
      leftOut: [...leftOut],
    };
  } catch (cause) {
    if (cause instanceof TooDeep) return null;
    throw cause;
  }
}

/** Comments inside a URL, each of which costs the sanitizer a copy of it. */
const MAX_COMMENTS = 50;

/** Leaves out URLs that nobody can mean. */
function dropCommented(attributes: Record<string, string>): void {
  for (const name of URL_ATTRIBUTES) {
    const comments = attributes[name]?.split("<!--", MAX_COMMENTS + 2).length ?? 0;
    if (comments > MAX_COMMENTS + 1) delete attributes[name];
  }
}

/** Leaves of a `srcset` what the sanitizer has nothing to say of: it would say it on the standard output. */
function dropStraySources(attributes: Record<string, string>): void {
  if (attributes.srcset === undefined) return;
  const clean = cleanSrcset(attributes.srcset);
  if (clean === null) delete attributes.srcset;
  else attributes.srcset = clean;
}

/** Stops the sanitizer, which has no other way to be stopped. */
class TooDeep extends Error {}

function alignCell(tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const align = TEXT_ALIGN.exec(attribs.style ?? "")?.[1];
  if (align === undefined || "align" in attribs) return { tagName, attribs };
  const renamed = Object.entries(attribs).map(([name, value]) =>
    name === "style" ? ["align", align] : [name, value],
  );
  return { tagName, attribs: Object.fromEntries(renamed) };
}

function linkEmbed(tagName: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  const link = embedLink(attribs.src ?? "");
  return link === null
    ? { tagName, attribs: {} }
    : { tagName: "a", attribs: { href: link.href }, text: link.text };
}

function mutable(lists: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, [...list]]));
}
