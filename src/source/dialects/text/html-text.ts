const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', "#x27": "'", amp: "&" };

/** The text of clean HTML, on one line. */
export function textOfHtml(html: string): string {
  if (!/[<&\s\u00a0]/.test(html.replaceAll(" ", ""))) return html.trim();
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|quot|#x27|amp);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/gu, " ")
    .trim();
}
