/** A name of two words at least. */
export const NAME = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:(?:de|van|von|der|den|del|da|di|la|le|bin|al)\s+)*(?:[dl]['’])?\p{Lu}[\p{L}\p{M}.'’-]*){1,4}`;
const BYLINE = new RegExp(
  String.raw`^(?:[Bb]y|BY|[Bb]y-?line:)\s+(${NAME}(?:(?:\s*,\s*${NAME})*\s*,?\s+(?:and|AND|&)\s+${NAME})?)(?:,\s+[^.]+|\s+in\s+[^.]+)?$`,
  "u",
);

/** No byline is longer; to try the pattern on a longer line takes the square of its length. */
const MAX_BYLINE = 500;

/** A byline such as `By Ana Holm, Jo Reed and Li Wei`, with a role or a place behind it or none. Null for any other line. */
export function readByline(line: string): readonly string[] | null {
  const names = line.length > MAX_BYLINE ? undefined : BYLINE.exec(line)?.[1];
  return names === undefined ? null : names.split(/\s*,?\s+(?:and|AND|&)\s+|\s*,\s*/u);
}

/** Below a byline: `Associated Press Writer`, `Harbour Correspondent`. */
const ROLE =
  /^(?:\p{Lu}[\p{L}\p{M}.'’&/-]*\s+){1,6}(?:Writer|Correspondent|Reporter|Editor|Staff|Service|Press)s?$/iu;

/** Whether a line says what its author is, as it stands below a byline. */
export function isRole(line: string): boolean {
  return line.length <= 60 && ROLE.test(line);
}
