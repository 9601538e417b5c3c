import type { MarkPlace } from "./mark-place.ts";
import type { Surroundings } from "./surroundings.ts";
import { surroundingsOf } from "./surroundings.ts";

/** Attributes that lead somewhere. */
const LEADS = /^(?:href|src|srcset|poster|cite|data-src)$/;
/** What goes as a whole when it leads nowhere. */
const SHOWN = /^<(img|source|track|embed|iframe)\b/i;
const REST_OF_DESTINATION = /[^()\s]{0,500}(?:[ \t]+(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?[ \t]*\)/y;

/** Where a link or a picture leads. */
type Leading = Exclude<Surroundings, { readonly kind: "flow" }>;

/** Whether a link or a picture would lead to what is written there. */
export function leadsSomewhere(around: Surroundings): around is Leading {
  return around.kind === "destination" || (around.kind === "tag" && LEADS.test(around.attribute));
}

/** Leaves a mark out that nobody can fill: a link that would lead to it keeps its text. */
export function writeNothing(place: MarkPlace): number {
  const { out, source, from, to } = place;
  if (place.kind === "plain") return to;
  if (place.isCode) {
    // Two backticks with nothing between them would be no code.
    if (source[to] === "`" && out.tail().endsWith("`")) out.write(" ", from);
    return to;
  }
  const around = surroundingsOf(out.tail());
  return leadsSomewhere(around) ? leaveLink(around, place) : to;
}

/** A link without its target, or a picture without its source: what is left is its text. */
export function leaveLink(around: Leading, { out, source, from, to }: MarkPlace): number {
  if (around.kind === "destination") {
    if (around.text === null) return to;
    const tail = out.tail();
    const length = tail.length - tail.lastIndexOf("](") - 1;
    REST_OF_DESTINATION.lastIndex = to;
    if (REST_OF_DESTINATION.exec(source) === null) return to;
    out.cut(length + around.text.length);
    out.write(around.text.replace(/^!?\[|\]$/g, ""), from);
    return REST_OF_DESTINATION.lastIndex;
  }
  out.cut(around.written.length);
  const ahead = source.slice(to, to + 1000);
  if (SHOWN.test(around.tag) && around.attribute === "src") {
    const end = ahead.indexOf(">");
    if (end === -1) return to;
    const whole = around.tag + ahead.slice(0, end);
    out.cut(around.tag.length - around.written.length);
    out.write(/\salt="([^"{}]*)"/.exec(whole)?.[1] ?? "", from);
    return to + end + 1;
  }
  const end = around.quote === "" ? ahead.search(/[\s>]/) : ahead.indexOf(around.quote);
  return end === -1 ? to : to + end;
}
