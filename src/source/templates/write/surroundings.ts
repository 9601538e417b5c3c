/** Where in the markup a mark stands, as what stands before it tells. */
export type Surroundings =
  /** In running text; `indent` is what its line begins with, where nothing else stands before the mark. */
  | { readonly kind: "flow"; readonly indent: string | null }
  /** Where a Markdown link leads; `written` is what is there already. `text` is that of the link, with its brackets. */
  | { readonly kind: "destination"; readonly written: string; readonly text: string | null }
  /** In the value of an attribute; `tag` is what is there of its tag. */
  | {
      readonly kind: "tag";
      readonly tag: string;
      readonly attribute: string;
      readonly quote: string;
      readonly written: string;
    };

const TAG = /^<[A-Za-z][\w-]*\s/;
const DESTINATION = /\]\([ \t]*<?([^()<>\s]*)$/;
const DEFINITION = /^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*<?([^\s<>]*)$/;
const INDENT = /^(?:[ \t>]|(?:[-*+]|\d{1,9}[.)])[ \t])*$/;

/** Judges by the text before a mark. */
export function surroundingsOf(tail: string): Surroundings {
  const open = tail.lastIndexOf("<");
  const isOpen = open > Math.max(tail.lastIndexOf(">"), tail.lastIndexOf("\n\n"));
  const tag = isOpen && TAG.test(tail.slice(open, open + 40)) ? tagAround(tail.slice(open)) : null;
  if (tag !== null) return tag;
  const line = tail.slice(tail.lastIndexOf("\n") + 1);
  const [, written] = DESTINATION.exec(line) ?? [];
  if (written !== undefined) return { kind: "destination", written, text: linkText(tail) };
  const [, defined] = DEFINITION.exec(line) ?? [];
  if (defined !== undefined) return { kind: "destination", written: defined, text: null };
  return { kind: "flow", indent: INDENT.test(line) ? line : null };
}

/** The attribute of a tag whose value goes on; null where none does. */
function tagAround(tag: string): Surroundings | null {
  let quote = "";
  let from = -1;
  for (let at = 1; at < tag.length; at += 1) {
    const character = tag[at] ?? "";
    if (quote !== "") {
      if (character === quote) [quote, from] = ["", -1];
    } else if (at === from && /["']/.test(character)) [quote, from] = [character, at + 1];
    else if (character === "=" && from === -1) from = at + 1;
    else if (/\s/.test(character)) from = at === from ? at + 1 : -1;
  }
  if (from === -1) return null;
  const name = tag.slice(Math.max(0, from - 40), from).replace(/\s*=\s*["']?$/, "");
  const attribute = /[\w:@-]*$/.exec(name)?.[0].toLowerCase() ?? "";
  return { kind: "tag", tag, attribute, quote, written: tag.slice(from) };
}

/** The text of a link with its brackets, and the sign of an image before them; null where it began long ago. */
function linkText(tail: string): string | null {
  const close = tail.lastIndexOf("](");
  let depth = 0;
  for (let at = close; at >= 0; at -= 1) {
    const character = tail[at];
    if (character === "]") depth += 1;
    else if (character === "[") depth -= 1;
    else if (character === "\n" && tail[at - 1] === "\n") return null;
    if (depth === 0) return tail.slice(tail[at - 1] === "!" ? at - 1 : at, close + 1);
  }
  return null;
}
