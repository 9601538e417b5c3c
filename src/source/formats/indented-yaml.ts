/** A field or item that begins with a quotation mark or a bracket: what it holds may go on in the next lines. */
const OPENS = /^([ ]*)(?:- +)*(?:[^\s"'#[{-][^:\n]*:[ \t]+|(?<=- +))(?=["'[{])/;

/** A field whose text is the lines below it. */
const BLOCK = /^([ ]*)(?:- +)*[^\s"'#[{-][^:\n]*:[ \t]+[|>][-+\d]*[ \t]*(?:#.*)?$/;

/**
 * YAML in which quoted texts, lists and tables that go on in the first column are indented, as the
 * parsers of generators take them (libyaml ignores indentation there, YAML 1.2 §7.4 wants it). Lines
 * stay lines, and what ends nowhere stays as it is. One pass over the text.
 */
export function indentedYaml(text: string): string {
  const lines = text.split("\n");
  const indented = [...lines];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const block = BLOCK.exec(line);
    if (block) {
      const margin = block[1]?.length ?? 0;
      while (at + 1 < lines.length && isDeeper(lines[at + 1] ?? "", margin)) at += 1;
      continue;
    }
    const opens = OPENS.exec(line);
    if (!opens) continue;
    const state = new Openness();
    state.read(line.slice(opens[0].length));
    const from = at;
    while (state.isOpen && at + 1 < lines.length) {
      at += 1;
      state.read(lines[at] ?? "");
    }
    // A text that never ends takes the rest with it: nothing below can be read either way.
    if (state.isOpen) break;
    const margin = " ".repeat((opens[1]?.length ?? 0) + 2);
    for (let next = from + 1; next <= at; next += 1) {
      if (!/^[ \t]/.test(lines[next] ?? "")) indented[next] = margin + lines[next];
    }
  }
  return indented.join("\n");
}

function isDeeper(line: string, margin: number): boolean {
  return line.trim() === "" || line.search(/[^ ]/) > margin;
}

/** What is open at a place of a value: quotation marks, or brackets. */
class Openness {
  #quote = "";
  #depth = 0;

  get isOpen(): boolean {
    return this.#quote !== "" || this.#depth > 0;
  }

  /** Goes on with a line, in one pass. */
  read(text: string): void {
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at] ?? "";
      const isFirst = at === 0 || /[\s,[{:]/.test(text[at - 1] ?? "");
      if (this.#quote !== "") {
        // A sign that is escaped, by a backslash or by being doubled, ends nothing.
        const isEscape = this.#quote === '"' ? sign === "\\" : sign === "'" && text[at + 1] === "'";
        if (isEscape) at += 1;
        else if (sign === this.#quote) this.#quote = "";
      } else if (isFirst && /["']/.test(sign)) this.#quote = sign;
      else if (/[[{]/.test(sign)) this.#depth += 1;
      else if (/[\]}]/.test(sign)) this.#depth -= 1;
      else if (isFirst && sign === "#") return;
    }
  }
}
