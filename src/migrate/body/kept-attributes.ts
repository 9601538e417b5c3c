import type { HtmlElement } from "./html-tree.ts";

/** Attributes that say something: an id where the text itself leads to it (`anchors`), and what tables and lists need. */
export function keptAttributes(
  { name, attributes }: HtmlElement,
  anchors: ReadonlySet<string>,
): Record<string, string> {
  const kept: Record<string, string> = {};
  const id = attributes.id ?? (name === "a" ? attributes.name : undefined);
  if (id !== undefined && anchors.has(id)) kept.id = id;
  for (const [key, value] of Object.entries(attributes)) {
    if (!/^(?:lang|dir|colspan|rowspan|align|start|reversed|cite|datetime|title|class|style)$/.test(key))
      continue;
    if (key === "class" && name !== "code") continue;
    if (key === "align" && name !== "td" && name !== "th") continue;
    if (key === "style" && name !== "td" && name !== "th") continue;
    if (key === "title" && name !== "abbr" && name !== "acronym") continue;
    if (/^(?:colspan|rowspan|start)$/.test(key) && value === "1") continue;
    kept[key] = value;
  }
  return kept;
}
