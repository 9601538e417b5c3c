/** A value of a document that anybody may have written: an object, read by its keys. */
export type Value = Readonly<Record<string, unknown>>;

/** How deep nodes may lie within each other. */
export const MOST_DEPTH = 100;

export function recordOf(value: unknown): Value {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Value) : {};
}

/** The object that a text is as JSON; an empty one where it is none. */
export function parsedRecord(text: string): Value {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return {};
  }
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text, or nothing. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** A text as the HTML that shows it. */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** An element around HTML; nothing where there is nothing in it. */
export function wrapped(name: string, html: string): string {
  return html === "" ? "" : `<${name}>${html}</${name}>`;
}
