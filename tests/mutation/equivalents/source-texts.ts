import type { Equivalent } from "../mutant.ts";

/** Mutants of the readers of texts in `source` that behave as the program does. */
export const SOURCE_TEXTS_EQUIVALENTS: readonly Equivalent[] = [
  {
    file: "source/html-nesting.ts",
    from: "if (parent === undefined) return true;",
    to: "if (false) return true;",
    because: "A parent of no name is in none of the lists either; the check is there for its type.",
  },
  {
    file: "source/newswire-blocks.ts",
    from: "const around = neighbours.get(line) ?? [];",
    to: 'const around = neighbours.get(line) ?? ["Stryker was here"];',
    because: "Only a blank line has no neighbours, and that is text whatever stands around it.",
  },
  {
    file: "source/newswire-blocks.ts",
    from: "else groups.at(-1)?.push(line);",
    to: "else groups.at(-1).push(line);",
    because: "There is always a last group.",
  },
  {
    file: "source/newswire-blocks.ts",
    from: 'return { kind: mark === "crosshead" ? "crosshead" : "paragraph", text: texts.join(" "), line };',
    to: 'return { kind: mark === "crosshead" ? "crosshead" : "paragraph", text: texts.join(""), line };',
    because: "A paragraph and a crosshead have one text, so nothing is put between.",
  },
  {
    file: "source/newswire-lines.ts",
    from: "const [, names, agency = null] = AUTHORS_SIGN_OFF.exec(line) ?? [];",
    to: 'const [, names, agency = null] = AUTHORS_SIGN_OFF.exec(line) ?? ["Stryker was here"];',
    because: "The first of the list is passed over, and the names are not there either way.",
  },
  {
    file: "source/newswire.ts",
    from: 'const signOff = readSignOff(lines[at]?.text ?? "");',
    to: 'const signOff = readSignOff(lines[at]?.text ?? "Stryker was here!");',
    because: "The other text is no sign-off either.",
  },
  {
    file: "source/newswire.ts",
    from: 'const names = readByline(lines[at]?.text ?? "");',
    to: 'const names = readByline(lines[at]?.text ?? "Stryker was here!");',
    because: "The other text is no byline either.",
  },
  {
    file: "source/source-file.ts",
    from: 'const code = text.codePointAt(at)?.toString(16).toUpperCase().padStart(4, "0");',
    to: 'const code = text.codePointAt(at).toString(16).toUpperCase().padStart(4, "0");',
    because: "A character that is dropped stands there.",
  },
  {
    file: "source/summary.ts",
    from: "if (lede.length <= MAX_SUMMARY) return lede;",
    to: "if (false) return lede;",
    because: "Only a matter of speed: a short paragraph is made of all its sentences.",
  },
  {
    file: "source/summary.ts",
    from: "if (lede.length <= MAX_SUMMARY) return lede;",
    to: "if (lede.length < MAX_SUMMARY) return lede;",
    because: "Only a matter of speed: a paragraph of 400 characters is made of all its sentences.",
  },
  {
    file: "source/summary.ts",
    from: "segmenters.set(language, segmenter);",
    to: ";",
    because: "Only a matter of speed: a segmenter is made anew.",
  },
  {
    file: "source/template-marks.ts",
    from: 'if (!markdown.includes("{{") && !markdown.includes("{%")) return [];',
    to: "if (false) return [];",
    because: "Only a matter of speed: the search finds nothing.",
  },
  {
    file: "source/template-marks.ts",
    from: 'if (!markdown.includes("{{") && !markdown.includes("{%")) return [];',
    to: 'if (!markdown.includes("") && !markdown.includes("{%")) return [];',
    because: "Only a matter of speed: the search finds nothing.",
  },
  {
    file: "source/template-marks.ts",
    from: 'if (!markdown.includes("{{") && !markdown.includes("{%")) return [];',
    to: 'if (!markdown.includes("{{") && !markdown.includes("")) return [];',
    because: "Only a matter of speed: the search finds nothing.",
  },
  {
    file: "source/text-lines.ts",
    from: 'if (SPACE.test(line)) return line.replace(/\\s+/gu, " ").trim();',
    to: 'if (true) return line.replace(/\\s+/gu, " ").trim();',
    because: "Only a matter of speed: single spaces fold to themselves.",
  },
  {
    file: "source/text-lines.ts",
    from: 'return line.startsWith(" ") || line.endsWith(" ") ? line.trim() : line;',
    to: "return true ? line.trim() : line;",
    because: "Only a matter of speed: trimming takes nothing off.",
  },
  {
    file: "source/text-lines.ts",
    from: 'return line.startsWith(" ") || line.endsWith(" ") ? line.trim() : line;',
    to: 'return line.startsWith("") || line.endsWith(" ") ? line.trim() : line;',
    because: "Only a matter of speed: trimming takes nothing off.",
  },
  {
    file: "source/text-lines.ts",
    from: 'return line.startsWith(" ") || line.endsWith(" ") ? line.trim() : line;',
    to: 'return line.startsWith(" ") || line.endsWith("") ? line.trim() : line;',
    because: "Only a matter of speed: trimming takes nothing off.",
  },
  {
    file: "source/text-lines.ts",
    from: "const SPACE = / {2}|[\\t-\\r\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]/;",
    to: "const SPACE = / |[\\t-\\r\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]/;",
    because: "Only a matter of speed: single spaces fold to themselves.",
  },
];
