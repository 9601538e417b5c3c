/** What the comments of WordPress' block editor stand for. */
const DELIMITER = /^<!--\s+(\/?)wp:([a-z][\w/-]*)\s*(\{[\s\S]*\}\s*)?(\/)?\s*-->$/;

/** Whether a text was written with blocks. */
export function hasBlocks(text: string): boolean {
  return text.includes("<!-- wp:");
}

/**
 * Takes the comments of blocks out of a text, which leaves their HTML. A block that stands for another
 * text (`wp:block`) gets it, an embed without HTML of its own becomes its address.
 */
export function withoutBlocks(text: string, reusable: ReadonlyMap<string, string>, depth = 0): string {
  if (!hasBlocks(text)) return text;
  let html = "";
  let at = 0;
  for (let start = text.indexOf("<!--"); start !== -1; start = text.indexOf("<!--", at)) {
    const close = text.indexOf("-->", start);
    if (close === -1) break;
    html += text.slice(at, start);
    at = close + 3;
    const [, end, name = "", json, alone] = DELIMITER.exec(text.slice(start, at)) ?? [];
    if (!end && alone) html += standIn(name, parsed(json), reusable, depth);
  }
  return html + text.slice(at);
}

/** What stands for a block that has no HTML of its own. */
function standIn(
  name: string,
  { ref, url }: Readonly<Record<string, unknown>>,
  reusable: ReadonlyMap<string, string>,
  depth: number,
): string {
  if (name === "block" && depth < 4)
    return withoutBlocks(reusable.get(String(ref)) ?? "", reusable, depth + 1);
  const isEmbed = name === "embed" || name.startsWith("core-embed/");
  return isEmbed && typeof url === "string" ? `<p>${url.replaceAll("&", "&amp;")}</p>` : "";
}

function parsed(json: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json ?? "{}");
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
