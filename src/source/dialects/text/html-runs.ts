/** Elements whose text is no prose. */
const CODE = /^<(code|pre|kbd|samp|script|style|textarea|svg|math)\b/i;

/**
 * Maps the text of HTML that nobody has looked at yet, run by run, outside of code, comments and tags.
 * `tag` is the one right before the run, empty where there is none.
 */
export function mapText(html: string, map: (run: string, tag: string) => string): string {
  const find = finder(html);
  let mapped = "";
  let tag = "";
  for (let at = 0; at < html.length; ) {
    const open = find("<", at);
    if (open > at) mapped += map(html.slice(at, open), tag);
    if (open === html.length) break;
    const code = html.startsWith("<!--", open) ? null : CODE.exec(html.slice(open, open + 12));
    const end = html.startsWith("<!--", open)
      ? find("-->", open + 4) + 3
      : code === null
        ? find(">", open) + 1
        : find(`</${code[1]}>`, open) + (code[1]?.length ?? 0) + 3;
    const isTag = code === null && /^<[/a-z]/i.test(html.slice(open, open + 2));
    const next = isTag || code !== null || html.startsWith("<!--", open) ? end : open + 1;
    const text = html.slice(open, next);
    tag = isTag ? text : code === null ? "" : `</${code[1]}>`;
    mapped += text;
    at = next;
  }
  return mapped;
}

/** Finds texts from a place on; what is not found once is not looked for again. The end where there is none. */
function finder(html: string): (text: string, from: number) => number {
  const missing = new Set<string>();
  return (text, from) => {
    if (missing.has(text)) return html.length;
    const at = html.indexOf(text, from);
    if (at === -1) missing.add(text);
    return at === -1 ? html.length : at;
  };
}
