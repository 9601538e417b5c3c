import type { Mark } from "./mark.ts";
import { MarkEnds } from "./mark-ends.ts";
import type { Syntax } from "./syntax.ts";

/** What opens a mark. */
const OPENING = /\{[{%#]/g;
/** Liquid's and Nunjucks' tags whose inside is handed on as it is, or as nothing. */
const RAW = /^(?:raw|verbatim|comment)$/;
const ZOLA_CALL = /\s*([A-Za-z_][\w:]*)\s*\(/y;
const ZOLA_END = /\{%-?\s*end\s*-?%\}/y;

const UNTRIMMED = { trimsBefore: false, trimsBehind: false } as const;

/** Finds the marks of a text, in order; none lies in another. Takes time in proportion to the text. */
export function findMarks(text: string, syntax: Syntax): readonly Mark[] {
  const marks: Mark[] = [];
  const ends = new MarkEnds(text);
  OPENING.lastIndex = 0;
  for (let at = nextOpening(text, 0); at !== -1; ) {
    const mark = markAt(text, at, syntax, ends);
    if (mark !== null) marks.push(mark);
    at = nextOpening(text, mark?.to ?? at + 1);
  }
  return marks;
}

function nextOpening(text: string, from: number): number {
  OPENING.lastIndex = from;
  return OPENING.exec(text)?.index ?? -1;
}

function markAt(text: string, from: number, syntax: Syntax, ends: MarkEnds): Mark | null {
  const opening = text.slice(from, from + 2);
  const third = text[from + 2] ?? "";
  if (opening === "{#") return syntax.comments ? comment(from, ends) : null;
  if (opening === "{{" && syntax.hugo && /[<%]/.test(third)) return shortcode(text, from, third, ends);
  if (syntax.zola) return zolaMark(text, from, opening, ends);
  if (!syntax.liquid) return null;
  return opening === "{{" ? output(text, from, ends) : tag(text, from, ends);
}

function comment(from: number, ends: MarkEnds): Mark | null {
  const end = ends.next("#}", from + 2);
  return end === -1 ? null : { kind: "comment", from, to: end + 2, ...UNTRIMMED };
}

function stray(from: number, length = 2): Mark {
  return { kind: "stray", from, to: from + length, ...UNTRIMMED };
}

/** The inside of a mark without its signs of white space. */
function trimmed(written: string) {
  const trimsBefore = /^[-~]/.test(written);
  const trimsBehind = written.length > 1 && /[-~]$/.test(written);
  const inside = written.slice(trimsBefore ? 1 : 0, trimsBehind ? -1 : undefined).trim();
  return { inside, trims: { trimsBefore, trimsBehind } };
}

function output(text: string, from: number, ends: MarkEnds): Mark {
  const end = ends.endOf(from + 2, "}}", ["{{", "{%"]);
  if (end === -1) return stray(from);
  const { inside, trims } = trimmed(text.slice(from + 2, end));
  return { kind: "output", from, to: end + 2, inside, ...trims };
}

function tag(text: string, from: number, ends: MarkEnds): Mark {
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

/** Hugo's shortcode, or one that is escaped: `{{</* ref "x" *\/>}}`. */
function shortcode(text: string, from: number, third: string, ends: MarkEnds): Mark {
  const close = third === "<" ? ">}}" : "%}}";
  if (text.startsWith("/*", from + 3)) {
    const end = ends.next(`*/${close}`, from + 5);
    if (end !== -1) {
      const inner = text.slice(from + 5, end);
      const to = end + 2 + close.length;
      return { kind: "literal", from, to, text: `{{${third}${inner}${close}`, innerFrom: from, ...UNTRIMMED };
    }
  }
  const end = ends.endOf(from + 3, close, ["{{<", "{{%"]);
  if (end === -1) return stray(from, 3);
  const inside = text
    .slice(from + 3, end)
    .replace(/^-|-$/g, "")
    .trim();
  const [, slash = "", name = "", behind = ""] = /^(\/?)\s*([\w./-]*[\w-])([\s\S]*)$/.exec(inside) ?? [];
  const rest = behind.trim();
  const isSingle = /(?:^|[\s"'`])\/$/.test(rest);
  return {
    kind: "tag",
    family: "hugo",
    from,
    to: end + 3,
    name: name.replace(/\.html$/, ""),
    rest: isSingle ? rest.slice(0, -1).trim() : rest,
    isClosing: slash !== "",
    isSingle,
    ...UNTRIMMED,
  };
}

/** Zola's shortcodes, and nothing else: other braces are text to it. */
function zolaMark(text: string, from: number, opening: string, ends: MarkEnds): Mark | null {
  const close = opening === "{{" ? "}}" : "%}";
  if (text.startsWith("/*", from + 2)) {
    const end = ends.next(`*/${close}`, from + 4);
    if (end === -1) return null;
    const inner = text.slice(from + 4, end);
    return {
      kind: "literal",
      from,
      to: end + 4,
      text: opening + inner + close,
      innerFrom: from,
      ...UNTRIMMED,
    };
  }
  const common = { kind: "tag", family: "zola", from, ...UNTRIMMED } as const;
  ZOLA_END.lastIndex = from;
  const [ended] = ZOLA_END.exec(text) ?? [];
  if (ended !== undefined)
    return { ...common, to: from + ended.length, name: "", rest: "", isClosing: true, isSingle: false };
  ZOLA_CALL.lastIndex = from + (text[from + 2] === "-" ? 3 : 2);
  const [, name] = ZOLA_CALL.exec(text) ?? [];
  if (name === undefined) return null;
  const inner = ZOLA_CALL.lastIndex;
  const end = ends.endOf(inner, close, ["{{", "{%"]);
  if (end === -1) return null;
  const rest = text
    .slice(inner, end)
    .replace(/-$/, "")
    .replace(/\)\s*$/, "");
  return { ...common, to: end + 2, name, rest, isClosing: false, isSingle: opening === "{{" };
}
