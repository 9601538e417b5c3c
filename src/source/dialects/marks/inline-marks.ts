import { mapText } from "../text/html-runs.ts";
import { idIn } from "./attribute-marks.ts";
import { mayNameEmoji, withEmoji } from "./emoji-names.ts";

/** Attributes of the element before them, also over the end of a line; without a colon only where the element is one that takes them. */
const SPAN_ATTRIBUTES = /^\{:(?![:/])([^{}]*)\}/;
const BRACES =
  /^\{[ \t]*((?:[.#][A-Za-z][\w-]*|[a-z-]+=(?:"[^"{}\n]*"|&quot;[^{}\n]*?&quot;|[\w%.-]+))(?:[ \t][^{}\n]*)?)\}/;
const TAKES_ATTRIBUTES = /^<(?:(?:img|br|li|td|th|dd|dt)\b|\/)/i;
const TAKES_BRACES = /^<(?:img\b|\/(?:a|em|strong|code|span|del)>)/i;
/** Where the text before a mark is what readers know as the summary. */
const MORE = /<!--[ \t]*(?:more|truncate|read ?more|excerpt|end ?excerpt)[ \t]*-->\n?/i;

/** Rewrites the marks of a dialect inside the text of rendered Markdown. */
export function rewriteInline(html: string): string {
  const named = withIdsOfNames(html);
  if (!mayNameEmoji(named) && !named.includes("{")) return named;
  return mapText(named, (run, tag) => withEmoji(run.startsWith("{") ? withoutAttributes(run, tag) : run));
}

/** A run of text without the attributes that it begins with; where they give an id, there is a place for it. */
function withoutAttributes(run: string, tag: string): string {
  let rest = run;
  let anchors = "";
  for (let at = 0; at < 3; at += 1) {
    const match =
      (TAKES_ATTRIBUTES.test(tag) ? SPAN_ATTRIBUTES.exec(rest) : null) ??
      (TAKES_BRACES.test(tag) ? BRACES.exec(rest) : null);
    if (match === null) break;
    const id = idIn((match[1] ?? "").replaceAll("&quot;", '"'));
    if (id !== null && !/[<>"&]/.test(id)) anchors += `<span id="${id}"></span>`;
    rest = rest.slice(match[0].length);
  }
  return anchors + rest;
}

/** Names of anchors are ids for whoever reads the HTML of today (HTML §7.4.6.4). */
export function withIdsOfNames(html: string): string {
  if (!/<a\s/i.test(html) || !/\sname=/i.test(html)) return html;
  return html.replace(/<a\s[^<>]*>/gi, (tag) =>
    / id=/i.test(tag) ? tag : tag.replace(/\sname=(?=["'\w])/i, " id="),
  );
}

/** HTML without the marks at which generators cut their summaries, and what stands before the first one. */
export function takeMore(
  html: string,
  own: string | null,
): { readonly html: string; readonly before: string | null } {
  const at = own === null ? -1 : html.indexOf(own);
  const cut =
    at === -1 || own === null ? html : `${html.slice(0, at)}<!--more-->${html.slice(at + own.length)}`;
  const mark = cut.includes("<!--") ? MORE.exec(cut) : null;
  if (mark === null) return { html, before: null };
  return { html: cut.replace(new RegExp(MORE, "gi"), ""), before: cut.slice(0, mark.index) };
}
