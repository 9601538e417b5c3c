/** Elements that may be open inside each other. Browsers cut at about half of it (Chromium at 512). */
export const MAX_NESTING = 1000;

const PARAGRAPH_ENDERS: ReadonlySet<string> = new Set(
  "address article aside blockquote details div dl figcaption figure footer h1 h2 h3 h4 h5 h6 header hr main ol p pre section table ul".split(
    " ",
  ),
);
const HEADINGS: ReadonlySet<string> = new Set("h1 h2 h3 h4 h5 h6".split(" "));
const ENDED_BY_SIBLING: Readonly<Record<string, ReadonlySet<string>>> = {
  a: new Set(["a"]),
  dd: new Set(["dd", "dt"]),
  dt: new Set(["dd", "dt"]),
  li: new Set(["li"]),
  rp: new Set(["rp", "rt"]),
  rt: new Set(["rp", "rt"]),
  tbody: new Set(["tbody", "tfoot"]),
  td: new Set(["td", "tr"]),
  th: new Set(["th", "td", "tr"]),
  thead: new Set(["tbody", "tfoot", "td"]),
  tr: new Set(["tr"]),
};

/** Whether an element may open inside `parent`, or ends it (HTML §13.1.2.4). */
export function isNested(name: string, parent: string | undefined): boolean {
  if (parent === undefined) return true;
  if (parent === "p") return !PARAGRAPH_ENDERS.has(name);
  if (HEADINGS.has(parent)) return !HEADINGS.has(name);
  return !ENDED_BY_SIBLING[parent]?.has(name);
}
