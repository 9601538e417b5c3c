import { cardHtml } from "./card-html.ts";
import type { Value } from "./record.ts";
import { escaped, listOf, MOST_DEPTH, parsedRecord, recordOf, textOf, wrapped } from "./record.ts";

/** The bits of a text's `format`, and the elements that they stand for. */
const FORMATS: readonly (readonly [bit: number, name: string])[] = [
  [16, "code"],
  [1, "strong"],
  [2, "em"],
  [4, "del"],
  [8, "u"],
  [32, "sub"],
  [64, "sup"],
  [128, "mark"],
];

/** The document of Ghost's editor since 5.0 as HTML; null where the text is none. */
export function lexicalHtml(text: string): string | null {
  const root = parsedRecord(text).root;
  if (!Array.isArray(recordOf(root).children)) return null;
  return childrenHtml(recordOf(root), 0);
}

function childrenHtml({ children }: Value, depth: number): string {
  return depth > MOST_DEPTH
    ? ""
    : listOf(children)
        .map((child) => nodeHtml(recordOf(child), depth + 1))
        .join("");
}

function nodeHtml(node: Value, depth: number): string {
  const type = textOf(node.type).replace(/^extended-/, "");
  const inside = () => childrenHtml(node, depth);
  switch (type) {
    case "text":
      return textHtml(node);
    case "linebreak":
      return "<br>";
    case "tab":
      return "\t";
    case "paragraph":
      return wrapped("p", inside());
    case "heading":
      return wrapped(tagOf(node, /^h[1-6]$/, "h2"), inside());
    case "quote":
    case "aside":
      return wrapped("blockquote", wrapped("p", inside()));
    case "list":
      return wrapped(tagOf(node, /^[ou]l$/, node.listType === "number" ? "ol" : "ul"), inside());
    case "listitem":
      return wrapped("li", inside());
    case "link":
    case "autolink":
      return textOf(node.url) === "" ? inside() : `<a href="${escaped(textOf(node.url))}">${inside()}</a>`;
    default:
      return cardHtml(type, node) ?? inside();
  }
}

function textHtml({ text, format }: Value): string {
  const bits = typeof format === "number" ? format : 0;
  return FORMATS.filter(([bit]) => (bits & bit) !== 0).reduce(
    (html, [, name]) => wrapped(name, html),
    escaped(textOf(text)),
  );
}

function tagOf({ tag }: Value, known: RegExp, fallback: string): string {
  return known.test(textOf(tag)) ? textOf(tag) : fallback;
}
