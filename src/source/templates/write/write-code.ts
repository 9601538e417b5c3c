import { escapeAttribute } from "../../../article/escape-attribute.ts";
import type { MarkPlace } from "./mark-place.ts";
import { nextIndent } from "./mark-place.ts";
import { surroundingsOf } from "./surroundings.ts";

/** Writes code: a fence on lines of its own, an element elsewhere. */
export function writeCode(code: string, language: string, place: MarkPlace): void {
  const { out, from, kind, isCode } = place;
  const name = /^[\w+#.-]+$/.test(language) ? language : "";
  const text = code.replace(/^[ \t]*\n|\n[ \t]*$/g, "");
  if (kind === "plain" || isCode) {
    out.write(text, from, true);
    return;
  }
  const around = surroundingsOf(out.tail());
  if (around.kind !== "flow") return;
  const html = escapeAttribute(text);
  const attribute = name === "" ? "" : ` class="language-${name}"`;
  if (kind === "html") out.write(`<pre><code${attribute}>${html}</code></pre>`, from, true);
  else if (around.indent === null) out.write(`<code>${html}</code>`, from, true);
  else {
    const indent = nextIndent(around.indent);
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = "`".repeat(Math.min(longest, 5000) + 1);
    const lines = indented(text, indent);
    // In HTML that goes on to the next blank line a fence would be none.
    const gap = /<[^\n]*\n[^\n]*$/.test(out.tail().slice(-500)) ? `\n${indent}` : "";
    out.write(`${gap}${fence}${name}\n${lines}\n${indent}${fence}\n${indent}`, from, true);
  }
}

/** Lines with the indent of their block instead of their own common one, and its marks of quotes. */
function indented(text: string, indent: string): string {
  const quotes = indent.split(">").length - 1;
  const marks = new RegExp(`^(?:[ \\t]*>[ \\t]?){0,${quotes}}`);
  const lines = text.split("\n").map((line) => line.replace(marks, ""));
  // The line of the closing mark holds nothing else.
  if (quotes > 0 && lines.at(-1)?.trim() === "") lines.pop();
  const common = lines
    .filter((line) => line.trim() !== "")
    .reduce((least, line) => Math.min(least, line.length - line.trimStart().length), indent.length);
  return lines.map((line) => indent + line.slice(common)).join("\n");
}
