import type { Equivalent } from "../mutant.ts";

type Change = readonly [file: string, from: string, to: string];

/** Changes of files of `source/dialects` that make no difference for one reason. */
function alike(because: string, changes: readonly Change[]): readonly Equivalent[] {
  return changes.map(([file, from, to]) => ({ file: `source/dialects/${file}`, from, to, because }));
}

/** Mutants of the dialects of Markdown that behave as the program does. */
export const SOURCE_DIALECTS: readonly Equivalent[] = [
  ...alike("It is always there; the question is for the types.", [
    [
      "formulas/formulas.ts",
      'for (const { 0: found, 1: tex = "", index } of masked.matchAll(pattern)) {',
      'for (const { 0: found, 1: tex = "Stryker was here!", index } of masked.matchAll(pattern)) {',
    ],
    [
      "formulas/formulas.ts",
      'return (isInTag ? escaped(formulas[at]?.tex ?? "") : rendered[at]) ?? "";',
      'return (isInTag ? escaped(formulas[at]?.tex ?? "Stryker was here!") : rendered[at]) ?? "";',
    ],
    [
      "formulas/formulas.ts",
      'return (isInTag ? escaped(formulas[at]?.tex ?? "") : rendered[at]) ?? "";',
      'return (isInTag ? escaped(formulas[at]?.tex ?? "") : rendered[at]) ?? "Stryker was here!";',
    ],
    ["formulas/mathml.ts", '?.trim() ?? ""', '?.trim() ?? "Stryker was here!"'],
    [
      "formulas/mathml.ts",
      '.filter(([, key = ""]) => MATHML_ATTRIBUTES.has(key) && key !== "alttext")',
      '.filter(([, key = "Stryker was here!"]) => MATHML_ATTRIBUTES.has(key) && key !== "alttext")',
    ],
    ["marks/block-marks.ts", 'const kind = kinds[at] ?? "text";', 'const kind = kinds[at] ?? "";'],
    [
      "marks/block-marks.ts",
      'const box = indentedOpening(lines[at] ?? "", nextFilled[at]);',
      'const box = indentedOpening(lines[at] ?? "Stryker was here!", nextFilled[at]);',
    ],
    [
      "marks/box-words.ts",
      'const [primary = ""] = language.toLowerCase().split("-", 1);',
      'const [primary = "Stryker was here!"] = language.toLowerCase().split("-", 1);',
    ],
    [
      "marks/inline-marks.ts",
      'const id = idIn((match[1] ?? "").replaceAll("&quot;", \'"\'));',
      'const id = idIn((match[1] ?? "Stryker was here!").replaceAll("&quot;", \'"\'));',
    ],
    ["mdx/mdx-modules.ts", 'const line = lines[at] ?? "";', 'const line = lines[at] ?? "Stryker was here!";'],
    [
      "mdx/mdx-modules.ts",
      'const bare = (lines[at] ?? "").replace(/(["\'`])(?:[^\\\\\\n]|\\\\.)*?\\1/g, "0");',
      'const bare = (lines[at] ?? "Stryker was here!").replace(/(["\'`])(?:[^\\\\\\n]|\\\\.)*?\\1/g, "0");',
    ],
    [
      "mdx/mdx-values.ts",
      'return (double ?? single ?? back ?? "").replace(/\\\\(.)/gs, (_, one: string) =>',
      'return (double ?? single ?? back ?? "Stryker was here!").replace(/\\\\(.)/gs, (_, one: string) =>',
    ],
    [
      "mdx/mdx.ts",
      'const [{ after = "" } = {}] = open.splice(at);',
      'const [{ after = "Stryker was here!" } = {}] = open.splice(at);',
    ],
    [
      "places/heading-ids.ts",
      'for (const { 0: tag, 1: slash, 2: attributes = "", index } of piece.matchAll(tags)) {',
      'for (const { 0: tag, 1: slash, 2: attributes = "Stryker was here!", index } of piece.matchAll(tags)) {',
    ],
    [
      "text/line-kinds.ts",
      'const { 0: run = "" } = runs[at] ?? {};',
      'const { 0: run = "Stryker was here!" } = runs[at] ?? {};',
    ],
    [
      "text/line-kinds.ts",
      'const { 0: run = "", index = 0 } = runs[at] ?? {};',
      'const { 0: run = "Stryker was here!", index = 0 } = runs[at] ?? {};',
    ],
    [
      "formulas/formulas.ts",
      "(mark, number: string) => formulas[Number(number)]?.written ?? mark,",
      "(mark, number: string) => formulas[Number(number)].written ?? mark,",
    ],
    [
      "formulas/formulas.ts",
      'return (isInTag ? escaped(formulas[at]?.tex ?? "") : rendered[at]) ?? "";',
      'return (isInTag ? escaped(formulas[at].tex ?? "") : rendered[at]) ?? "";',
    ],
    [
      "marks/admonitions.ts",
      "const length = CONTAINER_END.exec(line)?.[1]?.length;",
      "const length = CONTAINER_END.exec(line)?.[1].length;",
    ],
    [
      "marks/block-marks.ts",
      'if (lines[at]?.trim() !== "") filled = lines[at];',
      'if (lines[at].trim() !== "") filled = lines[at];',
    ],
    [
      "marks/box-words.ts",
      "const own = Object.hasOwn(WORDS, primary) ? WORDS[primary]?.[at] : undefined;",
      "const own = Object.hasOwn(WORDS, primary) ? WORDS[primary][at] : undefined;",
    ],
    [
      "mdx/mdx-tag.ts",
      "return at + (pattern.exec(text)?.[0].length ?? 0);",
      "return at + (pattern.exec(text)[0].length ?? 0);",
    ],
    [
      "mdx/mdx-values.ts",
      "if (name !== undefined && from !== undefined) return FILE.test(from) ? [name, from] : null;",
      "if (name !== undefined && true) return FILE.test(from) ? [name, from] : null;",
    ],
    [
      "text/html-runs.ts",
      ": find(`</${code[1]}>`, open) + (code[1]?.length ?? 0) + 3;",
      ": find(`</${code[1]}>`, open) + (code[1].length ?? 0) + 3;",
    ],
    [
      "text/line-kinds.ts",
      'end = raw[2] === undefined ? `</${raw[1]?.toLowerCase()}` : "-->";',
      'end = raw[2] === undefined ? `</${raw[1].toLowerCase()}` : "-->";',
    ],
    [
      "text/line-kinds.ts",
      "const end = (last?.index ?? 0) + (last?.[0].length ?? 0);",
      "const end = (last.index ?? 0) + (last?.[0].length ?? 0);",
    ],
    [
      "text/line-kinds.ts",
      "const end = (last?.index ?? 0) + (last?.[0].length ?? 0);",
      "const end = (last?.index ?? 0) + (last[0].length ?? 0);",
    ],
  ]),
  ...alike("These groups take part in every match; the defaults are for the types.", [
    [
      "marks/admonitions.ts",
      'const [, indent = "", colons = "", kind = "", label, attributes = "", rest = ""] = match;',
      'const [, indent = "Stryker was here!", colons = "", kind = "", label, attributes = "", rest = ""] = match;',
    ],
    [
      "marks/admonitions.ts",
      'const [, indent = "", colons = "", kind = "", label, attributes = "", rest = ""] = match;',
      'const [, indent = "", colons = "Stryker was here!", kind = "", label, attributes = "", rest = ""] = match;',
    ],
    [
      "marks/admonitions.ts",
      'const [, indent = "", colons = "", kind = "", label, attributes = "", rest = ""] = match;',
      'const [, indent = "", colons = "", kind = "Stryker was here!", label, attributes = "", rest = ""] = match;',
    ],
    [
      "marks/admonitions.ts",
      'const [, indent = "", colons = "", kind = "", label, attributes = "", rest = ""] = match;',
      'const [, indent = "", colons = "", kind = "", label, attributes = "", rest = "Stryker was here!"] = match;',
    ],
    [
      "marks/admonitions.ts",
      'const [, indent = "", kind = "", title = null] = match;',
      'const [, indent = "Stryker was here!", kind = "", title = null] = match;',
    ],
    [
      "marks/admonitions.ts",
      'const [, indent = "", kind = "", title = null] = match;',
      'const [, indent = "", kind = "Stryker was here!", title = null] = match;',
    ],
    [
      "marks/admonitions.ts",
      'const [, quote = "", kind = "", title = ""] = match;',
      'const [, quote = "Stryker was here!", kind = "", title = ""] = match;',
    ],
    [
      "marks/admonitions.ts",
      'const [, quote = "", kind = "", title = ""] = match;',
      'const [, quote = "", kind = "Stryker was here!", title = ""] = match;',
    ],
    [
      "marks/admonitions.ts",
      'const [, quote = "", kind = "", title = ""] = match;',
      'const [, quote = "", kind = "", title = "Stryker was here!"] = match;',
    ],
    [
      "marks/block-writer.ts",
      'const [, fence = "", info = ""] = match;',
      'const [, fence = "Stryker was here!", info = ""] = match;',
    ],
    [
      "marks/block-writer.ts",
      'const [, fence = "", info = ""] = match;',
      'const [, fence = "", info = "Stryker was here!"] = match;',
    ],
  ]),
  ...alike("The shortcut only saves time: what it passes over has none of the marks that are looked for.", [
    ["formulas/formulas.ts", "if (formulas.length === 0) return text;", "if (false) return text;"],
    ["formulas/formulas.ts", "if (formulas.length === 0) return body;", "if (false) return body;"],
    ["marks/admonitions.ts", 'if (!line.includes(":::")) return null;', "if (false) return null;"],
    [
      "marks/admonitions.ts",
      'if (!line.includes(":::")) return null;',
      'if (!line.includes("")) return null;',
    ],
    [
      "marks/admonitions.ts",
      'if (!line.includes(":::") || !isText(at)) continue;',
      'if (!line.includes("") || !isText(at)) continue;',
    ],
    [
      "marks/admonitions.ts",
      'if (!line.includes("!!!") && !line.includes("???")) return null;',
      "if (false) return null;",
    ],
    [
      "marks/admonitions.ts",
      'if (!line.includes("!!!") && !line.includes("???")) return null;',
      'if (!line.includes("") && !line.includes("???")) return null;',
    ],
    [
      "marks/admonitions.ts",
      'if (!line.includes("!!!") && !line.includes("???")) return null;',
      'if (!line.includes("!!!") && !line.includes("")) return null;',
    ],
    [
      "marks/admonitions.ts",
      'const match = line.includes("[!") ? ALERT.exec(line) : null;',
      'const match = line.includes("") ? ALERT.exec(line) : null;',
    ],
    ["marks/attribute-marks.ts", 'if (!line.includes("{")) return null;', "if (false) return null;"],
    [
      "marks/attribute-marks.ts",
      'if (!line.includes("{")) return null;',
      'if (!line.includes("")) return null;',
    ],
    [
      "marks/block-marks.ts",
      "const lines = blanks.size === 0 ? written : written.filter((_, at) => !blanks.has(at));",
      "const lines = false ? written : written.filter((_, at) => !blanks.has(at));",
    ],
    [
      "marks/block-marks.ts",
      'const masked = text.includes("{:") ? maskCode(lines, kinds).split("\\n") : lines;',
      'const masked = text.includes("") ? maskCode(lines, kinds).split("\\n") : lines;',
    ],
    [
      "marks/block-writer.ts",
      'const hasExtension = wasComment || line.includes("{:");',
      "const hasExtension = true;",
    ],
    [
      "marks/block-writer.ts",
      'const hasExtension = wasComment || line.includes("{:");',
      'const hasExtension = wasComment || line.includes("");',
    ],
    ["marks/emoji-names.ts", "if (next <= SPACE || next === SLASH) continue;", "if (false) continue;"],
    [
      "marks/emoji-names.ts",
      "if (next <= SPACE || next === SLASH) continue;",
      "if (next <= SPACE && next === SLASH) continue;",
    ],
    [
      "marks/emoji-names.ts",
      "if (next <= SPACE || next === SLASH) continue;",
      "if (false || next === SLASH) continue;",
    ],
    [
      "marks/emoji-names.ts",
      "if (next <= SPACE || next === SLASH) continue;",
      "if (next < SPACE || next === SLASH) continue;",
    ],
    [
      "marks/emoji-names.ts",
      "if (next <= SPACE || next === SLASH) continue;",
      "if (next <= SPACE || false) continue;",
    ],
    ["marks/emoji-names.ts", "if (!mayNameEmoji(text)) return text;", "if (false) return text;"],
    [
      "marks/inline-marks.ts",
      'if (!mayNameEmoji(named) && !named.includes("{")) return named;',
      "if (false) return named;",
    ],
    [
      "marks/inline-marks.ts",
      'if (!mayNameEmoji(named) && !named.includes("{")) return named;',
      'if (!mayNameEmoji(named) && !named.includes("")) return named;',
    ],
    [
      "marks/inline-marks.ts",
      "if (!/<a\\s/i.test(html) || !/\\sname=/i.test(html)) return html;",
      "if (false) return html;",
    ],
    [
      "marks/inline-marks.ts",
      "if (!/<a\\s/i.test(html) || !/\\sname=/i.test(html)) return html;",
      "if (!/<a\\s/i.test(html) && !/\\sname=/i.test(html)) return html;",
    ],
    [
      "marks/inline-marks.ts",
      'const mark = cut.includes("<!--") ? MORE.exec(cut) : null;',
      'const mark = cut.includes("") ? MORE.exec(cut) : null;',
    ],
    ["marks/markdown-inside.ts", 'if (!line.includes("markdown")) return null;', "if (false) return null;"],
    [
      "marks/markdown-inside.ts",
      'if (!line.includes("markdown")) return null;',
      'if (!line.includes("")) return null;',
    ],
    [
      "marks/markdown-inside.ts",
      'return text.includes("<") && text.split("\\n").some((line) => WORD_TAG.test(line) || TABLE.test(line));',
      'return text.includes("") && text.split("\\n").some((line) => WORD_TAG.test(line) || TABLE.test(line));',
    ],
    [
      "mdx/mdx-modules.ts",
      "if (!/^(?:im|ex)port\\s/m.test(text)) return { text, names };",
      "if (false) return { text, names };",
    ],
    [
      "mdx/mdx-modules.ts",
      "if (!/^(?:im|ex)port\\s/m.test(text)) return { text, names };",
      "if (!/(?:im|ex)port\\s/m.test(text)) return { text, names };",
    ],
    [
      "places/heading-ids.ts",
      'if (typeof piece !== "string" || !piece.includes(\' id="\')) continue;',
      'if (typeof piece !== "string" || !piece.includes("")) continue;',
    ],
    [
      "render-dialect.ts",
      'return math || MARKS.test(text) || (generator === "jekyll" && mayHaveKramdownHtml(text));',
      "return true;",
    ],
    [
      "render-dialect.ts",
      'return math || MARKS.test(text) || (generator === "jekyll" && mayHaveKramdownHtml(text));',
      'return math || MARKS.test(text) || (generator === "jekyll" || mayHaveKramdownHtml(text));',
    ],
    [
      "render-dialect.ts",
      'return math || MARKS.test(text) || (generator === "jekyll" && mayHaveKramdownHtml(text));',
      "return math || MARKS.test(text) || (true && mayHaveKramdownHtml(text));",
    ],
    ["text/html-runs.ts", "if (missing.has(text)) return html.length;", "if (false) return html.length;"],
    ["text/html-runs.ts", "if (at === -1) missing.add(text);", "if (false) missing.add(text);"],
    ["text/html-runs.ts", "if (at === -1) missing.add(text);", "if (at === -1) ;"],
    [
      "formulas/formulas.ts",
      'const isCandidate = text.includes("$$") || (math && /\\$|\\\\[[(]/.test(text));',
      "const isCandidate = true;",
    ],
    [
      "formulas/formulas.ts",
      'const isCandidate = text.includes("$$") || (math && /\\$|\\\\[[(]/.test(text));',
      'const isCandidate = text.includes("") || (math && /\\$|\\\\[[(]/.test(text));',
    ],
    [
      "formulas/formulas.ts",
      'const isCandidate = text.includes("$$") || (math && /\\$|\\\\[[(]/.test(text));',
      'const isCandidate = text.includes("$$") || (math || /\\$|\\\\[[(]/.test(text));',
    ],
    [
      "formulas/formulas.ts",
      'const isCandidate = text.includes("$$") || (math && /\\$|\\\\[[(]/.test(text));',
      'const isCandidate = text.includes("$$") || (math && /\\$|\\\\[^[(]/.test(text));',
    ],
    ["marks/emoji-names.ts", "const [SPACE, SLASH] = [32, 47];", "const [SPACE, SLASH] = [];"],
    [
      "text/line-kinds.ts",
      'return masked.includes("`") ? maskSpans(masked) : masked;',
      'return masked.includes("") ? maskSpans(masked) : masked;',
    ],
  ]),
  ...alike("What does not match has no groups, whatever stands for the whole.", [
    [
      "marks/attribute-marks.ts",
      "const [, short, long] = ID.exec(attributes) ?? [];",
      'const [, short, long] = ID.exec(attributes) ?? ["Stryker was here"];',
    ],
    [
      "marks/markdown-inside.ts",
      'const [, before = "", name = "", after = "", rest = ""] = OPENING.exec(line) ?? [];',
      'const [, before = "", name = "", after = "", rest = ""] = OPENING.exec(line) ?? ["Stryker was here"];',
    ],
    [
      "mdx/mdx-values.ts",
      "const [, , file] = CALL.exec(text) ?? [];",
      'const [, , file] = CALL.exec(text) ?? ["Stryker was here"];',
    ],
    [
      "mdx/mdx-values.ts",
      "const [, name, , , from] = IMPORT.exec(statement) ?? [];",
      'const [, name, , , from] = IMPORT.exec(statement) ?? ["Stryker was here"];',
    ],
    [
      "mdx/mdx-values.ts",
      'const [, constant, value = ""] = CONSTANT.exec(statement) ?? [];',
      'const [, constant, value = ""] = CONSTANT.exec(statement) ?? ["Stryker was here"];',
    ],
    [
      "places/page-links.ts",
      "const [, file, place] = /^([^#?:]+)(#.+)$/s.exec(piece.target) ?? [];",
      'const [, file, place] = /^([^#?:]+)(#.+)$/s.exec(piece.target) ?? ["Stryker was here"];',
    ],
    [
      "text/line-kinds.ts",
      'const [, mark, info = ""] = FENCE.exec(line) ?? [];',
      'const [, mark, info = ""] = FENCE.exec(line) ?? ["Stryker was here"];',
    ],
  ]),
  ...alike("A line that does not match has no name, which is asked for first.", [
    [
      "marks/markdown-inside.ts",
      'const [, before = "", name = "", after = "", rest = ""] = OPENING.exec(line) ?? [];',
      'const [, before = "Stryker was here!", name = "", after = "", rest = ""] = OPENING.exec(line) ?? [];',
    ],
    [
      "marks/markdown-inside.ts",
      'const [, before = "", name = "", after = "", rest = ""] = OPENING.exec(line) ?? [];',
      'const [, before = "", name = "", after = "Stryker was here!", rest = ""] = OPENING.exec(line) ?? [];',
    ],
    [
      "marks/markdown-inside.ts",
      'const [, before = "", name = "", after = "", rest = ""] = OPENING.exec(line) ?? [];',
      'const [, before = "", name = "", after = "", rest = "Stryker was here!"] = OPENING.exec(line) ?? [];',
    ],
  ]),
  ...alike("The shortcut only saves time: Unicode's classes keep the same characters.", [
    [
      "places/heading-slugs.ts",
      'const kept = /^[a-z0-9_\\- ]*$/.test(lower) ? lower : lower.replace(STRANGE, "");',
      'const kept = /^[a-z0-9_\\- ]$/.test(lower) ? lower : lower.replace(STRANGE, "");',
    ],
  ]),
  ...alike("Undefined is as little a formula by itself as false.", [
    ["formulas/formulas.ts", "take(PARENTHESES, () => false);", "take(PARENTHESES, () => undefined);"],
    ["formulas/formulas.ts", "take(INLINE, () => false);", "take(INLINE, () => undefined);"],
  ]),
  ...alike("What is greedy up to the end of a line ends there.", [
    [
      "marks/admonitions.ts",
      "/^([ \\t]*)(:{3,})[ \\t]*(?:\\{\\.)?([A-Za-z][\\w-]*)\\}?[ \\t]*(?:\\[([^\\]\\n]*)\\])?[ \\t]*(\\{[^{}\\n]*\\})?[ \\t]*([^\\n]*)$/;",
      "/^([ \\t]*)(:{3,})[ \\t]*(?:\\{\\.)?([A-Za-z][\\w-]*)\\}?[ \\t]*(?:\\[([^\\]\\n]*)\\])?[ \\t]*(\\{[^{}\\n]*\\})?[ \\t]*([^\\n]*)/;",
    ],
    [
      "marks/admonitions.ts",
      "const ALERT = /^([ \\t]*(?:>[ \\t]?)+)\\[!([A-Za-z]+)\\][-+]?[ \\t]*(.*)$/;",
      "const ALERT = /^([ \\t]*(?:>[ \\t]?)+)\\[!([A-Za-z]+)\\][-+]?[ \\t]*(.*)/;",
    ],
    [
      "marks/markdown-inside.ts",
      "/^([ \\t]*<(article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer|header|li|main|nav|ol|p|section|summary|table|tbody|td|th|thead|tr|ul)\\b[^<>]*?)[ \\t]+markdown[ \\t]*=[ \\t]*[\"']?(?:1|block|span|true)[\"']?([^<>]*>)[ \\t]*(.*)$/i;",
      "/^([ \\t]*<(article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer|header|li|main|nav|ol|p|section|summary|table|tbody|td|th|thead|tr|ul)\\b[^<>]*?)[ \\t]+markdown[ \\t]*=[ \\t]*[\"']?(?:1|block|span|true)[\"']?([^<>]*>)[ \\t]*(.*)/i;",
    ],
    [
      "text/line-kinds.ts",
      "const FENCE = /^[ \\t>]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+)*(`{3,}|~{3,})([^\\n]*)$/;",
      "const FENCE = /^[ \\t>]*(?:(?:[-*+]|\\d{1,9}[.)])[ \\t]+)*(`{3,}|~{3,})([^\\n]*)/;",
    ],
  ]),
];
