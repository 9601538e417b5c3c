/** Reads a table whose first line names its columns (RFC 4180 §2): a record a row. Blank lines are passed over. */
export function csvRows(text: string, separator: string): readonly Readonly<Record<string, string>>[] {
  const [names = [], ...rows] = [...cellsOfRows(text, separator)];
  return rows.map((cells) => Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""])));
}

function* cellsOfRows(text: string, separator: string): Generator<readonly string[]> {
  let cells: string[] = [];
  for (let at = 0; at < text.length; ) {
    const { cell, end } = cellAt(text, at, separator);
    cells.push(cell);
    at = end + 1;
    if (text[end] === separator && end < text.length) continue;
    if (cells.some((one) => one !== "")) yield cells;
    cells = [];
  }
  if (cells.length > 0) yield cells;
}

function cellAt(
  text: string,
  from: number,
  separator: string,
): { readonly cell: string; readonly end: number } {
  if (text[from] !== '"') {
    let end = from;
    while (end < text.length && text[end] !== separator && text[end] !== "\n") end += 1;
    return { cell: text.slice(from, end), end };
  }
  let end = from + 1;
  while (end < text.length && !(text[end] === '"' && text[end + 1] !== '"')) end += text[end] === '"' ? 2 : 1;
  const cell = text.slice(from + 1, end).replaceAll('""', '"');
  end += 1;
  while (end < text.length && text[end] !== separator && text[end] !== "\n") end += 1;
  return { cell, end };
}
