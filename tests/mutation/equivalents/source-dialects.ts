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
    ["formulas/mathml.ts", '?.trim() ?? ""', '?.trim() ?? "Stryker was here!"'],
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
    [
      "formulas/formulas.ts",
      'return (isInTag ? escapeAttribute(formulas[at]?.tex ?? "") : rendered[at]) ?? "";',
      'return (isInTag ? escapeAttribute(formulas[at]?.tex ?? "Stryker was here!") : rendered[at]) ?? "";',
    ],
    [
      "formulas/formulas.ts",
      'return (isInTag ? escapeAttribute(formulas[at]?.tex ?? "") : rendered[at]) ?? "";',
      'return (isInTag ? escapeAttribute(formulas[at]?.tex ?? "") : rendered[at]) ?? "Stryker was here!";',
    ],
    [
      "formulas/formulas.ts",
      'return (isInTag ? escapeAttribute(formulas[at]?.tex ?? "") : rendered[at]) ?? "";',
      'return (isInTag ? escapeAttribute(formulas[at].tex ?? "") : rendered[at]) ?? "";',
    ],
    [
      "formulas/mathml.ts",
      'words .replace(/ at (?:position|end of input)[\\s\\S]*$/, "") .split("\\n", 1)[0] ?.trim() ?? ""',
      'words.replace(/ at (?:position|end of input)[\\s\\S]*$/, "").split("\\n", 1)[0].trim() ?? ""',
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
    [
      "formulas/mathml.ts",
      '.filter(([, key = ""]) => MATHML_ATTRIBUTES.has(key))',
      '.filter(([, key = "Stryker was here!"]) => MATHML_ATTRIBUTES.has(key))',
    ],
    [
      "mdx/mdx-values.ts",
      'const [, constant, value = ""] = CONSTANT.exec(statement) ?? [];',
      'const [, constant, value = "Stryker was here!"] = CONSTANT.exec(statement) ?? [];',
    ],
    [
      "text/line-kinds.ts",
      'const [, mark, info = ""] = FENCE.exec(line) ?? [];',
      'const [, mark, info = "Stryker was here!"] = FENCE.exec(line) ?? [];',
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
    [
      "marks/attribute-marks.ts",
      "KRAMDOWN_LINE.exec(line) ?? (allowsBraces ? BRACES_LINE.exec(line) : null) ?? [];",
      'KRAMDOWN_LINE.exec(line) ?? (allowsBraces ? BRACES_LINE.exec(line) : null) ?? ["Stryker was here"];',
    ],
    [
      "mdx/mdx-tag.ts",
      'const [opening, slash, name = ""] = START.exec(text) ?? [];',
      'const [opening, slash, name = ""] = START.exec(text) ?? ["Stryker was here"];',
    ],
    [
      "mdx/mdx-values.ts",
      "const [, name, , from] = IMPORT.exec(statement) ?? [];",
      'const [, name, , from] = IMPORT.exec(statement) ?? ["Stryker was here"];',
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
    [
      "marks/block-writer.ts",
      "const CONTENTS_ITEM = /^[ \\t]*(?:[-*+]|\\d+[.)])[ \\t]+\\S[^\\n]*$/;",
      "const CONTENTS_ITEM = /^[ \\t]*(?:[-*+]|\\d+[.)])[ \\t]+\\S[^\\n]*/;",
    ],
  ]),
  ...alike("No formula is known whose MathML has other characters: this is a second lock.", [
    [
      "formulas/mathml.ts",
      'throw new TypeError("it has characters that are not known");',
      'throw new TypeError("");',
    ],
    [
      "formulas/mathml.ts",
      '/[<>]/.test(html.replace(/<\\/?[a-z]+(?: [a-z-]+="[^"<>]*")*>/g, "")) || /&(?!(?:amp|lt|gt|quot|#x27);)/.test(html)',
      "false",
    ],
    [
      "formulas/mathml.ts",
      '/[<>]/.test(html.replace(/<\\/?[a-z]+(?: [a-z-]+="[^"<>]*")*>/g, "")) || /&(?!(?:amp|lt|gt|quot|#x27);)/.test(html)',
      '/[<>]/.test(html.replace(/<\\/?[a-z]+(?: [a-z-]+="[^"<>]*")*>/g, "")) && /&(?!(?:amp|lt|gt|quot|#x27);)/.test(html)',
    ],
    [
      "formulas/mathml.ts",
      '/[<>]/.test(html.replace(/<\\/?[a-z]+(?: [a-z-]+="[^"<>]*")*>/g, "")) ||',
      '/[<>]/.test(html.replace(/<\\/?[a-z]+(?: [a-z-]+="[^"<>]*")*>/g, "Stryker was here!")) ||',
    ],
  ]),
  ...alike("What is greedy up to the end of a text ends there.", [
    [
      "formulas/formulas.ts",
      'const around = before.slice(before.lastIndexOf("\\n") + 1) + behind.replace(/\\n[\\s\\S]*$/, "");',
      'const around = before.slice(before.lastIndexOf("\\n") + 1) + behind.replace(/\\n[\\s\\S]*/, "");',
    ],
    [
      "formulas/mathml.ts",
      '.replace(/ at (?:position|end of input)[\\s\\S]*$/, "")',
      '.replace(/ at (?:position|end of input)[\\s\\S]*/, "")',
    ],
    [
      "places/page-links.ts",
      "const [, file, place] = /^([^#?:]+)(#.+)$/s.exec(piece.target) ?? [];",
      "const [, file, place] = /^([^#?:]+)(#.+)/s.exec(piece.target) ?? [];",
    ],
  ]),
  ...alike("Temml aligns cells, and nothing else.", [
    [
      "formulas/mathml.ts",
      'const side = name === "mtd" ? ALIGN.exec(attributes)?.[1] : undefined;',
      "const side = true ? ALIGN.exec(attributes)?.[1] : undefined;",
    ],
  ]),
  ...alike("A kind that is known has a word in every language, and English where there is none.", [
    ["marks/admonitions.ts", 'return boxWord(kind, "en") !== null;', 'return boxWord(kind, "") !== null;'],
  ]),
  ...alike("A line without attributes has no title among them either.", [
    [
      "marks/admonitions.ts",
      'const [, indent = "", colons = "", kind = "", label, attributes = "", rest = ""] = match;',
      'const [, indent = "", colons = "", kind = "", label, attributes = "Stryker was here!", rest = ""] = match;',
    ],
  ]),
  ...alike("What is left of a line is blank where the line is, from either side.", [
    [
      "marks/admonitions.ts",
      'return line.slice(at).trimEnd() === "" ? "" : line.slice(at);',
      'return line.slice(at).trimStart() === "" ? "" : line.slice(at);',
    ],
    [
      "marks/admonitions.ts",
      'return line.slice(at).trimEnd() === "" ? "" : line.slice(at);',
      'return line.trimEnd() === "" ? "" : line.slice(at);',
    ],
  ]),
  ...alike("A mark is one whole extension, which has no other brace in it.", [
    [
      "marks/attribute-marks.ts",
      "else if (this.#isComment && /^\\{:\\/(?:comment)?\\}$/.test(mark)) this.#isComment = false;",
      "else if (this.#isComment && /\\{:\\/(?:comment)?\\}$/.test(mark)) this.#isComment = false;",
    ],
    [
      "marks/attribute-marks.ts",
      "else if (this.#isComment && /^\\{:\\/(?:comment)?\\}$/.test(mark)) this.#isComment = false;",
      "else if (this.#isComment && /^\\{:\\/(?:comment)?\\}/.test(mark)) this.#isComment = false;",
    ],
  ]),
  ...alike("Only boxes of indented lines are told apart.", [
    [
      "marks/block-marks.ts",
      'if (container !== undefined) return { box: container, kind: "container" };',
      'if (container !== undefined) return { box: container, kind: "" };',
    ],
  ]),
  ...alike("Every place of the list is written before it is read.", [
    [
      "marks/block-marks.ts",
      "const next: (string | undefined)[] = [];",
      'const next: (string | undefined)[] = ["Stryker was here"];',
    ],
  ]),
  ...alike("Behind the last line there is none that is filled.", [
    [
      "marks/block-marks.ts",
      "for (let at = lines.length - 1; at >= 0; at -= 1) {",
      "for (let at = lines.length + 1; at >= 0; at -= 1) {",
    ],
  ]),
  ...alike("The patterns ask for the brace themselves.", [
    [
      "marks/inline-marks.ts",
      'return mapText(named, (run, tag) => withEmoji(run.startsWith("{") ? withoutAttributes(run, tag) : run));',
      'return mapText(named, (run, tag) => withEmoji(run.startsWith("") ? withoutAttributes(run, tag) : run));',
    ],
  ]),
  ...alike("Where there is no mark of its own, the place is not read.", [
    [
      "marks/inline-marks.ts",
      "const at = own === null ? -1 : html.indexOf(own);",
      "const at = false ? -1 : html.indexOf(own);",
    ],
    [
      "marks/inline-marks.ts",
      "const at = own === null ? -1 : html.indexOf(own);",
      "const at = own === null ? +1 : html.indexOf(own);",
    ],
  ]),
  ...alike("Where there is no mark of its own, no place of it is found.", [
    [
      "marks/inline-marks.ts",
      "at === -1 || own === null ? html : `${html.slice(0, at)}<!--more-->${html.slice(at + own.length)}`;",
      "at === -1 || false ? html : `${html.slice(0, at)}<!--more-->${html.slice(at + own.length)}`;",
    ],
  ]),
  ...alike("Above a line of a table there is always the one that begins it.", [
    [
      "marks/markdown-inside.ts",
      'for (let above = at - 1; lines[above]?.trim() === ""; above -= 1) blanks.add(above);',
      'for (let above = at - 1; lines[above].trim() === ""; above -= 1) blanks.add(above);',
    ],
  ]),
  ...alike("What is no name of a kind is a note.", [
    [
      "mdx/mdx-components.ts",
      '(of) => admonition(of("type") ?? of("variant") ?? of("kind") ?? "note", of("title")),',
      '(of) => admonition(of("type") ?? of("variant") ?? of("kind") ?? "", of("title")),',
    ],
  ]),
  ...alike("What stands for no id is no address either.", [
    [
      "mdx/mdx-components.ts",
      'const href = /^https?:/.test(id ?? "")',
      'const href = /^https?:/.test(id ?? "Stryker was here!")',
    ],
  ]),
  ...alike("A statement goes on behind brackets, commas and signs, which need no space.", [
    [
      "mdx/mdx-modules.ts",
      'const name = mdxName(lines.slice(at, end + 1).join("\\n"));',
      'const name = mdxName(lines.slice(at, end + 1).join(""));',
    ],
  ]),
  ...alike("Behind the end of a text no attribute begins.", [
    [
      "mdx/mdx-tag.ts",
      "while (at < text.length && at - start < MAX_LENGTH) {",
      "while (true && at - start < MAX_LENGTH) {",
    ],
    [
      "mdx/mdx-tag.ts",
      "while (at < text.length && at - start < MAX_LENGTH) {",
      "while (at <= text.length && at - start < MAX_LENGTH) {",
    ],
  ]),
  ...alike(
    "No attribute begins with the quotation mark that is met again, so the tag is none all the same.",
    [["mdx/mdx-tag.ts", "return close === -1", "return false"]],
  ),
  ...alike("Only braces have an end.", [
    [
      "mdx/mdx-tag.ts",
      'const close = quote === "{" ? endOf(at) : null;',
      "const close = true ? endOf(at) : null;",
    ],
  ]),
  ...alike("A value is either a text or not.", [
    [
      "mdx/mdx-tag.ts",
      ': { kind: "expression", source: text.slice(at + 1, close).trim(), end: close + 1 };',
      ': { kind: "", source: text.slice(at + 1, close).trim(), end: close + 1 };',
    ],
  ]),
  ...alike("No text has a brace at a place that is none.", [
    ["mdx/mdx-tag.ts", "const open: number[] = [];", 'const open: number[] = ["Stryker was here"];'],
  ]),
  ...alike("Nobody asks for the end of a brace at a place that is none.", [
    [
      "mdx/mdx-tag.ts",
      "if (begin !== undefined) ends.set(begin, index);",
      "if (true) ends.set(begin, index);",
    ],
  ]),
  ...alike("Both groups take part in every match, or none.", [
    [
      "mdx/mdx-values.ts",
      "if (name !== undefined && from !== undefined) return FILE.test(from) ? [name, from] : null;",
      "if (name !== undefined || from !== undefined) return FILE.test(from) ? [name, from] : null;",
    ],
    [
      "mdx/mdx-values.ts",
      "if (name !== undefined && from !== undefined) return FILE.test(from) ? [name, from] : null;",
      "if (true && from !== undefined) return FILE.test(from) ? [name, from] : null;",
    ],
  ]),
  ...alike("An empty value is no literal.", [
    ["mdx/mdx-values.ts", "if (constant === undefined) return null;", "if (false) return null;"],
  ]),
  ...alike("No element has the name of what is none.", [
    [
      "mdx/mdx.ts",
      "const open: { name: string; after: string }[] = [];",
      'const open: { name: string; after: string }[] = ["Stryker was here"];',
    ],
  ]),
  ...alike("No brace and no tag begins at a backslash.", [
    [
      "mdx/mdx.ts",
      'if (index < from || found.startsWith("\\\\")) continue;',
      'if (index < from || found.endsWith("\\\\")) continue;',
    ],
  ]),
  ...alike("What is no number takes no column from a line.", [
    [
      "mdx/mdx.ts",
      "const open: (number | null)[] = [];",
      'const open: (number | null)[] = ["Stryker was here"];',
    ],
  ]),
  ...alike("A fence is a run of one sign, which begins and ends alike.", [
    ["mdx/mdx.ts", "if (mark?.startsWith(fence)) fence = null;", "if (mark?.endsWith(fence)) fence = null;"],
    [
      "text/line-kinds.ts",
      "if (rest.startsWith(fence.mark) && isRunOf(rest, fence.mark)) fence = null;",
      "if (rest.endsWith(fence.mark) && isRunOf(rest, fence.mark)) fence = null;",
    ],
    [
      "text/line-kinds.ts",
      'const isFence = mark !== undefined && !(mark.startsWith("`") && info.includes("`"));',
      'const isFence = mark !== undefined && !(mark.endsWith("`") && info.includes("`"));',
    ],
  ]),
  ...alike("No element that holds nothing has such a name.", [
    [
      "mdx/mdx.ts",
      'if (isWhole && !text.endsWith("/>") && !VOID.has(/^<(\\w*)/.exec(text)?.[1] ?? "") && open.length < 100)',
      'if (isWhole && !text.endsWith("/>") && !VOID.has(/^<(\\w*)/.exec(text)?.[1] ?? "Stryker was here!") && open.length < 100)',
    ],
  ]),
  ...alike("Nobody was given the id that is none, and so it stays none.", [
    [
      "places/heading-ids.ts",
      "const own = heading.id !== null && !given.has(heading.id) ? heading.id : null;",
      "const own = true && !given.has(heading.id) ? heading.id : null;",
    ],
  ]),
  ...alike("An id that is written over itself stays what it is.", [
    ["places/heading-ids.ts", "if (own !== null) continue;", "if (false) continue;"],
  ]),
  ...alike("Only strings have ids to be written.", [
    [
      "places/heading-ids.ts",
      'return typeof piece !== "string" || own === undefined ? piece : withIds(piece, own);',
      "return false || own === undefined ? piece : withIds(piece, own);",
    ],
  ]),
  ...alike("No id has a quotation mark: this is a second lock.", [
    [
      "places/heading-ids.ts",
      'html += `${piece.slice(at, from)} id="${id.replaceAll(\'"\', "")}"`;',
      'html += `${piece.slice(at, from)} id="${id.replaceAll("", "")}"`;',
    ],
    [
      "places/heading-ids.ts",
      'html += `${piece.slice(at, from)} id="${id.replaceAll(\'"\', "")}"`;',
      'html += `${piece.slice(at, from)} id="${id.replaceAll(\'"\', "Stryker was here!")}"`;',
    ],
  ]),
  ...alike("A string has no target.", [
    ["places/page-links.ts", 'if (typeof piece === "string") return piece;', "if (false) return piece;"],
    [
      "places/page-links.ts",
      'if (typeof piece === "string") return piece;',
      'if (typeof piece === "") return piece;',
    ],
  ]),
  ...alike("What names no place names no file of an article.", [
    [
      "places/page-links.ts",
      "if (file === undefined || place === undefined) return piece;",
      "if (false) return piece;",
    ],
    [
      "places/page-links.ts",
      "if (file === undefined || place === undefined) return piece;",
      "if (file === undefined && place === undefined) return piece;",
    ],
    [
      "places/page-links.ts",
      "if (file === undefined || place === undefined) return piece;",
      "if (false || place === undefined) return piece;",
    ],
    [
      "places/page-links.ts",
      "if (file === undefined || place === undefined) return piece;",
      "if (file === undefined || false) return piece;",
    ],
  ]),
  ...alike("In front of each reference of a body stands a string.", [
    [
      "places/page-links.ts",
      'return typeof before === "string" && before.endsWith(HREF) ? null : piece;',
      "return true && before.endsWith(HREF) ? null : piece;",
    ],
  ]),
  ...alike("Only references are lost.", [
    [
      "places/page-links.ts",
      '(piece, at): piece is Reference => typeof piece !== "string" && placed[at] === null,',
      "(piece, at): piece is Reference => true && placed[at] === null,",
    ],
    [
      "places/page-links.ts",
      '(piece, at): piece is Reference => typeof piece !== "string" && placed[at] === null,',
      '(piece, at): piece is Reference => typeof piece !== "" && placed[at] === null,',
    ],
  ]),
  ...alike("At the end there is nothing to be found.", [
    [
      "text/html-runs.ts",
      "for (let at = 0; at < html.length; ) {",
      "for (let at = 0; at <= html.length; ) {",
    ],
    ["text/html-runs.ts", "if (open === html.length) break;", "if (false) break;"],
  ]),
  ...alike("No comment begins right behind the beginning of another.", [
    [
      "text/html-runs.ts",
      'const code = html.startsWith("<!--", open) ? null : CODE.exec(html.slice(open, open + 12));',
      'const code = html.endsWith("<!--", open) ? null : CODE.exec(html.slice(open, open + 12));',
    ],
  ]),
  ...alike("Of two characters the first is the bracket.", [
    [
      "text/html-runs.ts",
      "const isTag = code === null && /^<[/a-z]/i.test(html.slice(open, open + 2));",
      "const isTag = code === null && /<[/a-z]/i.test(html.slice(open, open + 2));",
    ],
  ]),
  ...alike("One sign of code ends a paragraph as well as several.", [
    [
      "text/line-kinds.ts",
      "const runs = [...text.matchAll(/\\\\?`+|\\n[ \\t>]*\\n|\\u0000+/g)];",
      "const runs = [...text.matchAll(/\\\\?`+|\\n[ \\t>]*\\n|\\u0000/g)];",
    ],
  ]),
  ...alike("Behind the last run there is none.", [
    [
      "text/line-kinds.ts",
      "for (let at = runs.length - 1; at >= 0; at -= 1) {",
      "for (let at = runs.length + 1; at >= 0; at -= 1) {",
    ],
    [
      "text/line-kinds.ts",
      "for (let at = 0; at < runs.length; at += 1) {",
      "for (let at = 0; at <= runs.length; at += 1) {",
    ],
  ]),
  ...alike("One letter behind the backslash is as good a sign as several.", [
    [
      "formulas/formulas.ts",
      "const TEX = /\\\\[A-Za-z]+|[\\^_=]|\\\\\\\\/;",
      "const TEX = /\\\\[A-Za-z]|[\\^_=]|\\\\\\\\/;",
    ],
  ]),
  ...alike("Nothing is read behind the id, so it does not matter what stands there.", [
    [
      "marks/attribute-marks.ts",
      'const ID = /(?:^|\\s)(?:#([^\\s#.="{}]+)|id=["\']?([^\\s"\']+)["\']?)/;',
      'const ID = /(?:^|\\s)(?:#([^\\s#.="{}]+)|id=["\']?([^\\s"\']+)[^"\']?)/;',
    ],
  ]),
  ...alike("The rest of the attributes begins with any white space.", [
    [
      "marks/attribute-marks.ts",
      '/^[ \\t]*(?:>[ \\t]?)*\\{[ \\t]*((?:[.#][A-Za-z][\\w-]*|[a-z-]+="[^"{}]*")(?:[ \\t]+[^{}\\n]*)?)\\}[ \\t]*$/;',
      '/^[ \\t]*(?:>[ \\t]?)*\\{[ \\t]*((?:[.#][A-Za-z][\\w-]*|[a-z-]+="[^"{}]*")(?:[ \\t][^{}\\n]*)?)\\}[ \\t]*$/;',
    ],
  ]),
  ...alike("Clean HTML has no bracket outside of a tag.", [
    [
      "places/heading-ids.ts",
      "const INSIDE_TAG = /<[^<>]*(?:>|$)|^[^<>]*>/g;",
      "const INSIDE_TAG = /<[^<>]*(?:>|$)|[^<>]*>/g;",
    ],
  ]),
  ...alike("What has no language is in English.", [
    [
      "text/dialect.ts",
      'export const PLAIN: Dialect = { generator: null, language: "en", math: false, excerptMark: null };',
      'export const PLAIN: Dialect = { generator: null, language: "", math: false, excerptMark: null };',
    ],
  ]),
  ...alike("The pattern matches at the beginning of every line.", [
    [
      "text/line-kinds.ts",
      "const CONTAINERS = /^[ \\t]*(?:(?:>|[-*+]|\\d{1,9}[.)])[ \\t]+|>)*/;",
      "const CONTAINERS = /[ \\t]*(?:(?:>|[-*+]|\\d{1,9}[.)])[ \\t]+|>)*/;",
    ],
  ]),
];
