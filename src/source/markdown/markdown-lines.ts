/** The lines of a text, each with the offset that it begins at. */
export function* linesOf(text: string): Generator<{ readonly offset: number; readonly text: string }> {
  for (let offset = 0; offset < text.length; ) {
    const at = text.indexOf("\n", offset);
    const end = at === -1 ? text.length : at;
    yield { offset, text: text.slice(offset, end) };
    offset = end + 1;
  }
}

/** Whether nothing stands in a line but marks of quotes. */
export function isBlank(line: string): boolean {
  return /^[ \t>]*$/.test(line);
}

/** Whether a line may part the head of a table from its rows (GFM §4.10), in a quote or in none. */
export function isDelimiterRow(line: string): boolean {
  if (!line.includes("|") || !/^[ \t>|:-]+$/.test(line)) return false;
  const row = line.replace(/^[ \t>]+/, "").trimEnd();
  const cells = row.replace(/^\||\|$/g, "").split("|");
  return cells.every((cell) => /^:?-+:?$/.test(cell.trim()));
}

/** The number of cells in a row of a table. */
export function cellsOf(row: string): number {
  return row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, "")
    .split(/(?<!\\)\|/).length;
}

/** How often a pattern is found. */
export function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
