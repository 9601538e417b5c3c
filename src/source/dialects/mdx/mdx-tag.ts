/** A value in a tag: a text, or an expression of JavaScript in braces. */
export type MdxValue = { readonly kind: "text" | "expression"; readonly source: string };

/** A tag of JSX, as it stands in a text. */
export interface MdxTag {
  /** Empty for a fragment. */
  readonly name: string;
  readonly kind: "open" | "close" | "single";
  readonly attributes: ReadonlyMap<string, MdxValue>;
  /** Where the tag ends. */
  readonly end: number;
}

const START = /<(\/?)([A-Za-z][\w.-]*)?/y;
const SPACE = /\s*/y;
const NAME = /[A-Za-z_][\w:.-]*/y;
/** The longest tag; no article has one that is longer. */
const MAX_LENGTH = 20_000;

/** Reads the tag that begins at a place; null where none does. `endOf` tells where a brace closes. */
export function mdxTagAt(
  text: string,
  start: number,
  endOf: (brace: number) => number | null,
): MdxTag | null {
  START.lastIndex = start;
  const [opening, slash, name = ""] = START.exec(text) ?? [];
  if (opening === undefined) return null;
  const attributes = new Map<string, MdxValue>();
  let at = start + opening.length;
  while (at < text.length && at - start < MAX_LENGTH) {
    at = skip(SPACE, text, at);
    if (text.startsWith("/>", at)) return { name, kind: "single", attributes, end: at + 2 };
    if (text[at] === ">") return { name, kind: slash === "" ? "open" : "close", attributes, end: at + 1 };
    if (name === "" || slash !== "") return null;
    if (text[at] === "{") {
      // What is spread here is known to nobody.
      const close = endOf(at);
      if (close === null) return null;
      at = close + 1;
      continue;
    }
    NAME.lastIndex = at;
    const [key] = NAME.exec(text) ?? [];
    if (key === undefined) return null;
    at = skip(SPACE, text, at + key.length);
    if (text[at] !== "=") {
      attributes.set(key, { kind: "text", source: "" });
      continue;
    }
    at = skip(SPACE, text, at + 1);
    const value = valueAt(text, at, endOf);
    if (value === null) return null;
    attributes.set(key, value);
    at = value.end;
  }
  return null;
}

function valueAt(
  text: string,
  at: number,
  endOf: (brace: number) => number | null,
): (MdxValue & { readonly end: number }) | null {
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    const close = text.slice(at, at + MAX_LENGTH).indexOf(quote, 1);
    return close === -1
      ? null
      : { kind: "text", source: text.slice(at + 1, at + close), end: at + close + 1 };
  }
  const close = quote === "{" ? endOf(at) : null;
  return close === null
    ? null
    : { kind: "expression", source: text.slice(at + 1, close).trim(), end: close + 1 };
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

/** Tells where each brace of a text closes: one pass over it. */
export function bracesOf(text: string): (brace: number) => number | null {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: brace, index } of text.matchAll(/\\?[{}]/g)) {
    if (brace === "{") open.push(index);
    else if (brace === "}") {
      const begin = open.pop();
      if (begin !== undefined) ends.set(begin, index);
    }
  }
  return (brace) => ends.get(brace) ?? null;
}
