/** A line of a text that is not blank. */
export interface NewswireLine {
  /** Without white space around it. */
  readonly text: string;
  readonly line: number;
  /** Columns of white space before it; a tab goes to the next multiple of eight. */
  readonly indent: number;
}

/** What archives in SGML escape (ISO 8879, Annex D); the rest of its names is in no wire's text. */
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const ENTITY = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7}));/g;

/** The lines that hold something: a text may have a million of others. */
export function writtenLines(text: string): NewswireLine[] {
  const lines: NewswireLine[] = [];
  const isTyped = text.includes("``");
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const read = withoutEntities(line);
    const written = isTyped ? withTypedMarks(read) : read;
    const inner = written.trim();
    if (inner !== "") lines.push({ text: inner, line: index + 1, indent: indentOf(written) });
  }
  return lines;
}

function withoutEntities(line: string): string {
  if (!line.includes("&")) return line;
  return line.replace(ENTITY, (_, name: string | undefined, code: string | undefined) =>
    name === undefined ? characterOf(Number(code)) : (ENTITIES[name] ?? ""),
  );
}

/** A character by its number; wires steer teleprinters with those that nobody sees. */
function characterOf(code: number): string {
  return code < 0x20 || (code >= 0x7f && code < 0xa0) || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)
    ? ""
    : String.fromCodePoint(code);
}

/** Teleprinters have neither quotation marks that open and close nor long dashes: other signs stand for them. */
function withTypedMarks(line: string): string {
  return line
    .replaceAll("``", "“")
    .replaceAll("''", "”")
    .replace(/(?<=\s)_(?=\s|$)/g, "—");
}

function indentOf(line: string): number {
  let column = 0;
  for (const character of line) {
    if (character === "\t") column += 8 - (column % 8);
    else if (character.trim() === "") column += 1;
    else break;
  }
  return column;
}
