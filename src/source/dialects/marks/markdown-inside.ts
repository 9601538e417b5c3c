/** An element that stands on lines of its own, and says that Markdown stands in it (kramdown, Python-Markdown). */
const OPENING =
  /^([ \t]*<(article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer|header|li|main|nav|ol|p|section|summary|table|tbody|td|th|thead|tr|ul)\b[^<>]*?)[ \t]+markdown[ \t]*=[ \t]*["']?(?:1|block|span|true)["']?([^<>]*>)[ \t]*(.*)$/i;

/**
 * The lines that such a line means in CommonMark, where Markdown begins below a blank one; null for any
 * other line.
 */
export function markdownInside(line: string): readonly string[] | null {
  if (!line.includes("markdown")) return null;
  const [, before = "", name = "", after = "", rest = ""] = OPENING.exec(line) ?? [];
  if (name === "") return null;
  const opening = before + after;
  const end = rest.toLowerCase().lastIndexOf(`</${name.toLowerCase()}>`);
  if (rest === "" || name.toLowerCase() === "p") return rest === "" ? [opening, ""] : [opening + rest];
  return end === -1 ? [opening, "", rest] : [opening, "", rest.slice(0, end), "", rest.slice(end)];
}
