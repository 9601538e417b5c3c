import type { Equivalent } from "../mutant.ts";

type Change = readonly [file: string, from: string, to: string];

/** Changes of files of `source/templates` that make no difference for one reason. */
function alike(because: string, changes: readonly Change[]): readonly Equivalent[] {
  return changes.map(([file, from, to]) => ({ file: `source/templates/${file}`, from, to, because }));
}

/** Mutants of the templates of generators that behave as the program does. */
export const SOURCE_TEMPLATES: readonly Equivalent[] = [
  ...alike("It is always there, or found together with the rest; the question is for the types.", [
    ["fill/fill-tag.ts","const partner = partners[at] ?? -1;","const partner = partners[at] ?? +1;"],
    ["fill/fill-tag.ts","passage.skipTo(marks[partner]?.to ?? 0);","passage.skipTo(marks[partner].to ?? 0);"],
    ["fill/fill-tag.ts","passage.skipTo(marks[inside.before]?.to ?? 0);","passage.skipTo(marks[inside.before].to ?? 0);"],
    ["fill-marks.ts","const partner = marks[partners[at] ?? -1];","const partner = marks[partners[at] ?? +1];"],
    ["fill-marks.ts","const isCode = mark.kind === \"tag\" && /^(?:highlight|codeblock)$/.test(mark.name);","const isCode = true && /^(?:highlight|codeblock)$/.test(mark.name);"],
    ["fill-marks.ts","if ((regions[middle]?.to ?? 0) <= offset) low = middle + 1;","if ((regions[middle].to ?? 0) <= offset) low = middle + 1;"],
    ["write/output.ts","tail = (this.#chunks[at] ?? \"\").slice(tail.length - MOST_LOOKED_AT) + tail;","tail = (this.#chunks[at] ?? \"Stryker was here!\").slice(tail.length - MOST_LOOKED_AT) + tail;"],
    ["write/output.ts","const last = this.#chunks.pop() ?? \"\";","const last = this.#chunks.pop() ?? \"Stryker was here!\";"],
    ["write/output.ts","if ((this.#pieces[middle]?.at ?? 0) <= offset) low = middle + 1;","if ((this.#pieces[middle].at ?? 0) <= offset) low = middle + 1;"],
    ["write/surroundings.ts","const character = tag[at] ?? \"\";","const character = tag[at] ?? \"Stryker was here!\";"],
    ["write/surroundings.ts","const attribute = /[\\w:@-]*$/.exec(name)?.[0].toLowerCase() ?? \"\";","const attribute = /[\\w:@-]*$/.exec(name)?.[0].toLowerCase() ?? \"Stryker was here!\";"],
    ["write/surroundings.ts","const attribute = /[\\w:@-]*$/.exec(name)?.[0].toLowerCase() ?? \"\";","const attribute = /[\\w:@-]*$/.exec(name)[0].toLowerCase() ?? \"\";"],
    ["write/write-code.ts","if (quotes > 0 && lines.at(-1)?.trim() === \"\") lines.pop();","if (quotes > 0 && lines.at(-1).trim() === \"\") lines.pop();"],
    ["fill/branches.ts","const partner = partners[k] ?? -1;","const partner = partners[k] ?? +1;"],
    ["fill/branches.ts","const { name = \"\", rest = \"\" } = mark?.kind === \"tag\" ? mark : {};","const { name = \"Stryker was here!\", rest = \"\" } = mark?.kind === \"tag\" ? mark : {};"],
    ["fill/branches.ts","const { name = \"\", rest = \"\" } = mark?.kind === \"tag\" ? mark : {};","const { name = \"\", rest = \"Stryker was here!\" } = mark?.kind === \"tag\" ? mark : {};"],
    ["fill/branches.ts","else if (mark?.kind === \"tag\" && BRANCH.test(mark.name)) starts.push(k);","else if (true && BRANCH.test(mark.name)) starts.push(k);"],
    ["fill/branches.ts","else if (mark?.kind === \"tag\" && BRANCH.test(mark.name)) starts.push(k);","else if (mark.kind === \"tag\" && BRANCH.test(mark.name)) starts.push(k);"],
    ["fill/branches.ts","const { name = \"\", rest = \"\" } = mark?.kind === \"tag\" ? mark : {};","const { name = \"\", rest = \"\" } = true ? mark : {};"],
    ["fill/branches.ts","const { name = \"\", rest = \"\" } = mark?.kind === \"tag\" ? mark : {};","const { name = \"\", rest = \"\" } = mark.kind === \"tag\" ? mark : {};"],
    ["fill/branches.ts","if (first === undefined) return null;","if (false) return null;"],
    ["fill/fill-control.ts","if (loop === null || body === undefined) return false;","if (loop === null || false) return false;"],
    ["fill/fill-control.ts","return name === undefined || expression === undefined ? null : { name, expression };","return name === undefined && expression === undefined ? null : { name, expression };"],
    ["fill/fill-control.ts","return name === undefined || expression === undefined ? null : { name, expression };","return false || expression === undefined ? null : { name, expression };"],
    ["fill/fill-control.ts","return name === undefined || expression === undefined ? null : { name, expression };","return name === undefined || false ? null : { name, expression };"],
    ["fill/loops.ts","if (from !== undefined && to !== undefined) {","if (from !== undefined || to !== undefined) {"],
    ["fill/loops.ts","if (from !== undefined && to !== undefined) {","if (true && to !== undefined) {"],
    ["fill/loops.ts","if (from !== undefined && to !== undefined) {","if (from !== undefined && true) {"],
    ["fill/fill-text.ts","if (mark === undefined) continue;","if (false) continue;"],
    ["fill/fill-text.ts","if (last?.trimsBehind && passage.at === last.to) passage.skipSpace();","if (last.trimsBehind && passage.at === last.to) passage.skipSpace();"],
    ["fill/fill-text.ts","this.#passage.at = opening?.to ?? this.#passage.at;","this.#passage.at = opening.to ?? this.#passage.at;"],
    ["fill/fill-text.ts","if (opening?.trimsBehind) this.#passage.skipSpace();","if (opening.trimsBehind) this.#passage.skipSpace();"],
    ["fill/fill-text.ts","let end = closing?.from ?? source.length;","let end = closing.from ?? source.length;"],
    ["fill/fill-text.ts","if (closing?.trimsBefore) while (/\\s/.test(source[end - 1] ?? \"\")) end -= 1;","if (closing.trimsBefore) while (/\\s/.test(source[end - 1] ?? \"\")) end -= 1;"],
    ["fill/fill-text.ts","if (closing?.trimsBefore) while (/\\s/.test(source[end - 1] ?? \"\")) end -= 1;","if (closing?.trimsBefore) while (/\\s/.test(source[end - 1] ?? \"Stryker was here!\")) end -= 1;"],
    ["known/pictures.ts",".map((one) => toInline(one ?? \"\"));",".map((one) => toInline(one ?? \"Stryker was here!\"));"],
    ["known/own-templates.ts","const [before = \"\", ...behind] = template","const [before = \"Stryker was here!\", ...behind] = template"],
    ["known/own-templates.ts","const [, name = \"\", rest = \"\"] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(parts.pop() ?? \"\") ?? [];","const [, name = \"\", rest = \"\"] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(parts.pop() ?? \"Stryker was here!\") ?? [];"],
    ["known/own-templates.ts","if (template === null || value === UNKNOWN) return null;","if (false || value === UNKNOWN) return null;"],
    ["common-marks.ts","if (mark.kind !== \"tag\" || partners[at] !== -1) return true;","if (false || partners[at] !== -1) return true;"],
  ]),
  ...alike("Where the pattern matches nothing, the other text names nothing either.", [
    ["article-scope.ts","isComputed: (first, [step = \"\"]) => {","isComputed: (first, [step = \"Stryker was here!\"]) => {"],
    ["known/own-templates.ts","const [, name = \"\", rest = \"\"] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(parts.pop() ?? \"\") ?? [];","const [, name = \"Stryker was here!\", rest = \"\"] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(parts.pop() ?? \"\") ?? [];"],
    ["known/own-templates.ts","const [, name = \"\", rest = \"\"] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(parts.pop() ?? \"\") ?? [];","const [, name = \"\", rest = \"Stryker was here!\"] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(parts.pop() ?? \"\") ?? [];"],
    ["known/own-templates.ts","const [, name = \"\", rest = \"\"] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(parts.pop() ?? \"\") ?? [];","const [, name = \"\", rest = \"\"] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(parts.pop() ?? \"\") ?? [\"Stryker was here\"];"],
    ["fill/fill-control.ts","const [, name, expression] = /^([A-Za-z_][\\w-]*)\\s*=([\\s\\S]*)$/.exec(rest) ?? [];","const [, name, expression] = /^([A-Za-z_][\\w-]*)\\s*=([\\s\\S]*)$/.exec(rest) ?? [\"Stryker was here\"];"],
    ["fill/loops.ts","const [, variable = \"\", written = \"\", options = \"\"] = LOOP.exec(rest) ?? [];","const [, variable = \"\", written = \"Stryker was here!\", options = \"\"] = LOOP.exec(rest) ?? [];"],
    ["fill/loops.ts","const [, variable = \"\", written = \"\", options = \"\"] = LOOP.exec(rest) ?? [];","const [, variable = \"\", written = \"\", options = \"Stryker was here!\"] = LOOP.exec(rest) ?? [];"],
    ["fill/loops.ts","const [, variable = \"\", written = \"\", options = \"\"] = LOOP.exec(rest) ?? [];","const [, variable = \"\", written = \"\", options = \"\"] = LOOP.exec(rest) ?? [\"Stryker was here\"];"],
    ["fill/loops.ts","const [, from, to] = RANGE.exec(written) ?? [];","const [, from, to] = RANGE.exec(written) ?? [\"Stryker was here\"];"],
    ["write/surroundings.ts","const [, written] = DESTINATION.exec(line) ?? [];","const [, written] = DESTINATION.exec(line) ?? [\"Stryker was here\"];"],
    ["known/players.ts","page: (id, { positions: [user = \"\", second = \"\"] }) =>","page: (id, { positions: [user = \"Stryker was here!\", second = \"\"] }) =>"],
    ["known/players.ts","page: (id, { positions: [user = \"\", second = \"\"] }) =>","page: (id, { positions: [user = \"\", second = \"Stryker was here!\"] }) =>"],
  ]),
  ...alike("The rest of the text takes whatever is left, so it ends there anyway.", [
    ["fill/fill-control.ts","const [, name, expression] = /^([A-Za-z_][\\w-]*)\\s*=([\\s\\S]*)$/.exec(rest) ?? [];","const [, name, expression] = /^([A-Za-z_][\\w-]*)\\s*=([\\s\\S]*)/.exec(rest) ?? [];"],
    ["fill/loops.ts","const LOOP = /^([A-Za-z_]\\w*)\\s+in\\s+(\\([^()]+\\)|\\S+)\\s*([\\s\\S]*)$/;","const LOOP = /^([A-Za-z_]\\w*)\\s+in\\s+(\\([^()]+\\)|\\S+)\\s*([\\s\\S]*)/;"],
    ["known/own-templates.ts","const [, name = \"\", rest = \"\"] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)$/.exec(parts.pop() ?? \"\") ?? [];","const [, name = \"\", rest = \"\"] = /^\\s*(\\w+)\\s*:?([\\s\\S]*)/.exec(parts.pop() ?? \"\") ?? [];"],
    ["fill/loops.ts","const RANGE = /^\\(([^()]+?)\\.\\.([^()]+)\\)$/;","const RANGE = /^\\(([^()]+?)\\.\\.([^()]+)\\)/;"],
  ]),
  ...alike("A path has no line breaks, so what goes up to its last slash begins at its start.", [
    ["article-scope.ts","name: path.replace(/^.*\\//, \"\"),","name: path.replace(/.*\\//, \"\"),"],
    ["known/known-marks.ts","name: file.replace(/^.*\\//, \"\").replace(/\\.\\w+$/, \"\"),","name: file.replace(/.*\\//, \"\").replace(/\\.\\w+$/, \"\"),"],
    ["write/write-filling.ts","const name = filling.target.replace(/^.*\\/(?=[^/])/, \"\");","const name = filling.target.replace(/.*\\/(?=[^/])/, \"\");"],
  ]),
  ...alike("What is searched begins at the last of its opening brackets, so it is found at its start.", [
    ["write/leave-link.ts","const SHOWN = /^<(img|source|track|embed|iframe)\\b/i;","const SHOWN = /<(img|source|track|embed|iframe)\\b/i;"],
    ["write/surroundings.ts","const TAG = /^<[A-Za-z][\\w-]*\\s/;","const TAG = /<[A-Za-z][\\w-]*\\s/;"],
  ]),
  ...alike("Only a matter of speed: what is left out here comes to the same.", [
    ["article-scope.ts","if (/^\\p{L}[\\p{L}\\d ,.;:!?'()-]*$/u.test(markdown) && !markdown.includes(\"www.\")) return markdown.trim();","if (false) return markdown.trim();"],
    ["article-scope.ts","if (/^\\p{L}[\\p{L}\\d ,.;:!?'()-]*$/u.test(markdown) && !markdown.includes(\"www.\")) return markdown.trim();","if (/^\\p{L}[\\p{L}\\d ,.;:!?'()-]$/u.test(markdown) && !markdown.includes(\"www.\")) return markdown.trim();"],
    ["article-scope.ts","if (/^\\p{L}[\\p{L}\\d ,.;:!?'()-]*$/u.test(markdown) && !markdown.includes(\"www.\")) return markdown.trim();","if (/^\\p{L}[\\p{L}\\d ,.;:!?'()-]*$/u.test(markdown) && !markdown.includes(\"\")) return markdown.trim();"],
    ["fill-marks.ts","if (!marks.some(({ kind: one }) => one === \"literal\")) return marks;","if (false) return marks;"],
    ["fill-marks.ts","if (!marks.some(({ kind: one }) => one === \"literal\")) return marks;","if (!marks.some(({ kind: one }) => true)) return marks;"],
    ["fill/fill-text.ts","if (known !== undefined) return known;","if (false) return known;"],
    ["article-templates.ts","if (known.has(name)) return [name, value];","if (false) return [name, value];"],
    ["write/output.ts","const last = this.#chunks.length - 1;","const last = this.#chunks.length + 1;"],
    ["write/output.ts","if ((this.#chunks[last]?.length ?? MOST_LOOKED_AT) < MOST_LOOKED_AT) this.#chunks[last] += text;","if (false) this.#chunks[last] += text;"],
    ["write/output.ts","if ((this.#chunks[last]?.length ?? MOST_LOOKED_AT) < MOST_LOOKED_AT) this.#chunks[last] += text;","if ((this.#chunks[last]?.length && MOST_LOOKED_AT) < MOST_LOOKED_AT) this.#chunks[last] += text;"],
  ]),
  ...alike("A space at an end means nothing to Markdown.", [
    ["article-scope.ts","const html = renderMarkdown(markdown.replace(/\\s+/g, \" \").trim()).trim();","const html = renderMarkdown(markdown.replace(/\\s+/g, \" \")).trim();"],
  ]),
  ...alike("No mark is its own other end.", [
    ["fill/fill-tag.ts","const isPair = partner > at;","const isPair = partner >= at;"],
    ["fill/branches.ts","if (partner > k) k = partner;","if (partner >= k) k = partner;"],
  ]),
  ...alike("The mark that closes a pair is called like the one that opens it, and so begins no branch.", [
    ["fill/branches.ts","for (let k = at + 1; k < end; k += 1) {","for (let k = at + 1; k <= end; k += 1) {"],
  ]),
  ...alike("No name of these pairs ends with one of these words.", [
    ["fill/fill-control.ts","if (!/^(?:if|unless|case|switch)$/.test(mark.name)) return false;","if (!/(?:if|unless|case|switch)$/.test(mark.name)) return false;"],
  ]),
  ...alike("Where both are -1 there is no tag, and the last sign alone is none either.", [
    ["write/surroundings.ts","const isOpen = open > Math.max(tail.lastIndexOf(\">\"), tail.lastIndexOf(\"\\n\\n\"));","const isOpen = open >= Math.max(tail.lastIndexOf(\">\"), tail.lastIndexOf(\"\\n\\n\"));"],
  ]),
  ...alike("The white space behind the name of a tag sets it back.", [
    ["write/surroundings.ts","let from = -1;","let from = +1;"],
  ]),
  ...alike("Behind the end there is no sign, which means nothing.", [
    ["write/surroundings.ts","for (let at = 1; at < tag.length; at += 1) {","for (let at = 1; at <= tag.length; at += 1) {"],
  ]),
  ...alike("Two line breaks are met from behind, and the second is found as well as the first.", [
    ["write/surroundings.ts","else if (character === \"\\n\" && tail[at - 1] === \"\\n\") return null;","else if (character === \"\\n\" && tail[at + 1] === \"\\n\") return null;"],
  ]),
  ...alike("A mark that begins where the last one ended leaves nothing to write.", [
    ["fill-marks.ts","if (end <= from) continue;","if (end < from) continue;"],
  ]),
  ...alike("A region without an end holds nothing.", [
    ["fill-marks.ts","return kind === \"markdown\" ? markdownCode(text) : kind === \"html\" ? htmlCode(text) : [];","return kind === \"markdown\" ? markdownCode(text) : kind === \"html\" ? htmlCode(text) : [\"Stryker was here\"];"],
  ]),
  ...alike("The first piece begins at 0, so nothing is looked for before it.", [
    ["write/output.ts","readonly #pieces: Piece[] = [];","readonly #pieces: Piece[] = [\"Stryker was here\"];"],
    ["write/output.ts","const { at, from, isCopy } = this.#pieces[low - 1] ?? { at: 0, from: 0, isCopy: true };","const { at, from, isCopy } = this.#pieces[low - 1] ?? { at: 0, from: 0, isCopy: false };"],
  ]),
  ...alike("A chunk that is taken off whole, or put back whole, makes no other text.", [
    ["write/output.ts","while (left > 0 && this.#chunks.length > 0) {","while (left >= 0 && this.#chunks.length > 0) {"],
    ["write/output.ts","if (last.length > left) {","if (last.length >= left) {"],
  ]),
  ...alike("No chunk lies behind the last.", [
    ["write/output.ts","for (let at = this.#chunks.length - 1; at >= 0 && tail.length < MOST_LOOKED_AT; at -= 1)","for (let at = this.#chunks.length + 1; at >= 0 && tail.length < MOST_LOOKED_AT; at -= 1)"],
  ]),
  ...alike("Marks before the span have been passed, and are passed over.", [
    ["fill/fill-text.ts","for (let k = after + 1; k < before; k += 1) {","for (let k = after - 1; k < before; k += 1) {"],
  ]),
  ...alike("Text with a space in it is no id.", [
    ["known/players.ts","\"\"","\"Stryker was here!\""],
  ]),
];
