/** Elements that stand between paragraphs. */
const BLOCKS: ReadonlySet<string> = new Set(
  "address article aside blockquote body caption center col colgroup dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main map nav noscript ol p pre script section style summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
/** Those that hold paragraphs. */
const FLOW: ReadonlySet<string> = new Set(
  "article aside blockquote center details div footer form header main section".split(" "),
);
/** Those that hold nothing but other elements. */
const STRUCTURE: ReadonlySet<string> = new Set(
  "colgroup dl figure ol table tbody tfoot thead tr ul".split(" "),
);
/** Those whose text is taken as it is. */
const VERBATIM: ReadonlySet<string> = new Set(["pre", "script", "style", "textarea"]);
const VOID: ReadonlySet<string> = new Set(["col", "hr"]);

/**
 * Makes paragraphs of a text in which blank lines part them, as WordPress shows what its classic editor
 * keeps: elsewhere a line break is one. Text that has paragraphs already stays as it is.
 */
export function makeParagraphs(text: string): string {
  const source = text.replace(/\r\n?/g, "\n");
  const open: string[] = [];
  let html = "";
  let run = "";
  let at = 0;
  const flush = () => {
    html += paragraphed(run, open.at(-1));
    run = "";
  };
  while (at < source.length) {
    const start = source.indexOf("<", at);
    const end = start === -1 ? -1 : endOfTag(source, start);
    if (start === -1 || end === -1) {
      run += source.slice(at);
      break;
    }
    run += source.slice(at, start);
    at = end;
    const tag = source.slice(start, end);
    const name = /^<\/?([a-z][a-z0-9]*)/i.exec(tag)?.[1]?.toLowerCase() ?? "";
    if (!BLOCKS.has(name)) {
      run += tag.replace(/\s*\n\s*/g, " ");
      continue;
    }
    flush();
    html += tag;
    if (tag.startsWith("</")) {
      const opened = open.lastIndexOf(name);
      if (opened !== -1) open.length = opened;
    } else if (VERBATIM.has(name)) {
      const close = indexOfClose(source, name, at);
      html += source.slice(at, close);
      at = close;
    } else if (!VOID.has(name) && !tag.endsWith("/>")) open.push(name);
  }
  flush();
  return html;
}

/** The text between two blocks, inside of a parent. */
function paragraphed(run: string, parent: string | undefined): string {
  if (run.trim() === "") return "";
  if (parent !== undefined && STRUCTURE.has(parent)) return run;
  const chunks = run.split(/\n[ \t]*\n\s*/).filter((chunk) => chunk.trim() !== "");
  const isFlow = parent === undefined || FLOW.has(parent);
  if (!isFlow && chunks.length === 1) return broken(chunks[0] ?? "");
  if (parent === "p") return chunks.map(broken).join("</p>\n<p>");
  return chunks.map((chunk) => `<p>${broken(chunk)}</p>`).join("\n");
}

/** Line ends become breaks, but for those behind one. */
function broken(chunk: string): string {
  return chunk
    .trim()
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/(<br\s*\/?>)?\n/gi, "<br />\n");
}

/** Where a tag or a comment ends; -1 where it does not. */
function endOfTag(source: string, start: number): number {
  if (!/[a-z/!]/i.test(source[start + 1] ?? "")) return start + 1;
  const mark = source.startsWith("<!--", start) ? "-->" : ">";
  const end = source.indexOf(mark, start);
  return end === -1 ? -1 : end + mark.length;
}

function indexOfClose(source: string, name: string, from: number): number {
  const pattern = new RegExp(`</${name}`, "gi");
  pattern.lastIndex = from;
  return pattern.exec(source)?.index ?? source.length;
}
