import { describe, expect, test } from "vitest";
import { isNested } from "../../src/source/html/html-nesting.ts";

const BLOCKS =
  "address article aside blockquote details div dl figcaption figure footer h1 h2 h3 h4 h5 h6 header hr main ol p pre section table ul".split(
    " ",
  );

describe("an element opens inside its parent (HTML §13.1.2.4)", () => {
  test.for([
    { name: "at the top", parent: undefined, children: ["p", "li", "td"] },
    { name: "text in a paragraph", parent: "p", children: ["em", "a", "img", "br"] },
    { name: "text in a heading", parent: "h2", children: ["em", "p"] },
    { name: "blocks in what holds blocks", parent: "div", children: ["p", "div", "h1", "table"] },
    { name: "parts of a table", parent: "table", children: ["thead", "tbody", "tr"] },
    { name: "lists in an item", parent: "li", children: ["ul", "p"] },
    { name: "emphasis in a link", parent: "a", children: ["em"] },
  ])("$name", ({ parent, children }) => {
    for (const child of children) expect(isNested(child, parent)).toBe(true);
  });
});

describe("an element ends its parent (HTML §13.1.2.4)", () => {
  test.for(BLOCKS)("%s ends a paragraph", (block) => {
    expect(isNested(block, "p")).toBe(false);
  });

  test.for(["h1", "h2", "h3", "h4", "h5", "h6"])("a heading ends %s", (heading) => {
    expect(isNested("h1", heading)).toBe(false);
    expect(isNested("h6", heading)).toBe(false);
  });

  test.for([
    { parent: "a", enders: ["a"] },
    { parent: "dd", enders: ["dd", "dt"] },
    { parent: "dt", enders: ["dd", "dt"] },
    { parent: "li", enders: ["li"] },
    { parent: "rp", enders: ["rp", "rt"] },
    { parent: "rt", enders: ["rp", "rt"] },
    { parent: "tbody", enders: ["tbody", "tfoot"] },
    { parent: "td", enders: ["td", "tr"] },
    { parent: "th", enders: ["th", "td", "tr"] },
    { parent: "thead", enders: ["tbody", "tfoot", "td"] },
    { parent: "tr", enders: ["tr"] },
  ])("its siblings end $parent", ({ parent, enders }) => {
    for (const ender of enders) expect(isNested(ender, parent)).toBe(false);
  });
});
