import type { DefaultTreeAdapterTypes } from "parse5";
import { parseFragment } from "parse5";
import { escapeAttribute } from "../../src/article/escape-attribute.ts";
import type { Body } from "../../src/article/references.ts";
import { MATHML_ATTRIBUTES, MATHML_ELEMENTS } from "../../src/source/dialects/formulas/mathml.ts";
import { ALLOWED_ATTRIBUTES, ALLOWED_ELEMENTS } from "../../src/source/html/allowed-html.ts";

/** A body as HTML, with its references as they were written. */
export function htmlOf(body: Body): string {
  return body.map((piece) => (typeof piece === "string" ? piece : escapeAttribute(piece.target))).join("");
}

/**
 * What a browser would find in a body that no article may hold: elements, attributes, URL schemes.
 * It is parsed as browsers do (HTML §13.2), and its URLs are read as browsers read them.
 */
export function forbiddenIn(body: Body): string[] {
  return parseFragment(htmlOf(body)).childNodes.flatMap(forbiddenNode);
}

function forbiddenNode(node: DefaultTreeAdapterTypes.ChildNode): string[] {
  if (node.nodeName === "#text") return [];
  if (!("tagName" in node)) return [node.nodeName];
  const { tagName, attrs, childNodes, namespaceURI } = node;
  const found = childNodes.flatMap(forbiddenNode);
  if (namespaceURI.endsWith("/MathML")) return [...found, ...forbiddenMath(tagName, attrs)];
  if (!ALLOWED_ELEMENTS.has(tagName) || !namespaceURI.endsWith("/xhtml")) found.push(`<${tagName}>`);
  for (const { name, value } of attrs) {
    const isAllowed = ALLOWED_ATTRIBUTES["*"]?.includes(name) || ALLOWED_ATTRIBUTES[tagName]?.includes(name);
    if (!isAllowed) found.push(`<${tagName} ${name}>`);
    else if (/^(?:href|src|poster|cite)$/.test(name)) found.push(...forbiddenUrl(value));
    else if (name === "srcset") found.push(...value.split(/,\s/).flatMap(forbiddenUrl));
  }
  return found;
}

/** Formulas are put in behind the sanitizer: elements and attributes of presentation, and no other. */
function forbiddenMath(tagName: string, attrs: readonly { readonly name: string }[]): string[] {
  const strange = attrs.filter(({ name }) => !MATHML_ATTRIBUTES.has(name.toLowerCase()));
  return [
    ...(MATHML_ELEMENTS.has(tagName) ? [] : [`<${tagName}>`]),
    ...strange.map(({ name }) => `<${tagName} ${name}>`),
  ];
}

function forbiddenUrl(value: string): string[] {
  const protocol = URL.parse(value, "https://quay.example/")?.protocol;
  return protocol === undefined || /^(?:https?|mailto|tel):$/.test(protocol) ? [] : [value];
}
