import { boxWord } from "./box-words.ts";

/** The words that a box begins with: its own title, or its kind; null where it has none of them. */
export function boxTitle(kind: string, title: string | null, language: string): string | null {
  return title?.replaceAll("**", "").trim() || boxWord(kind, language);
}

/** Whether a box of that name is known. */
export function isBox(kind: string): boolean {
  return boxWord(kind, "en") !== null;
}

/** `:::note Title`, `::: tip "Title"`, `:::info[Title]{.class}`. */
const CONTAINER =
  /^([ \t]*)(:{3,})[ \t]*(?:\{\.)?([A-Za-z][\w-]*)\}?[ \t]*(?:\[([^\]\n]*)\])?[ \t]*(\{[^{}\n]*\})?[ \t]*([^\n]*)$/;
const CONTAINER_END = /^[ \t]*(:{3,})[ \t]*$/;

/** The line that opens a container. */
export interface ContainerOpening {
  readonly indent: string;
  readonly kind: string;
  readonly title: string | null;
}

/** Reads the line that opens a container; null where it is none. */
export function containerOpening(line: string): (ContainerOpening & { readonly length: number }) | null {
  if (!line.includes(":::")) return null;
  const match = CONTAINER.exec(line);
  if (match === null) return null;
  const [, indent = "", colons = "", kind = "", label, attributes = "", rest = ""] = match;
  const named = /title="([^"]*)"/.exec(attributes)?.[1];
  const words = rest.trim().replace(/^"(.*)"$/, "$1");
  return { indent, length: colons.length, kind, title: label ?? named ?? (words || null) };
}

/**
 * Which lines open and close containers, by line, and which open one that nothing closes. An end without
 * a beginning is text.
 */
export function containersIn(
  lines: readonly string[],
  isText: (at: number) => boolean,
): {
  readonly openings: ReadonlyMap<number, ContainerOpening>;
  readonly ends: ReadonlySet<number>;
  readonly unclosed: ReadonlySet<number>;
} {
  const openings = new Map<number, ContainerOpening>();
  const ends = new Set<number>();
  const open: { at: number; length: number; opening: ContainerOpening }[] = [];
  for (const [at, line] of lines.entries()) {
    if (!line.includes(":::") || !isText(at)) continue;
    const length = CONTAINER_END.exec(line)?.[1]?.length;
    const top = open.at(-1);
    if (length === undefined) {
      const opening = containerOpening(line);
      if (opening !== null) open.push({ at, length: opening.length, opening });
    } else if (top !== undefined && top.length <= length) {
      open.pop();
      openings.set(top.at, top.opening);
      ends.add(at);
    }
  }
  return { openings, ends, unclosed: new Set(open.map(({ at }) => at)) };
}

/** `!!! note "Title"`, `??? tip`: a box of the lines below that are indented. */
const INDENTED =
  /^([ \t]*)(?:!!!|\?\?\?\+?)[ \t]+([A-Za-z][\w-]*)(?:[ \t]+[\w-]+){0,3}(?:[ \t]+"([^"\n]*)")?[ \t]*$/;

/** Reads the line that opens a box of indented lines; `next` is the line below it that is not blank. */
export function indentedOpening(line: string, next: string | undefined): ContainerOpening | null {
  if (!line.includes("!!!") && !line.includes("???")) return null;
  const match = INDENTED.exec(line);
  if (match === null) return null;
  const [, indent = "", kind = "", title = null] = match;
  const isFilled = next !== undefined && indentOf(next) >= indentOf(line) + 4;
  return isFilled || (title !== null && isBox(kind)) ? { indent, kind, title } : null;
}

/** Columns of white space that a line begins with; a tab goes to the next fourth one. */
export function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === " ") columns += 1;
    else if (character === "\t") columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

/** `> [!NOTE]`, with a title of its own or none. */
const ALERT = /^([ \t]*(?:>[ \t]?)+)\[!([A-Za-z]+)\][-+]?[ \t]*(.*)$/;

/** The two lines that an alert begins with in plain Markdown; null where the line begins none. */
export function alertLines(line: string, language: string): readonly [string, string] | null {
  const match = line.includes("[!") ? ALERT.exec(line) : null;
  if (match === null) return null;
  const [, quote = "", kind = "", title = ""] = match;
  const words = isBox(kind) ? boxTitle(kind, title, language) : null;
  return words === null ? null : [`${quote}**${words}**`, quote.trimEnd()];
}

/** A line with so many columns of white space less, at most. */
export function dedented(line: string, columns: number): string {
  let [at, column] = [0, 0];
  while (column < columns && (line[at] === " " || line[at] === "\t")) {
    column += line[at] === "\t" ? 4 - (column % 4) : 1;
    at += 1;
  }
  return line.slice(at).trimEnd() === "" ? "" : line.slice(at);
}
