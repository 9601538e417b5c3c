/** An opening tag: its name, and what its attributes say. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string> | null;
}

const TAG = /^([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)(?: \/)?$/;
const ATTRIBUTE = / ([a-z-]+)(?:="([^"]*)")?/y;

/** The inside of an opening tag; null where it is not as renderers and the sanitizer write it. */
export function readTag(inside: string): Tag | null {
  if (!inside.includes(" ")) return { name: inside, attributes: null };
  const match = TAG.exec(inside);
  if (match === null || (inside.includes("&") && STRANGE_IN_TAG.test(inside))) return null;
  const [, name = "", rest = ""] = match;
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = 0;
  for (let found = ATTRIBUTE.exec(rest); found !== null; found = ATTRIBUTE.exec(rest)) {
    const [, attribute = "", value = ""] = found;
    if (attributes.has(attribute)) return null;
    attributes.set(attribute, unescaped(value));
  }
  return { name, attributes };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
/** An `&` that begins none of the escapes that renderers and the sanitizer write there. */
export const STRANGE_IN_TEXT = /&(?!(?:amp|lt|gt);)/;
const STRANGE_IN_TAG = /&(?!(?:amp|lt|gt|quot|#x27);)/;

/** Undoes the escapes that renderers and the sanitizer write. */
export function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(amp|lt|gt|quot|#x27);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}
