/** What a line of Markdown is: text, code or raw HTML that no mark counts in, or the line that opens a fence. */
export type LineKind = "text" | "verbatim" | "fence";

const CONTAINERS = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]+|>)*/;
const FENCE = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})([^\n]*)$/;
/** HTML whose inside is no Markdown up to its end, on whatever line that stands (CommonMark §4.6). */
const RAW = /^ {0,3}<(?:(pre|script|style|textarea)\b|(!--))/i;
const LIST =
  /^[ \t>]*(?:[-*+]|\d{1,9}[.)]|\[\^[^\]]+\]:|!!!|\?\?\?|: )(?:[ \t]|$)|^ {0,3}(?:!!!|\?\?\?|\[\^|: )/;
const INDENTED = /^(?: {4}|\t| {1,3}\t)/;

/** Tells of each line what it is. */
export function lineKinds(lines: readonly string[]): readonly LineKind[] {
  const kinds: LineKind[] = [];
  let fence: { readonly mark: string; readonly isQuoted: boolean; readonly isInside: boolean } | null = null;
  let end: string | null = null;
  let [isAfterBlank, isInList] = [true, false];
  for (const line of lines) {
    if (fence?.isQuoted && !/^[ \t]*>/.test(line)) fence = null;
    if (end !== null) {
      kinds.push("verbatim");
      if (line.toLowerCase().includes(end)) end = null;
    } else if (fence !== null) {
      kinds.push("verbatim");
      const rest = (fence.isInside ? line.replace(CONTAINERS, "") : line).trim();
      if (rest.startsWith(fence.mark) && isRunOf(rest, fence.mark)) fence = null;
    } else if (line.trim() === "") {
      kinds.push("text");
      isAfterBlank = true;
      continue;
    } else if (INDENTED.test(line) && isAfterBlank && !isInList) {
      kinds.push("verbatim");
      continue;
    } else {
      const [, mark, info = ""] = FENCE.exec(line) ?? [];
      const isFence = mark !== undefined && !(mark.startsWith("`") && info.includes("`"));
      const raw = isFence ? null : RAW.exec(line);
      if (isFence) fence = { mark, isQuoted: /^[ \t]*>/.test(line), isInside: !/^[ \t]*[`~]/.test(line) };
      if (raw !== null) {
        end = raw[2] === undefined ? `</${raw[1]?.toLowerCase()}` : "-->";
        if (line.toLowerCase().includes(end)) end = null;
      }
      kinds.push(isFence ? "fence" : raw === null || raw[2] !== undefined ? "text" : "verbatim");
      if (LIST.test(line)) isInList = true;
      else if (isAfterBlank && !/^[ \t]/.test(line)) isInList = false;
    }
    isAfterBlank = false;
  }
  return kinds;
}

/** Whether nothing but the character of a fence stands in a line. */
function isRunOf(line: string, mark: string): boolean {
  return line.replaceAll(mark.charAt(0), "") === "";
}

/** A text of the same length with NUL in the place of its code: of verbatim lines and of spans. */
export function maskCode(lines: readonly string[], kinds: readonly LineKind[]): string {
  const masked = lines
    .map((line, at) => (kinds[at] === "text" ? line : "\u0000".repeat(line.length)))
    .join("\n");
  return masked.includes("`") ? maskSpans(masked) : masked;
}

/** Spans of code end behind the next run of as many backticks, in the same paragraph (CommonMark §6.1). */
function maskSpans(text: string): string {
  const runs = [...text.matchAll(/\\?`+|\n[ \t>]*\n|\u0000+/g)];
  // Where the next run of a length is, looked up from the end on.
  const next = new Map<number, number>();
  const closing: (number | undefined)[] = [];
  for (let at = runs.length - 1; at >= 0; at -= 1) {
    const { 0: run = "" } = runs[at] ?? {};
    if (!run.endsWith("`")) {
      next.clear();
      continue;
    }
    const length = run.replace("\\", "").length;
    closing[at] = next.get(length);
    next.set(length, at);
  }
  let [masked, from] = ["", 0];
  for (let at = 0; at < runs.length; at += 1) {
    const close = closing[at];
    const { 0: run = "", index = 0 } = runs[at] ?? {};
    if (close === undefined || run.startsWith("\\")) continue;
    const last = runs[close];
    const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
    masked += text.slice(from, index) + text.slice(index, end).replace(/[^\n]/g, "\u0000");
    from = end;
    at = close;
  }
  return masked + text.slice(from);
}
