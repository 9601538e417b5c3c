import type { XmlElement } from "@rgrove/parse-xml";
import { parseXml } from "@rgrove/parse-xml";

/** The root of an XML document; throws where it is not well formed. */
export function readXml(text: string): XmlElement {
  const { root } = parseXml(text);
  if (root === null) throw new SyntaxError("it has no root element");
  return root;
}
