/** A shortcode of WordPress as it stands in a text: `[caption id="a" width=300]…[/caption]`. */
export interface Shortcode {
  readonly name: string;
  /** By name; what has none is at "0", "1" and so on. */
  readonly attributes: ReadonlyMap<string, string>;
  /** What stands between it and its end; null where it has no end. */
  readonly inner: string | null;
}

/** What stands in the place of a shortcode; null: it is text like other text. */
export type Meaning = (shortcode: Shortcode, place: Place) => string | null;

export interface Place {
  /** Whether it stands in code, where brackets mean something else. */
  readonly isCode: boolean;
  /** The character before it. */
  readonly before: string;
}

const NAME = /\[(\[?)([a-z][\w-]*)(?=[\s=:\]/])/gi;
/** Characters that the head of a shortcode may have. */
const MOST_HEAD = 4000;
/** Brackets that begin no shortcode, before a text is taken for none that has any. */
const MOST_MISSES = 10_000;
const CODE = /<(\/?)(?:pre|code|script|style|textarea)\b/gi;
/** Shortcodes inside each other. */
const DEEPEST = 12;

/** Replaces the shortcodes of a text, inner ones too. Each end is looked for once. */
export function replaceShortcodes(text: string, meaning: Meaning, depth = 0): string {
  if (!text.includes("[") || depth > DEEPEST) return text;
  const ends = endsOf(text);
  const codes = codeRanges(text);
  let replaced = "";
  let at = 0;
  let misses = 0;
  const pattern = new RegExp(NAME);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [opening, escaping = "", name = ""] = match;
    const start = match.index;
    const close = endOfHead(text, start + opening.length);
    if (close === -1) {
      misses += 1;
      if (misses > MOST_MISSES) break;
      continue;
    }
    const begin = start + escaping.length;
    const head = close + 1;
    if (escaping !== "" && text[head] === "]") {
      replaced += text.slice(at, start) + text.slice(begin, head);
      at = head + 1;
      pattern.lastIndex = at;
      continue;
    }
    const rest = text.slice(start + opening.length, close);
    const end = rest.endsWith("/") ? null : ends(name.toLowerCase(), head);
    const shortcode: Shortcode = {
      name: name.toLowerCase(),
      attributes: attributesOf(rest.replace(/\/$/, "")),
      inner: end === null ? null : text.slice(head, end.start),
    };
    const value = meaning(shortcode, { isCode: codes(begin), before: text[begin - 1] ?? "" });
    if (value === null) continue;
    replaced += text.slice(at, begin) + replaceShortcodes(value, meaning, depth + 1);
    at = end?.end ?? head;
    pattern.lastIndex = at;
  }
  return replaced + text.slice(at);
}

/** Where the bracket is that ends the head of a shortcode; -1 where there is none in its line. */
function endOfHead(text: string, from: number): number {
  const most = Math.min(text.length, from + MOST_HEAD);
  for (let at = from; at < most; at += 1) {
    const character = text[at] ?? "";
    if (character === "]") return at;
    if (character === "[" || (character === "\n" && text[at + 1] === "\n")) return -1;
    if (character === '"' || character === "'") {
      const end = text.indexOf(character, at + 1);
      const isQuoted = /[=\s]/.test(text[at - 1] ?? "") && end !== -1 && end < most;
      if (isQuoted) at = end;
    }
  }
  return -1;
}

interface End {
  readonly start: number;
  readonly end: number;
}

/** Finds the end of a shortcode that begins before an offset. Asked for in the order of the text. */
function endsOf(text: string): (name: string, from: number) => End | null {
  const byName = new Map<string, End[]>();
  for (const { 0: source, 1: name = "", index } of text.matchAll(/\[\/([a-z][\w-]*)\]/gi)) {
    const key = name.toLowerCase();
    const list = byName.get(key);
    const end = { start: index, end: index + source.length };
    if (list) list.push(end);
    else byName.set(key, [end]);
  }
  for (const list of byName.values()) list.reverse();
  return (name, from) => {
    const list = byName.get(name) ?? [];
    while ((list.at(-1)?.start ?? Infinity) < from) list.pop();
    return list.at(-1) ?? null;
  };
}

/** Tells whether an offset lies in code. */
function codeRanges(text: string): (offset: number) => boolean {
  const changes: { readonly at: number; readonly depth: number }[] = [];
  let depth = 0;
  for (const { 1: close, index } of text.matchAll(CODE)) {
    depth = Math.max(0, depth + (close === "/" ? -1 : 1));
    changes.push({ at: index, depth });
  }
  let next = 0;
  return (offset) => {
    while (next < changes.length && (changes[next]?.at ?? Infinity) < offset) next += 1;
    return (changes[next - 1]?.depth ?? 0) > 0;
  };
}

const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|“([^”]*)”|([^\s"']+))|"([^"]*)"|(\S+)/g;

function attributesOf(rest: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  let nameless = 0;
  for (const [, name, double, single, curly, bare, quoted, word] of rest
    .replace(/^[=:]/, " ")
    .matchAll(ATTRIBUTE)) {
    const value = double ?? single ?? curly ?? bare ?? quoted ?? word ?? "";
    if (name === undefined) attributes.set(String(nameless++), value);
    else attributes.set(name.toLowerCase(), value);
  }
  return attributes;
}
