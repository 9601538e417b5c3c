import type { Mark } from "./mark.ts";
import { stray, UNTRIMMED } from "./mark.ts";
import type { MarkEnds } from "./mark-ends.ts";

/** Liquid's and Nunjucks' tags whose inside is handed on as it is, or as nothing. */
const RAW = /^(?:raw|verbatim|comment)$/;

/** `{# … #}` of Nunjucks; null where nothing closes it. */
export function comment(from: number, ends: MarkEnds): Mark | null {
  const end = ends.next("#}", from + 2);
  return end === -1 ? null : { kind: "comment", from, to: end + 2, ...UNTRIMMED };
}

/** The inside of a mark without its signs of white space. */
function trimmed(written: string) {
  const trimsBefore = /^[-~]/.test(written);
  const trimsBehind = written.length > 1 && /[-~]$/.test(written);
  const inside = written.slice(trimsBefore ? 1 : 0, trimsBehind ? -1 : undefined).trim();
  return { inside, trims: { trimsBefore, trimsBehind } };
}

export function liquidOutput(text: string, from: number, ends: MarkEnds): Mark {
  const end = ends.endOf(from + 2, "}}", ["{{", "{%"]);
  if (end === -1) return stray(from);
  const { inside, trims } = trimmed(text.slice(from + 2, end));
  return { kind: "output", from, to: end + 2, inside, ...trims };
}

export function liquidTag(text: string, from: number, ends: MarkEnds): Mark {
  const end = ends.endOf(from + 2, "%}", ["{%"]);
  if (end === -1) return stray(from);
  const { inside, trims } = trimmed(text.slice(from + 2, end));
  const [whole = "", name = ""] = /^(\w[\w-]*)(?=[\s"']|$)/.exec(inside) ?? /^(\w+)/.exec(inside) ?? [];
  const to = end + 2;
  if (name === "") return { kind: inside.startsWith("#") ? "comment" : "stray", from, to, ...trims };
  if (RAW.test(name)) return rawBlock(text, { from, to, name, trims }, ends) ?? stray(from, to - from);
  const isClosing = /^end./.test(name);
  const rest = inside.slice(whole.length).trim();
  const isSingle = name === "set" && /^[\w\s,]+=/.test(rest);
  return {
    kind: "tag",
    family: "liquid",
    from,
    to,
    name: isClosing ? name.slice(3) : name,
    rest,
    isClosing,
    isSingle,
    ...trims,
  };
}

interface RawOpening {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly trims: { readonly trimsBefore: boolean; readonly trimsBehind: boolean };
}

/** `{% raw %}…{% endraw %}` and its like; null where nothing closes it. */
function rawBlock(text: string, { from, to, name, trims }: RawOpening, ends: MarkEnds): Mark | null {
  const closing = new RegExp(`\\{%-?\\s{0,20}end${name}\\s{0,20}-?%\\}`, "y");
  for (let at = to; ; at += 1) {
    at = ends.next(`end${name}`, at);
    if (at === -1) return null;
    const before = Math.max(to, at - 24);
    const start = before + text.slice(before, at).lastIndexOf("{%");
    closing.lastIndex = Math.max(to, start);
    const [closed] = closing.exec(text) ?? [];
    if (closed === undefined) continue;
    const place = {
      from,
      to: start + closed.length,
      trimsBefore: trims.trimsBefore,
      trimsBehind: closed.endsWith("-%}"),
    };
    if (name === "comment") return { kind: "comment", ...place };
    return { kind: "literal", ...place, text: text.slice(to, start), innerFrom: to };
  }
}
