import { escapeAttribute } from "../../../article/escape-attribute.ts";
import type { Filling } from "../known/filling.ts";
import { leadsSomewhere, leaveLink, writeNothing } from "./leave-link.ts";
import type { MarkPlace } from "./mark-place.ts";
import { nextIndent } from "./mark-place.ts";
import { surroundingsOf } from "./surroundings.ts";

/** Writes what takes a mark's place. Gives where the source goes on. */
export function writeFilling(filling: Filling, place: MarkPlace): number {
  const { out, from, to, kind, isCode } = place;
  if (filling.kind === "nothing" || filling.kind === "around" || filling.kind === "code") return to;
  if (kind === "plain" || isCode) {
    const words = filling.kind === "value" ? filling.text : filling.kind === "element" ? filling.plain : "";
    out.write(words, from);
    return words === "" ? writeNothing(place) : to;
  }
  const around = surroundingsOf(out.tail());
  if (around.kind === "flow") return writeInFlow(filling, around.indent, place);
  const text =
    filling.kind === "element" ? filling.plain : filling.kind === "value" ? filling.text : filling.target;
  if (leadsSomewhere(around) && text === "" && filling.kind === "element") return leaveLink(around, place);
  // The origin before a file's name: it will have its own.
  if (filling.kind === "target" && around.written === place.origin) out.cut(around.written.length);
  out.write(around.kind === "destination" ? encoded(text) : quoted(text, around.quote), from);
  return to;
}

function writeInFlow(
  filling: Exclude<Filling, { kind: "nothing" | "around" | "code" }>,
  indent: string | null,
  { out, source, from, to, kind }: MarkPlace,
): number {
  if (filling.kind === "value") out.write(filling.text, from);
  else if (filling.kind === "target") {
    const name = filling.target.replace(/^.*\/(?=[^/])/, "");
    out.write(`<a href="${escapeAttribute(filling.target)}">${escapeAttribute(name)}</a>`, from);
  } else if (kind === "markdown" && filling.block !== null && indent !== null && isLineEnd(source, to)) {
    out.write(`${filling.block}\n${nextIndent(indent)}`, from);
  } else out.write(filling.html, from);
  return to;
}

function isLineEnd(source: string, from: number): boolean {
  const end = source.indexOf("\n", from);
  return source.slice(from, end === -1 ? undefined : Math.min(end, from + 200)).trim() === "";
}

function encoded(target: string): string {
  return target.replace(
    /[\s()<>"]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}

function quoted(text: string, quote: string): string {
  const safe = text.replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  return quote === '"' ? safe : safe.replaceAll("'", "&#x27;").replace(quote === "" ? /\s/g : /$^/, "%20");
}
