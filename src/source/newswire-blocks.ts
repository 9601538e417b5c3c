/** A line of a text that is not blank, without white space around it. */
export interface NewswireLine {
  readonly text: string;
  readonly line: number;
}

/** A paragraph, a crosshead (a small headline between paragraphs), or a list. */
export type NewswireBlock =
  | { readonly kind: "paragraph"; readonly text: string; readonly line: number }
  | { readonly kind: "crosshead"; readonly text: string; readonly line: number }
  | {
      readonly kind: "list";
      readonly isOrdered: boolean;
      readonly items: readonly string[];
      readonly line: number;
    };

/** Short, between dashes, and no sentence: that would be a remark or the item of a list. */
const CROSSHEAD = /^[-–—]\s+((?![-–—])\S.{0,78}\S|\S)\s+[-–—]$/u;
const NO_CROSSHEAD = /[.;,]["'”’)]?$|,["'”’]|\s[-–—]\s/u;
const BULLET = /^[-*•·]\s+(\S.*)$/u;
const NUMBER = /^(\d{1,2})[.)]\s+(\S.*)$/u;
/** Lines of a wrapped text are no longer than this, and most of them nearly as long as the longest. */
const MAX_WRAPPED_LINE = 120;

type Marked = NewswireLine & {
  readonly mark: "text" | "crosshead" | "bullet" | "number";
  readonly inner: string;
};

/** Paragraphs stand one per line or, in a text of wrapped lines, between blank lines: the text itself tells. */
export function blocksOf(lines: readonly NewswireLine[]): NewswireBlock[] {
  const groups = groupsOf(markLines(lines));
  const isJoined = isWrapped(groups);
  return growBlocks(groups, isJoined).map(blockOf);
}

/** Says what each line is. A list has two items at least; a single one is a paragraph as it stands. */
function markLines(lines: readonly NewswireLine[]): Marked[] {
  const first = lines.map((line): Marked => {
    const crosshead = CROSSHEAD.exec(line.text)?.[1];
    if (crosshead !== undefined && !NO_CROSSHEAD.test(crosshead))
      return { ...line, mark: "crosshead", inner: crosshead };
    const bullet = BULLET.exec(line.text)?.[1];
    if (bullet !== undefined) return { ...line, mark: "bullet", inner: bullet };
    const number = NUMBER.exec(line.text)?.[2];
    return number === undefined
      ? { ...line, mark: "text", inner: line.text }
      : { ...line, mark: "number", inner: number };
  });
  return first.map((line, at) => {
    const around = [first[at - 1], first[at + 1]];
    if (line.mark === "crosshead") {
      if (!around.some((one) => one?.mark === "crosshead")) return line;
      const bullet = BULLET.exec(line.text)?.[1];
      return bullet === undefined ? asText(line) : { ...line, mark: "bullet", inner: bullet };
    }
    return around.some((one) => one?.mark === line.mark) ? line : asText(line);
  });
}

function asText(line: Marked): Marked {
  return { ...line, mark: "text", inner: line.text };
}

/** Lines with no blank one between them. */
function groupsOf(lines: readonly Marked[]): Marked[][] {
  const groups: Marked[][] = [];
  let above = -1;
  for (const line of lines) {
    if (line.line > above + 1) groups.push([line]);
    else groups.at(-1)?.push(line);
    above = line.line;
  }
  return groups;
}

/**
 * Lines are wrapped where most that have another below them break off inside a sentence, and come
 * near the longest line: verses and results break off too, but anywhere.
 */
function isWrapped(groups: readonly (readonly Marked[])[]): boolean {
  const texts = groups.map((group) => group.filter(({ mark }) => mark === "text"));
  const inner = texts.flatMap((group) => group.slice(0, -1)).map(({ text }) => text);
  const longest = texts.flat().reduce((most, { text }) => Math.max(most, text.length), 0);
  if (longest > MAX_WRAPPED_LINE) return false;
  const broken = inner.filter((line) => !/[.!?:;…]["'”’)\]]*$/u.test(line));
  const long = inner.filter((line) => line.length >= longest * 0.6);
  return broken.length * 2 > inner.length && long.length * 2 > inner.length;
}

/** A block while its lines are gathered. */
interface Growing {
  readonly mark: Marked["mark"];
  readonly line: number;
  readonly texts: string[];
}

/** Lines of one paragraph or list come together, across blank lines too for a list. */
function growBlocks(groups: readonly (readonly Marked[])[], isJoined: boolean): Growing[] {
  const blocks: Growing[] = [];
  for (const group of groups) {
    for (const [index, { mark, inner, line }] of group.entries()) {
      const last = blocks.at(-1);
      const isList = mark === "bullet" || mark === "number";
      if (isList && last?.mark === mark) last.texts.push(inner);
      else if (mark === "text" && isJoined && index > 0 && last && last.mark !== "crosshead")
        last.texts.push(`${last.texts.pop()} ${inner}`);
      else blocks.push({ mark, line, texts: [inner] });
    }
  }
  return blocks;
}

function blockOf({ mark, line, texts }: Growing): NewswireBlock {
  if (mark === "bullet" || mark === "number")
    return { kind: "list", isOrdered: mark === "number", items: texts, line };
  return { kind: mark === "crosshead" ? "crosshead" : "paragraph", text: texts.join(" "), line };
}
