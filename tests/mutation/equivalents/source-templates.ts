import type { Equivalent } from "../mutant.ts";

type Change = readonly [file: string, from: string, to: string];

/** Changes of files of `source/templates` that make no difference for one reason. */
function alike(because: string, changes: readonly Change[]): readonly Equivalent[] {
  return changes.map(([file, from, to]) => ({ file: `source/templates/${file}`, from, to, because }));
}

/** Mutants of the templates of generators that behave as the program does. */
export const SOURCE_TEMPLATES: readonly Equivalent[] = [
  ...alike("It is always there, or found together with the rest; the question is for the types.", [
    ["fill/fill-tag.ts", "const partner = partners[at] ?? -1;", "const partner = partners[at] ?? +1;"],
    [
      "fill/fill-tag.ts",
      "passage.skipTo(marks[partner]?.to ?? 0);",
      "passage.skipTo(marks[partner].to ?? 0);",
    ],
    [
      "fill/fill-tag.ts",
      "passage.skipTo(marks[inside.before]?.to ?? 0);",
      "passage.skipTo(marks[inside.before].to ?? 0);",
    ],
    [
      "fill-marks.ts",
      "const partner = marks[partners[at] ?? -1];",
      "const partner = marks[partners[at] ?? +1];",
    ],
    [
      "fill-marks.ts",
      'const isCode = mark.kind === "tag" && /^(?:highlight|codeblock)$/.test(mark.name);',
      "const isCode = true && /^(?:highlight|codeblock)$/.test(mark.name);",
    ],
    [
      "fill-marks.ts",
      "if ((regions[middle]?.to ?? 0) <= offset) low = middle + 1;",
      "if ((regions[middle].to ?? 0) <= offset) low = middle + 1;",
    ],
    [
      "write/output.ts",
      'tail = (this.#chunks[at] ?? "").slice(tail.length - MOST_LOOKED_AT) + tail;',
      'tail = (this.#chunks[at] ?? "Stryker was here!").slice(tail.length - MOST_LOOKED_AT) + tail;',
    ],
    [
      "write/output.ts",
      'const last = this.#chunks.pop() ?? "";',
      'const last = this.#chunks.pop() ?? "Stryker was here!";',
    ],
    [
      "write/output.ts",
      "if ((this.#pieces[middle]?.at ?? 0) <= offset) low = middle + 1;",
      "if ((this.#pieces[middle].at ?? 0) <= offset) low = middle + 1;",
    ],
    [
      "write/surroundings.ts",
      'const character = tag[at] ?? "";',
      'const character = tag[at] ?? "Stryker was here!";',
    ],
    [
      "write/surroundings.ts",
      'const attribute = /[\\w:@-]*$/.exec(name)?.[0].toLowerCase() ?? "";',
      'const attribute = /[\\w:@-]*$/.exec(name)?.[0].toLowerCase() ?? "Stryker was here!";',
    ],
    [
      "write/surroundings.ts",
      'const attribute = /[\\w:@-]*$/.exec(name)?.[0].toLowerCase() ?? "";',
      'const attribute = /[\\w:@-]*$/.exec(name)[0].toLowerCase() ?? "";',
    ],
    [
      "write/write-code.ts",
      'if (quotes > 0 && lines.at(-1)?.trim() === "") lines.pop();',
      'if (quotes > 0 && lines.at(-1).trim() === "") lines.pop();',
    ],
    ["fill/branches.ts", "const partner = partners[k] ?? -1;", "const partner = partners[k] ?? +1;"],
    [
      "fill/branches.ts",
      'const { name = "", rest = "" } = mark?.kind === "tag" ? mark : {};',
      'const { name = "Stryker was here!", rest = "" } = mark?.kind === "tag" ? mark : {};',
    ],
    [
      "fill/branches.ts",
      'const { name = "", rest = "" } = mark?.kind === "tag" ? mark : {};',
      'const { name = "", rest = "Stryker was here!" } = mark?.kind === "tag" ? mark : {};',
    ],
    [
      "fill/branches.ts",
      'else if (mark?.kind === "tag" && BRANCH.test(mark.name)) starts.push(k);',
      "else if (true && BRANCH.test(mark.name)) starts.push(k);",
    ],
    [
      "fill/branches.ts",
      'else if (mark?.kind === "tag" && BRANCH.test(mark.name)) starts.push(k);',
      'else if (mark.kind === "tag" && BRANCH.test(mark.name)) starts.push(k);',
    ],
    [
      "fill/branches.ts",
      'const { name = "", rest = "" } = mark?.kind === "tag" ? mark : {};',
      'const { name = "", rest = "" } = true ? mark : {};',
    ],
    [
      "fill/branches.ts",
      'const { name = "", rest = "" } = mark?.kind === "tag" ? mark : {};',
      'const { name = "", rest = "" } = mark.kind === "tag" ? mark : {};',
    ],
    ["fill/branches.ts", "if (first === undefined) return null;", "if (false) return null;"],
    [
      "fill/fill-control.ts",
      "if (loop === null || body === undefined) return false;",
      "if (loop === null || false) return false;",
    ],
    [
      "fill/fill-control.ts",
      "return name === undefined || expression === undefined ? null : { name, expression };",
      "return name === undefined && expression === undefined ? null : { name, expression };",
    ],
    [
      "fill/fill-control.ts",
      "return name === undefined || expression === undefined ? null : { name, expression };",
      "return false || expression === undefined ? null : { name, expression };",
    ],
    [
      "fill/fill-control.ts",
      "return name === undefined || expression === undefined ? null : { name, expression };",
      "return name === undefined || false ? null : { name, expression };",
    ],
    [
      "fill/loops.ts",
      "if (from !== undefined && to !== undefined) {",
      "if (from !== undefined || to !== undefined) {",
    ],
    ["fill/loops.ts", "if (from !== undefined && to !== undefined) {", "if (true && to !== undefined) {"],
    ["fill/loops.ts", "if (from !== undefined && to !== undefined) {", "if (from !== undefined && true) {"],
    ["fill/fill-text.ts", "if (mark === undefined) continue;", "if (false) continue;"],
    [
      "fill/fill-text.ts",
      "if (last?.trimsBehind && passage.at === last.to) passage.skipSpace();",
      "if (last.trimsBehind && passage.at === last.to) passage.skipSpace();",
    ],
    [
      "fill/fill-text.ts",
      "this.#passage.at = opening?.to ?? this.#passage.at;",
      "this.#passage.at = opening.to ?? this.#passage.at;",
    ],
    [
      "fill/fill-text.ts",
      "if (opening?.trimsBehind) this.#passage.skipSpace();",
      "if (opening.trimsBehind) this.#passage.skipSpace();",
    ],
    [
      "fill/fill-text.ts",
      "let end = closing?.from ?? source.length;",
      "let end = closing.from ?? source.length;",
    ],
    [
      "fill/fill-text.ts",
      'if (closing?.trimsBefore) while (/\\s/.test(source[end - 1] ?? "")) end -= 1;',
      'if (closing.trimsBefore) while (/\\s/.test(source[end - 1] ?? "")) end -= 1;',
    ],
    [
      "fill/fill-text.ts",
      'if (closing?.trimsBefore) while (/\\s/.test(source[end - 1] ?? "")) end -= 1;',
      'if (closing?.trimsBefore) while (/\\s/.test(source[end - 1] ?? "Stryker was here!")) end -= 1;',
    ],
    [
      "known/pictures.ts",
      '.map((one) => toInline(one ?? ""));',
      '.map((one) => toInline(one ?? "Stryker was here!"));',
    ],
    [
      "known/own-templates.ts",
      'const [before = "", ...behind] = template',
      'const [before = "Stryker was here!", ...behind] = template',
    ],
    [
      "known/own-templates.ts",
      'const [, name = "", rest = ""] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(parts.pop() ?? "") ?? [];',
      'const [, name = "", rest = ""] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(parts.pop() ?? "Stryker was here!") ?? [];',
    ],
    [
      "known/own-templates.ts",
      "if (template === null || value === UNKNOWN) return null;",
      "if (false || value === UNKNOWN) return null;",
    ],
    [
      "common-marks.ts",
      'if (mark.kind !== "tag" || partners[at] !== -1) return true;',
      "if (false || partners[at] !== -1) return true;",
    ],
    [
      "fill/code-regions.ts",
      'const { 0: line, 1: run = "", index } = found;',
      'const { 0: line, 1: run = "Stryker was here!", index } = found;',
    ],
    [
      "fill/code-regions.ts",
      "const alike = runs.get(length) ?? [];",
      'const alike = runs.get(length) ?? ["Stryker was here"];',
    ],
    [
      "marks/mark-ends.ts",
      'else if (QUOTE.test(character) && BEFORE_QUOTE.test(text[at - 1] ?? " ")) quote = character;',
      'else if (QUOTE.test(character) && BEFORE_QUOTE.test(text[at - 1] ?? "")) quote = character;',
    ],
    [
      "values/condition.ts",
      'const [, not, text = ""] = /^\\s*(not\\s|!(?!=))?([\\s\\S]*?)\\s*$/.exec(written) ?? [];',
      'const [, not, text = "Stryker was here!"] = /^\\s*(not\\s|!(?!=))?([\\s\\S]*?)\\s*$/.exec(written) ?? [];',
    ],
    [
      "values/condition.ts",
      'const [, not, text = ""] = /^\\s*(not\\s|!(?!=))?([\\s\\S]*?)\\s*$/.exec(written) ?? [];',
      'const [, not, text = ""] = /^\\s*(not\\s|!(?!=))?([\\s\\S]*?)\\s*$/.exec(written) ?? ["Stryker was here"];',
    ],
    [
      "values/expression.ts",
      'const [head = "", ...filters] = splitOutsideQuotes(expression, "|");',
      'const [head = "Stryker was here!", ...filters] = splitOutsideQuotes(expression, "|");',
    ],
    [
      "values/expression.ts",
      'if (quoted !== null) return quoted[1] ?? quoted[2] ?? quoted[3] ?? "";',
      'if (quoted !== null) return quoted[1] ?? quoted[2] ?? quoted[3] ?? "Stryker was here!";',
    ],
    [
      "values/expression.ts",
      'const [name = "", ...steps] = path;',
      'const [name = "Stryker was here!", ...steps] = path;',
    ],
    [
      "values/expression.ts",
      'const step = name ?? double ?? single ?? printed(readValue(variable ?? "", scope));',
      'const step = name ?? double ?? single ?? printed(readValue(variable ?? "Stryker was here!", scope));',
    ],
    [
      "values/format-date.ts",
      'const short = (name: string | undefined) => (name ?? "").slice(0, 3);',
      'const short = (name: string | undefined) => (name ?? "Stryker was here!").slice(0, 3);',
    ],
    [
      "values/format-date.ts",
      'B: ({ month }) => MONTHS[month - 1] ?? "",',
      'B: ({ month }) => MONTHS[month - 1] ?? "Stryker was here!",',
    ],
    [
      "values/format-date.ts",
      'A: ({ dayOfWeek }) => DAYS[dayOfWeek - 1] ?? "",',
      'A: ({ dayOfWeek }) => DAYS[dayOfWeek - 1] ?? "Stryker was here!",',
    ],
    [
      "values/split-outside-quotes.ts",
      'const character = text[at] ?? "";',
      'const character = text[at] ?? "Stryker was here!";',
    ],
    [
      "marks/pair-marks.ts",
      "if (last !== undefined) depths.set(last.name, (depths.get(last.name) ?? 1) - 1);",
      "if (true) depths.set(last.name, (depths.get(last.name) ?? 1) - 1);",
    ],
    ["marks/pair-marks.ts", 'if (mark.kind !== "tag") continue;', "if (false) continue;"],
    [
      "marks/pair-marks.ts",
      'if (mark.kind !== "tag" || !mark.isClosing) continue;',
      "if (false || !mark.isClosing) continue;",
    ],
  ]),
  ...alike("Where the pattern matches nothing, the other text names nothing either.", [
    [
      "article-scope.ts",
      'isComputed: (first, [step = ""]) => {',
      'isComputed: (first, [step = "Stryker was here!"]) => {',
    ],
    [
      "known/own-templates.ts",
      'const [, name = "", rest = ""] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(parts.pop() ?? "") ?? [];',
      'const [, name = "Stryker was here!", rest = ""] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(parts.pop() ?? "") ?? [];',
    ],
    [
      "known/own-templates.ts",
      'const [, name = "", rest = ""] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(parts.pop() ?? "") ?? [];',
      'const [, name = "", rest = "Stryker was here!"] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(parts.pop() ?? "") ?? [];',
    ],
    [
      "known/own-templates.ts",
      'const [, name = "", rest = ""] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(parts.pop() ?? "") ?? [];',
      'const [, name = "", rest = ""] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(parts.pop() ?? "") ?? ["Stryker was here"];',
    ],
    [
      "fill/fill-control.ts",
      "const [, name, expression] = /^([A-Za-z_][\\w-]*)\\s*=([\\s\\S]*)$/.exec(rest) ?? [];",
      'const [, name, expression] = /^([A-Za-z_][\\w-]*)\\s*=([\\s\\S]*)$/.exec(rest) ?? ["Stryker was here"];',
    ],
    [
      "fill/loops.ts",
      'const [, variable = "", written = "", options = ""] = LOOP.exec(rest) ?? [];',
      'const [, variable = "", written = "Stryker was here!", options = ""] = LOOP.exec(rest) ?? [];',
    ],
    [
      "fill/loops.ts",
      'const [, variable = "", written = "", options = ""] = LOOP.exec(rest) ?? [];',
      'const [, variable = "", written = "", options = "Stryker was here!"] = LOOP.exec(rest) ?? [];',
    ],
    [
      "fill/loops.ts",
      'const [, variable = "", written = "", options = ""] = LOOP.exec(rest) ?? [];',
      'const [, variable = "", written = "", options = ""] = LOOP.exec(rest) ?? ["Stryker was here"];',
    ],
    [
      "fill/loops.ts",
      "const [, from, to] = RANGE.exec(written) ?? [];",
      'const [, from, to] = RANGE.exec(written) ?? ["Stryker was here"];',
    ],
    [
      "write/surroundings.ts",
      "const [, written] = DESTINATION.exec(line) ?? [];",
      'const [, written] = DESTINATION.exec(line) ?? ["Stryker was here"];',
    ],
    [
      "known/players.ts",
      'page: (id, { positions: [user = "", second = ""] }) =>',
      'page: (id, { positions: [user = "Stryker was here!", second = ""] }) =>',
    ],
    [
      "known/players.ts",
      'page: (id, { positions: [user = "", second = ""] }) =>',
      'page: (id, { positions: [user = "", second = "Stryker was here!"] }) =>',
    ],
    [
      "marks/find-marks.ts",
      'const third = text[from + 2] ?? "";',
      'const third = text[from + 2] ?? "Stryker was here!";',
    ],
    [
      "marks/hugo-marks.ts",
      'const [, slash = "", name = "", behind = ""] = /^(\\/?)\\s*([\\w./-]*[\\w-])([\\s\\S]*)$/.exec(inside) ?? [];',
      'const [, slash = "", name = "", behind = ""] = /^(\\/?)\\s*([\\w./-]*[\\w-])([\\s\\S]*)$/.exec(inside) ?? ["Stryker was here"];',
    ],
    [
      "marks/liquid-marks.ts",
      'const [whole = "", name = ""] = /^(\\w[\\w-]*)(?=[\\s"\']|$)/.exec(inside) ?? /^(\\w+)/.exec(inside) ?? [];',
      'const [whole = "Stryker was here!", name = ""] = /^(\\w[\\w-]*)(?=[\\s"\']|$)/.exec(inside) ?? /^(\\w+)/.exec(inside) ?? [];',
    ],
    [
      "marks/liquid-marks.ts",
      'const [whole = "", name = ""] = /^(\\w[\\w-]*)(?=[\\s"\']|$)/.exec(inside) ?? /^(\\w+)/.exec(inside) ?? [];',
      'const [whole = "", name = ""] = /^(\\w[\\w-]*)(?=[\\s"\']|$)/.exec(inside) ?? /^(\\w+)/.exec(inside) ?? ["Stryker was here"];',
    ],
    [
      "marks/zola-marks.ts",
      "const [, name] = ZOLA_CALL.exec(text) ?? [];",
      'const [, name] = ZOLA_CALL.exec(text) ?? ["Stryker was here"];',
    ],
    [
      "values/arguments.ts",
      'return value === UNKNOWN ? "" : value;',
      'return value === UNKNOWN ? "Stryker was here!" : value;',
    ],
    [
      "values/condition.ts",
      'const [, left = "", sign = "", right = ""] = COMPARISON.exec(text) ?? [];',
      'const [, left = "Stryker was here!", sign = "", right = ""] = COMPARISON.exec(text) ?? [];',
    ],
    [
      "values/condition.ts",
      'const [, left = "", sign = "", right = ""] = COMPARISON.exec(text) ?? [];',
      'const [, left = "", sign = "", right = "Stryker was here!"] = COMPARISON.exec(text) ?? [];',
    ],
    [
      "values/condition.ts",
      'const [, left = "", sign = "", right = ""] = COMPARISON.exec(text) ?? [];',
      'const [, left = "", sign = "", right = ""] = COMPARISON.exec(text) ?? ["Stryker was here"];',
    ],
    [
      "values/expression.ts",
      'const [, name = "", rest = ""] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(written) ?? [];',
      'const [, name = "Stryker was here!", rest = ""] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(written) ?? [];',
    ],
    [
      "values/expression.ts",
      'const [, name = "", rest = ""] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(written) ?? [];',
      'const [, name = "", rest = "Stryker was here!"] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(written) ?? [];',
    ],
    [
      "values/expression.ts",
      'const [, name = "", rest = ""] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(written) ?? [];',
      'const [, name = "", rest = ""] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(written) ?? ["Stryker was here"];',
    ],
    [
      "write/surroundings.ts",
      "const [, defined] = DEFINITION.exec(line) ?? [];",
      'const [, defined] = DEFINITION.exec(line) ?? ["Stryker was here"];',
    ],
  ]),
  ...alike("The rest of the text takes whatever is left, so it ends there anyway.", [
    [
      "fill/fill-control.ts",
      "const [, name, expression] = /^([A-Za-z_][\\w-]*)\\s*=([\\s\\S]*)$/.exec(rest) ?? [];",
      "const [, name, expression] = /^([A-Za-z_][\\w-]*)\\s*=([\\s\\S]*)/.exec(rest) ?? [];",
    ],
    [
      "fill/loops.ts",
      "const LOOP = /^([A-Za-z_]\\w*)\\s+in\\s+(\\([^()]+\\)|\\S+)\\s*([\\s\\S]*)$/;",
      "const LOOP = /^([A-Za-z_]\\w*)\\s+in\\s+(\\([^()]+\\)|\\S+)\\s*([\\s\\S]*)/;",
    ],
    [
      "known/own-templates.ts",
      'const [, name = "", rest = ""] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(parts.pop() ?? "") ?? [];',
      'const [, name = "", rest = ""] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)/.exec(parts.pop() ?? "") ?? [];',
    ],
    [
      "fill/loops.ts",
      "const RANGE = /^\\(([^()]+?)\\.\\.([^()]+)\\)$/;",
      "const RANGE = /^\\(([^()]+?)\\.\\.([^()]+)\\)/;",
    ],
    [
      "marks/hugo-marks.ts",
      'const [, slash = "", name = "", behind = ""] = /^(\\/?)\\s*([\\w./-]*[\\w-])([\\s\\S]*)$/.exec(inside) ?? [];',
      'const [, slash = "", name = "", behind = ""] = /^(\\/?)\\s*([\\w./-]*[\\w-])([\\s\\S]*)/.exec(inside) ?? [];',
    ],
    [
      "values/condition.ts",
      "const COMPARISON = /^([\\s\\S]*?)(===?|!==?|<=|>=|<>|<|>|\\scontains\\s|\\sin\\s)([\\s\\S]*)$/;",
      "const COMPARISON = /^([\\s\\S]*?)(===?|!==?|<=|>=|<>|<|>|\\scontains\\s|\\sin\\s)([\\s\\S]*)/;",
    ],
    [
      "values/expression.ts",
      'const [, name = "", rest = ""] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(written) ?? [];',
      'const [, name = "", rest = ""] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)/.exec(written) ?? [];',
    ],
  ]),
  ...alike("A path has no line breaks, so what goes up to its last slash begins at its start.", [
    ["article-scope.ts", 'name: path.replace(/^.*\\//, ""),', 'name: path.replace(/.*\\//, ""),'],
    [
      "known/known-marks.ts",
      'name: file.replace(/^.*\\//, "").replace(/\\.\\w+$/, ""),',
      'name: file.replace(/.*\\//, "").replace(/\\.\\w+$/, ""),',
    ],
    [
      "write/write-filling.ts",
      'const name = filling.target.replace(/^.*\\/(?=[^/])/, "");',
      'const name = filling.target.replace(/.*\\/(?=[^/])/, "");',
    ],
  ]),
  ...alike("What is searched begins at the last of its opening brackets, so it is found at its start.", [
    [
      "write/leave-link.ts",
      "const SHOWN = /^<(img|source|track|embed|iframe)\\b/i;",
      "const SHOWN = /<(img|source|track|embed|iframe)\\b/i;",
    ],
    ["write/surroundings.ts", "const TAG = /^<[A-Za-z][\\w-]*\\s/;", "const TAG = /<[A-Za-z][\\w-]*\\s/;"],
  ]),
  ...alike("Only a matter of speed: what is left out here comes to the same.", [
    [
      "article-scope.ts",
      'if (/^\\p{L}[\\p{L}\\d ,.;:!?\'()-]*$/u.test(markdown) && !markdown.includes("www.")) return markdown.trim();',
      "if (false) return markdown.trim();",
    ],
    [
      "article-scope.ts",
      'if (/^\\p{L}[\\p{L}\\d ,.;:!?\'()-]*$/u.test(markdown) && !markdown.includes("www.")) return markdown.trim();',
      'if (/^\\p{L}[\\p{L}\\d ,.;:!?\'()-]$/u.test(markdown) && !markdown.includes("www.")) return markdown.trim();',
    ],
    [
      "article-scope.ts",
      'if (/^\\p{L}[\\p{L}\\d ,.;:!?\'()-]*$/u.test(markdown) && !markdown.includes("www.")) return markdown.trim();',
      'if (/^\\p{L}[\\p{L}\\d ,.;:!?\'()-]*$/u.test(markdown) && !markdown.includes("")) return markdown.trim();',
    ],
    [
      "fill-marks.ts",
      'if (!marks.some(({ kind: one }) => one === "literal")) return marks;',
      "if (false) return marks;",
    ],
    [
      "fill-marks.ts",
      'if (!marks.some(({ kind: one }) => one === "literal")) return marks;',
      "if (!marks.some(({ kind: one }) => true)) return marks;",
    ],
    ["fill/fill-text.ts", "if (known !== undefined) return known;", "if (false) return known;"],
    ["write/output.ts", "const last = this.#chunks.length - 1;", "const last = this.#chunks.length + 1;"],
    [
      "write/output.ts",
      "if ((this.#chunks[last]?.length ?? MOST_LOOKED_AT) < MOST_LOOKED_AT) this.#chunks[last] += text;",
      "if (false) this.#chunks[last] += text;",
    ],
    [
      "write/output.ts",
      "if ((this.#chunks[last]?.length ?? MOST_LOOKED_AT) < MOST_LOOKED_AT) this.#chunks[last] += text;",
      "if ((this.#chunks[last]?.length && MOST_LOOKED_AT) < MOST_LOOKED_AT) this.#chunks[last] += text;",
    ],
    [
      "marks/mark-ends.ts",
      "if (first === -1 || first - from > MAX_MARK) return -1;",
      "if (first === +1 || first - from > MAX_MARK) return -1;",
    ],
    [
      "marks/mark-ends.ts",
      "if (first === -1 || first - from > MAX_MARK) return -1;",
      "if (false || first - from > MAX_MARK) return -1;",
    ],
    [
      "marks/mark-ends.ts",
      'else if (character === "{" && opens.some((open) => text.startsWith(open, at))) return -1;',
      "else if (true && opens.some((open) => text.startsWith(open, at))) return -1;",
    ],
    [
      "marks/mark-ends.ts",
      "if (known !== undefined && (known === -1 || known >= from)) return known;",
      "if (false) return known;",
    ],
    [
      "marks/mark-ends.ts",
      "if (known !== undefined && (known === -1 || known >= from)) return known;",
      "if (true && (known === -1 || known >= from)) return known;",
    ],
    [
      "marks/mark-ends.ts",
      "if (known !== undefined && (known === -1 || known >= from)) return known;",
      "if (known === undefined && (known === -1 || known >= from)) return known;",
    ],
    [
      "marks/mark-ends.ts",
      "if (known !== undefined && (known === -1 || known >= from)) return known;",
      "if (known !== undefined && (known === -1 && known >= from)) return known;",
    ],
    [
      "marks/mark-ends.ts",
      "if (known !== undefined && (known === -1 || known >= from)) return known;",
      "if (known !== undefined && (false || known >= from)) return known;",
    ],
    [
      "marks/mark-ends.ts",
      "if (known !== undefined && (known === -1 || known >= from)) return known;",
      "if (known !== undefined && (known === +1 || known >= from)) return known;",
    ],
    [
      "marks/mark-ends.ts",
      "if (known !== undefined && (known === -1 || known >= from)) return known;",
      "if (known !== undefined && (known === -1 || false)) return known;",
    ],
    [
      "marks/mark-ends.ts",
      "if (known !== undefined && (known === -1 || known >= from)) return known;",
      "if (known !== undefined && (known === -1 || known > from)) return known;",
    ],
    ["marks/mark-ends.ts", "this.#next.set(wanted, found);", ";"],
    [
      "values/arguments.ts",
      'if (scope === null || !text.includes("{{")) return text;',
      'if (scope === null || !text.includes("")) return text;',
    ],
  ]),
  ...alike("A space at an end means nothing to Markdown.", [
    [
      "article-scope.ts",
      'const html = renderMarkdown(markdown.replace(/\\s+/g, " ").trim()).trim();',
      'const html = renderMarkdown(markdown.replace(/\\s+/g, " ")).trim();',
    ],
  ]),
  ...alike("No mark is its own other end.", [
    ["fill/fill-tag.ts", "const isPair = partner > at;", "const isPair = partner >= at;"],
    ["fill/branches.ts", "if (partner > k) k = partner;", "if (partner >= k) k = partner;"],
  ]),
  ...alike("The mark that closes a pair is called like the one that opens it, and so begins no branch.", [
    [
      "fill/branches.ts",
      "for (let k = at + 1; k < end; k += 1) {",
      "for (let k = at + 1; k <= end; k += 1) {",
    ],
  ]),
  ...alike("No name of these pairs ends with one of these words.", [
    [
      "fill/fill-control.ts",
      "if (!/^(?:if|unless|case|switch)$/.test(mark.name)) return false;",
      "if (!/(?:if|unless|case|switch)$/.test(mark.name)) return false;",
    ],
  ]),
  ...alike("Where both are -1 there is no tag, and the last sign alone is none either.", [
    [
      "write/surroundings.ts",
      'const isOpen = open > Math.max(tail.lastIndexOf(">"), tail.lastIndexOf("\\n\\n"));',
      'const isOpen = open >= Math.max(tail.lastIndexOf(">"), tail.lastIndexOf("\\n\\n"));',
    ],
  ]),
  ...alike("The white space behind the name of a tag sets it back.", [
    ["write/surroundings.ts", "let from = -1;", "let from = +1;"],
  ]),
  ...alike("Behind the end there is no sign, which means nothing.", [
    [
      "write/surroundings.ts",
      "for (let at = 1; at < tag.length; at += 1) {",
      "for (let at = 1; at <= tag.length; at += 1) {",
    ],
    [
      "values/split-outside-quotes.ts",
      "for (let at = 0; at < text.length; at += 1) {",
      "for (let at = 0; at <= text.length; at += 1) {",
    ],
    [
      "values/arguments.ts",
      "for (let at = behind(GAP, written, 0); at < written.length; at = behind(GAP, written, at)) {",
      "for (let at = behind(GAP, written, 0); at <= written.length; at = behind(GAP, written, at)) {",
    ],
  ]),
  ...alike("Two line breaks are met from behind, and the second is found as well as the first.", [
    [
      "write/surroundings.ts",
      'else if (character === "\\n" && tail[at - 1] === "\\n") return null;',
      'else if (character === "\\n" && tail[at + 1] === "\\n") return null;',
    ],
  ]),
  ...alike("A mark that begins where the last one ended leaves nothing to write.", [
    ["fill-marks.ts", "if (end <= from) continue;", "if (end < from) continue;"],
  ]),
  ...alike("A region without an end holds nothing.", [
    [
      "fill-marks.ts",
      'return kind === "markdown" ? markdownCode(text) : kind === "html" ? htmlCode(text) : [];',
      'return kind === "markdown" ? markdownCode(text) : kind === "html" ? htmlCode(text) : ["Stryker was here"];',
    ],
  ]),
  ...alike("The first piece begins at 0, so nothing is looked for before it.", [
    [
      "write/output.ts",
      "readonly #pieces: Piece[] = [];",
      'readonly #pieces: Piece[] = ["Stryker was here"];',
    ],
    [
      "write/output.ts",
      "const { at, from, isCopy } = this.#pieces[low - 1] ?? { at: 0, from: 0, isCopy: true };",
      "const { at, from, isCopy } = this.#pieces[low - 1] ?? { at: 0, from: 0, isCopy: false };",
    ],
  ]),
  ...alike("A chunk that is taken off whole, or put back whole, makes no other text.", [
    [
      "write/output.ts",
      "while (left > 0 && this.#chunks.length > 0) {",
      "while (left >= 0 && this.#chunks.length > 0) {",
    ],
    ["write/output.ts", "if (last.length > left) {", "if (last.length >= left) {"],
  ]),
  ...alike("No chunk lies behind the last.", [
    [
      "write/output.ts",
      "for (let at = this.#chunks.length - 1; at >= 0 && tail.length < MOST_LOOKED_AT; at -= 1)",
      "for (let at = this.#chunks.length + 1; at >= 0 && tail.length < MOST_LOOKED_AT; at -= 1)",
    ],
  ]),
  ...alike("Marks before the span have been passed, and are passed over.", [
    [
      "fill/fill-text.ts",
      "for (let k = after + 1; k < before; k += 1) {",
      "for (let k = after - 1; k < before; k += 1) {",
    ],
  ]),
  ...alike("Text with a space in it is no id.", [["known/players.ts", '""', '"Stryker was here!"']]),
  ...alike("A pattern that may begin with anything begins at the start of the text.", [
    [
      "values/condition.ts",
      'const [, not, text = ""] = /^\\s*(not\\s|!(?!=))?([\\s\\S]*?)\\s*$/.exec(written) ?? [];',
      'const [, not, text = ""] = /\\s*(not\\s|!(?!=))?([\\s\\S]*?)\\s*$/.exec(written) ?? [];',
    ],
    [
      "values/condition.ts",
      "const COMPARISON = /^([\\s\\S]*?)(===?|!==?|<=|>=|<>|<|>|\\scontains\\s|\\sin\\s)([\\s\\S]*)$/;",
      "const COMPARISON = /([\\s\\S]*?)(===?|!==?|<=|>=|<>|<|>|\\scontains\\s|\\sin\\s)([\\s\\S]*)$/;",
    ],
  ]),
  ...alike("A run of code has signs of one kind, so it ends as it begins.", [
    [
      "fill/code-regions.ts",
      "if (run.startsWith(fence)) return index + line.length;",
      "if (run.endsWith(fence)) return index + line.length;",
    ],
  ]),
  ...alike("The first run of a length can only open, so no other ends at it.", [
    ["fill/code-regions.ts", "else runs.set(run.length, [index]);", "else runs.set(run.length, []);"],
  ]),
  ...alike("A copy of nothing writes nothing and costs nothing.", [
    ["fill/passage.ts", "if (end <= this.at) return;", "if (end < this.at) return;"],
  ]),
  ...alike("A line break is where no mark ends.", [
    ["marks/mark-ends.ts", "if (at > first) return first;", "if (at >= first) return first;"],
  ]),
  ...alike("Any name that no other mark has would do.", [
    [
      "marks/pair-marks.ts",
      'return family === "zola" ? "zola" : `${family} ${name}`;',
      'return family === "zola" ? "" : `${family} ${name}`;',
    ],
  ]),
  ...alike("No text of an article holds what stands there instead.", [
    [
      "values/filters.ts",
      'replace: ofText((text, [from = "", to = ""]) => (from === "" ? text : text.split(from, 10_000).join(to))),',
      'replace: ofText((text, [from = "Stryker was here!", to = ""]) => (from === "" ? text : text.split(from, 10_000).join(to))),',
    ],
    [
      "values/filters.ts",
      'replace_first: ofText((text, [from = "", to = ""]) => text.replace(from, () => to)),',
      'replace_first: ofText((text, [from = "Stryker was here!", to = ""]) => text.replace(from, () => to)),',
    ],
    [
      "values/filters.ts",
      'remove: ofText((text, [from = ""]) => (from === "" ? text : text.split(from, 10_000).join(""))),',
      'remove: ofText((text, [from = "Stryker was here!"]) => (from === "" ? text : text.split(from, 10_000).join(""))),',
    ],
    [
      "values/filters.ts",
      'remove: ofText((text, [from = ""]) => (from === "" ? text : text.split(from, 10_000).join(""))),',
      'remove: ofText((text, [from = ""]) => (from === "Stryker was here!" ? text : text.split(from, 10_000).join(""))),',
    ],
    [
      "values/filters.ts",
      'remove_first: ofText((text, [from = ""]) => text.replace(from, () => "")),',
      'remove_first: ofText((text, [from = "Stryker was here!"]) => text.replace(from, () => "")),',
    ],
  ]),
  ...alike("A text that is taken apart and put together again is the same.", [
    [
      "values/filters.ts",
      'remove: ofText((text, [from = ""]) => (from === "" ? text : text.split(from, 10_000).join(""))),',
      'remove: ofText((text, [from = ""]) => (false ? text : text.split(from, 10_000).join(""))),',
    ],
  ]),
  ...alike("Words of nothing are not counted.", [
    [
      "values/filters.ts",
      'number_of_words: ofText((text) => text.split(/\\s+/).filter((word) => word !== "").length),',
      'number_of_words: ofText((text) => text.split(/\\s/).filter((word) => word !== "").length),',
    ],
  ]),
  ...alike("An empty text is the number 0.", [
    [
      "values/filters.ts",
      'slice: ofText((text, [from = "0", count = "1"]) => text.slice(Number(from)).slice(0, Number(count))),',
      'slice: ofText((text, [from = "", count = "1"]) => text.slice(Number(from)).slice(0, Number(count))),',
    ],
  ]),
  ...alike("These are all the names of kinds that hold one of them.", [
    [
      "values/filters.ts",
      "return value === null || /^(?:string|number|boolean)$/.test(typeof value);",
      "return value === null || /(?:string|number|boolean)$/.test(typeof value);",
    ],
    [
      "values/filters.ts",
      "return value === null || /^(?:string|number|boolean)$/.test(typeof value);",
      "return value === null || /^(?:string|number|boolean)/.test(typeof value);",
    ],
  ]),
  ...alike("Sorting only asks whether one comes before the other.", [
    [
      "values/filters.ts",
      "return String(a) < String(b) ? -1 : String(a) === String(b) ? 0 : 1;",
      "return String(a) < String(b) ? -1 : true ? 0 : 1;",
    ],
    [
      "values/filters.ts",
      "return String(a) < String(b) ? -1 : String(a) === String(b) ? 0 : 1;",
      "return String(a) < String(b) ? -1 : false ? 0 : 1;",
    ],
    [
      "values/filters.ts",
      "return String(a) < String(b) ? -1 : String(a) === String(b) ? 0 : 1;",
      "return String(a) < String(b) ? -1 : String(a) !== String(b) ? 0 : 1;",
    ],
  ]),
  ...alike("A language with spaces in its name counts as none.", [
    [
      "known/known-marks.ts",
      'const given = args.names.get("lang") ?? args.names.get("language") ?? args.positions[0] ?? "";',
      'const given = args.names.get("lang") ?? args.names.get("language") ?? args.positions[0] ?? "Stryker was here!";',
    ],
  ]),
  ...alike("Running text has no attribute that leads anywhere.", [
    [
      "write/leave-link.ts",
      'return around.kind === "destination" || (around.kind === "tag" && LEADS.test(around.attribute));',
      'return around.kind === "destination" || (true && LEADS.test(around.attribute));',
    ],
  ]),
];
