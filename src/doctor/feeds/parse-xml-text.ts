import type { XmlDocument, XmlNode } from "@rgrove/parse-xml";
import { XmlElement, XmlText } from "@rgrove/parse-xml";
import { Parser } from "@rgrove/parse-xml/dist/lib/Parser.js";
import { occurrences } from "./extent.ts";

/** Builds the tree of well-formed XML. Throws an error that says in one line what is wrong and where. */
export function parseXmlText(text: string): XmlDocument {
  return new FrugalParser(text).document;
}

/** How far the parser is; private to its type. */
interface Place {
  readonly charIndex: number;
  readonly string: string;
}

/** Spares what a hostile document makes the parser hold. */
class FrugalParser extends Parser {
  /** The parser's own error quotes the line, which it copies a character at a time, at forty times its size. */
  override error(message: string): never {
    const { charIndex, string }: Place = Reflect.get(this, "scanner");
    const before = string.slice(0, charIndex);
    const line = occurrences(before, "\n") + 1;
    throw new SyntaxError(`${message} (line ${line}, column ${charIndex - before.lastIndexOf("\n")})`);
  }

  /** Text that was put together around references is a tree of its pieces; what was copied is one piece. */
  override addNode(node: XmlNode, charIndex: number) {
    if (node instanceof XmlElement) {
      for (const child of node.children)
        if (child instanceof XmlText) child.text = structuredClone(child.text);
    }
    return super.addNode(node, charIndex);
  }
}
