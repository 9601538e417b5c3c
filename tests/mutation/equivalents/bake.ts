import type { Equivalent } from "../mutant.ts";

/** Mutants of `bake` that behave as the program does. */
export const BAKE_EQUIVALENTS: readonly Equivalent[] = [
  {
    file: "bake/gate.ts",
    from: 'authors: item.author.map(({ name = "" }) => name),',
    to: 'authors: item.author.map(({ name = "Stryker was here!" }) => name),',
    because: "Every author of an item has a name; only the library's type lets it be missing.",
  },
  {
    file: "bake/gate.ts",
    from: 'categories: [...new Set(item.category.map(({ name = "" }) => name))],',
    to: 'categories: [...new Set(item.category.map(({ name = "Stryker was here!" }) => name))],',
    because: "Every category of an item has a name; only the library's type lets it be missing.",
  },
  {
    file: "bake/gate.ts",
    from: 'const relative = relativeUrl(item.content ?? "");',
    to: 'const relative = relativeUrl(item.content ?? "Stryker was here!");',
    because: "A text without a tag names no relative address, whatever it says.",
  },
  {
    file: "bake/gate.ts",
    from: 'return (cause instanceof Error ? cause.message : String(cause)).split("\\n")[0] ?? "";',
    to: 'return (cause instanceof Error ? cause.message : String(cause)).split("\\n")[0] ?? "Stryker was here!";',
    because: "Splitting a text gives at least one part, so the default is never used.",
  },
  {
    file: "bake/read-back.ts",
    from: 'if (root === null) throw new SyntaxError("it has no root element");',
    to: 'if (false) throw new SyntaxError("it has no root element");',
    because:
      "The parser itself refuses a text without a root element; only its type lets the root be missing.",
  },
  {
    file: "bake/read-back.ts",
    from: 'if (root === null) throw new SyntaxError("it has no root element");',
    to: 'if (root === null) throw new SyntaxError("");',
    because:
      "The parser itself refuses a text without a root element; only its type lets the root be missing.",
  },
  {
    file: "bake/relative-url.ts",
    from: "const [, address] = RELATIVE.exec(html) ?? [];",
    to: 'const [, address] = RELATIVE.exec(html) ?? ["Stryker was here"];',
    because: "The first element of the match is passed over, whatever it is.",
  },
  {
    file: "bake/relative-url.ts",
    from: "const relative = list.split(/,\\s+/).find((candidate) => !/^\\s*https?:\\/\\//i.test(candidate));",
    to: "const relative = list.split(/,\\s/).find((candidate) => !/^\\s*https?:\\/\\//i.test(candidate));",
    because: "White space that is left in front of a candidate is passed over when it is looked at.",
  },
  {
    file: "bake/relative-url.ts",
    from: 'for (const [, list = ""] of html.includes("srcset") ? html.matchAll(SRCSET) : []) {',
    to: 'for (const [, list = ""] of html.includes("") ? html.matchAll(SRCSET) : []) {',
    because:
      "The look ahead only saves the search through texts without a srcset, which finds nothing there.",
  },
  {
    file: "bake/relative-url.ts",
    from: 'for (const [, list = ""] of html.includes("srcset") ? html.matchAll(SRCSET) : []) {',
    to: 'for (const [, list = "Stryker was here!"] of html.includes("srcset") ? html.matchAll(SRCSET) : []) {',
    because: "The group is part of every match, so its default is never used.",
  },
];
