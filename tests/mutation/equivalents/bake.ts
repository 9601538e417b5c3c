import type { Equivalent } from "../mutant.ts";

/** Mutants of `bake` that behave as the program does. */
export const BAKE_EQUIVALENTS: readonly Equivalent[] = [
  {
    file: "bake/gate/meant-item.ts",
    from: 'authors: item.authors.map(({ name = "" }) => name),',
    to: 'authors: item.authors.map(({ name = "Stryker was here!" }) => name),',
    because: "Every author of an item has a name; only the library's type lets it be missing.",
  },
  {
    file: "bake/gate/article-check.ts",
    from: 'const relative = relativeUrl(item.content ?? "");',
    to: 'const relative = relativeUrl(item.content ?? "Stryker was here!");',
    because: "A text without a tag names no relative address, whatever it says.",
  },
  {
    file: "bake/gate/gate.ts",
    from: 'return (cause instanceof Error ? cause.message : String(cause)).split("\\n")[0] ?? "";',
    to: 'return (cause instanceof Error ? cause.message : String(cause)).split("\\n")[0] ?? "Stryker was here!";',
    because: "Splitting a text gives at least one part, so the default is never used.",
  },
  {
    file: "bake/gate/read-xml.ts",
    from: 'if (root === null) throw new SyntaxError("it has no root element");',
    to: 'if (false) throw new SyntaxError("it has no root element");',
    because:
      "The parser itself refuses a text without a root element; only its type lets the root be missing.",
  },
  {
    file: "bake/gate/read-xml.ts",
    from: 'if (root === null) throw new SyntaxError("it has no root element");',
    to: 'if (root === null) throw new SyntaxError("");',
    because:
      "The parser itself refuses a text without a root element; only its type lets the root be missing.",
  },
  {
    file: "bake/gate/article-check.ts",
    from: "const [, address] = RELATIVE.exec(html) ?? [];",
    to: 'const [, address] = RELATIVE.exec(html) ?? ["Stryker was here"];',
    because: "The first element of the match is passed over, whatever it is.",
  },
  {
    file: "bake/gate/article-check.ts",
    from: "const relative = list.split(/,\\s+/).find((candidate) => !/^\\s*https?:\\/\\//i.test(candidate));",
    to: "const relative = list.split(/,\\s/).find((candidate) => !/^\\s*https?:\\/\\//i.test(candidate));",
    because: "White space that is left in front of a candidate is passed over when it is looked at.",
  },
  {
    file: "bake/gate/article-check.ts",
    from: 'for (const [, list = ""] of html.includes("srcset") ? html.matchAll(SRCSET) : []) {',
    to: 'for (const [, list = ""] of html.includes("") ? html.matchAll(SRCSET) : []) {',
    because:
      "The look ahead only saves the search through texts without a srcset, which finds nothing there.",
  },
  {
    file: "bake/gate/article-check.ts",
    from: 'for (const [, list = ""] of html.includes("srcset") ? html.matchAll(SRCSET) : []) {',
    to: 'for (const [, list = "Stryker was here!"] of html.includes("srcset") ? html.matchAll(SRCSET) : []) {',
    because: "The group is part of every match, so its default is never used.",
  },
  {
    file: "bake/places/article-files.ts",
    from: 'const image = named && found?.kind === "found" ? imageOf(found.url, named.alt, media) : null;',
    to: 'const image = named && found.kind === "found" ? imageOf(found.url, named.alt, media) : null;',
    because: "What is named is looked for, so the question is only asked where there is an answer.",
  },
  {
    file: "bake/places/article-files.ts",
    from: 'return { url, type: media.get(url)?.type.replace(/;.*$/, "") ?? type ?? "text/html", language };',
    to: 'return { url, type: media.get(url)?.type.replace(/;.*/, "") ?? type ?? "text/html", language };',
    because: "A media type is one line, of which the dot takes everything up to the end.",
  },
  {
    file: "bake/site-documents.ts",
    from: "...(output.format !== null &&",
    to: "...(true &&",
    because: "Every output of the kind feed has a format.",
  },
  {
    file: "bake/site-documents.ts",
    from: 'madeFrom: digestOf([settings, JSON.stringify(memory), output.madeFrom()].join("\\n")),',
    to: 'madeFrom: digestOf([settings, JSON.stringify(memory), output.madeFrom()].join("")),',
    because:
      "The digest of the settings has one length and JSON ends by itself, so the parts are told apart without a line break.",
  },
  {
    file: "bake/places/site-media.ts",
    from: 'const address = addresses.get(contentPath(target) ?? "");',
    to: 'const address = addresses.get(contentPath(target) ?? "Stryker was here!");',
    because: "No picture has either for its path, since both lack the extension of one.",
  },
  {
    file: "bake/places/site-media.ts",
    from: 'if (!html.includes("<img ")) return html;',
    to: 'if (!html.includes("")) return html;',
    because:
      "The look ahead only saves the search through texts without an image, which changes nothing there.",
  },
  {
    file: "bake/places/site-media.ts",
    from: 'if (!html.includes("<img ")) return html;',
    to: "if (false) return html;",
    because:
      "The look ahead only saves the search through texts without an image, which changes nothing there.",
  },
  {
    file: "bake/store-representation.ts",
    from: 'const body = typeof plain === "string" ? Buffer.from(plain) : plain;',
    to: "const body = true ? Buffer.from(plain) : plain;",
    because: "A copy of the bytes is the same bytes; leaving it out only saves memory.",
  },
];
