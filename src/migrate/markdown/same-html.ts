const BLOCK =
  /^(?:address|article|aside|blockquote|br|caption|col|colgroup|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;

/**
 * Sanitized HTML in one spelling: white space folded where browsers fold it, and none beside blocks.
 * Two texts that have the same look the same.
 */
export function spelledAlike(html: string): string {
  const parts: string[] = [];
  let isVerbatim = 0;
  let isBeside = true;
  let at = 0;
  const addText = (raw: string, beforeBlock: boolean) => {
    if (isVerbatim > 0) {
      parts.push(beforeBlock ? raw.replace(/\n$/, "") : raw);
      return;
    }
    let text = raw.replaceAll("&quot;", '"').replace(/[ \t\n\r\f]+/g, " ");
    if (isBeside && text.startsWith(" ")) text = text.slice(1);
    if (beforeBlock && text.endsWith(" ")) text = text.slice(0, -1);
    if (text !== "") {
      parts.push(text);
      isBeside = text.endsWith(" ");
    }
  };
  for (let start = html.indexOf("<"); start !== -1; start = html.indexOf("<", at)) {
    const end = html.indexOf(">", start);
    if (end === -1) break;
    const tag = html.slice(start, end + 1);
    const name = /^<\/?([a-z0-9]+)/.exec(tag)?.[1] ?? "";
    const isBlock = BLOCK.test(name);
    addText(html.slice(at, start), isBlock || (isVerbatim > 0 && name === "code"));
    at = end + 1;
    if (isBlock) {
      // A space before a block is none.
      const last = parts.at(-1);
      if (isVerbatim === 0 && last?.endsWith(" ") && !last.startsWith("<"))
        parts[parts.length - 1] = last.slice(0, -1);
      isBeside = true;
    }
    if (name === "pre") isVerbatim += tag.startsWith("</") ? -1 : 1;
    parts.push(tag.replace(/ \/>$/, ">"));
  }
  addText(html.slice(at), true);
  return parts.join("");
}
