/** JSON text as bytes: what is not ASCII is escaped, so that no encoder is needed, which this room knows none of. */
export function asciiJson(json: string): Uint8Array {
  const text = json.replace(
    /[^\x00-\x7E]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
