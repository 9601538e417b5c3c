import { createRequire } from "node:module";
import type { XmlElement } from "@rgrove/parse-xml";

const require = createRequire(import.meta.url);

/** The root of an XML document; throws where it is not well formed. */
export function readXml(text: string): XmlElement {
  const { parseXml } = require("@rgrove/parse-xml") as typeof import("@rgrove/parse-xml");
  const { root } = parseXml(text);
  if (root === null) throw new SyntaxError("it has no root element");
  return root;
}
