import { Parser } from "htmlparser2";
import { escapeAttribute } from "../../article/escape-attribute.ts";
import { plainText } from "../feeds/plain-summary.ts";

/** An element of a text. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly HtmlNode[];
}

/** An element, or text with its references decoded. */
export type HtmlNode = string | HtmlElement;

/** What lies deeper stands beside what it lies in: nobody writes that by hand. */
const MOST_DEPTH = 300;
/** From here on the parser takes the square of the depth, so nothing but the text is read. */
const MOST_BEYOND = 2000;

interface OpenElement extends HtmlElement {
  readonly children: HtmlNode[];
}

/** Reads HTML as browsers do, near enough: whatever is written, a tree comes of it. */
export function parseHtml(html: string): readonly HtmlNode[] {
  const root: OpenElement = { name: "", attributes: {}, children: [] };
  const open = [root];
  let beyond = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length > MOST_DEPTH) {
          beyond += 1;
          if (beyond > MOST_BEYOND) throw new TooDeep();
          return;
        }
        const element: OpenElement = { name, attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      onclosetag() {
        if (beyond > 0) beyond -= 1;
        else if (open.length > 1) open.pop();
      },
      ontext(text) {
        const children = open.at(-1)?.children ?? root.children;
        const last = children.at(-1);
        if (typeof last === "string") children[children.length - 1] = last + text;
        else children.push(text);
      },
    },
    { recognizeCDATA: true },
  );
  try {
    parser.end(html);
  } catch (cause) {
    if (!(cause instanceof TooDeep)) throw cause;
    return [plainText(html)];
  }
  return root.children;
}

/** Stops the parser. */
class TooDeep extends Error {}

const VOID: ReadonlySet<string> = new Set("area br col embed hr img input source track wbr".split(" "));

/** Writes a tree as HTML. */
export function writeHtml(nodes: readonly HtmlNode[]): string {
  let html = "";
  for (const node of nodes) {
    if (typeof node === "string") html += escapeText(node);
    else {
      html += `<${node.name}`;
      for (const [name, value] of Object.entries(node.attributes))
        html += ` ${name}="${escapeAttribute(value)}"`;
      html += VOID.has(node.name) ? " />" : `>${writeHtml(node.children)}</${node.name}>`;
    }
  }
  return html;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** The text of nodes, without markup. */
export function textOfNodes(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === "string" ? node : textOfNodes(node.children))).join("");
}

/** The first element that passes, in the order of the text. */
export function findElement(
  nodes: readonly HtmlNode[],
  passes: (element: HtmlElement) => boolean,
): HtmlElement | null {
  for (const node of nodes) {
    if (typeof node === "string") continue;
    const found = passes(node) ? node : findElement(node.children, passes);
    if (found !== null) return found;
  }
  return null;
}
