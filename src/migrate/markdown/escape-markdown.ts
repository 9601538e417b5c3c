/** What may begin markup wherever it stands. */
const INLINE = /[\\`*[\]~]|<(?=[a-z/!?])|&(?=#?\w+;)|!(?=\[)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/giu;
/** What becomes a link by itself (GFM §6.9). */
const AUTOLINK = /(?<=https?|ftp):(?=\/\/)|(?<=www)\.|@(?=[\w-]+\.)/gi;
/** What begins a block at the head of a line. */
const LINE_START = /^(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|[-=]+(?=\s*$)|>|\|)/;
const LINE_NUMBER = /^(\s*\d{1,9})([.)])(?=\s|$)/;

/** Text as Markdown shows it: what would be markup is escaped. `isLineStart`: it begins a line. */
export function escapeMarkdown(text: string, isLineStart: boolean): string {
  const escaped = text.replace(INLINE, "\\$&").replace(AUTOLINK, "\\$&");
  return isLineStart ? escaped.replace(LINE_START, "$1\\$2").replace(LINE_NUMBER, "$1\\$2") : escaped;
}

/** A destination of a link or an image. */
export function destination(url: string): string {
  const escaped = url.replace(/[<>\\\s]/g, encodeURIComponent).replaceAll("&", "&amp;");
  return /[()*_[\]]/.test(escaped) ? `<${escaped}>` : escaped;
}

/** A title behind a destination; empty where there is none. */
export function titled(title: string | undefined): string {
  return title === undefined || title === "" ? "" : ` "${title.replace(/[\\"&<]/g, (one) => `\\${one}`)}"`;
}

/** Code between as many backticks as it takes. */
export function codeSpan(text: string): string {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const fence = "`".repeat(longest + 1);
  const room = /^`|`$|^ .* $/.test(text) ? " " : "";
  return `${fence}${room}${text}${room}${fence}`;
}
