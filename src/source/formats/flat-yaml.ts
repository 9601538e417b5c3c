/** A name that stands for nothing else. */
const NAME = String.raw`(?!(?:true|false|null):)[a-z][\w-]{0,60}`;
/** A text between quotation marks that holds no escape, no other quotation mark, and Western letters alone. */
const QUOTED = String.raw`"[ !#-[\]-~¡-ͯ]*"|'[ -&(-~¡-ͯ]*'`;
/** Words that no parser takes for more than a text: no sign among them means anything in YAML. */
const WORDS = String.raw`(?!(?:true|false|null)\b)[a-z](?:[\w .;!?()/&%+@-]*[\w.!?)])?`;
/** A day, perhaps with a time. */
const DATE = String.raw`\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?`;
const TEXT = `${QUOTED}|${WORDS}`;

/** A field on a line of its own whose value is one text or a list of them in brackets. */
const FIELD = new RegExp(
  `(${NAME}): (?:(${TEXT}|${DATE})|\\[((?:${TEXT})(?:, (?:${TEXT}))*)\\])(?:\\n|$)`,
  "iy",
);
const ITEM = new RegExp(TEXT, "ig");

/**
 * Reads the front matter that most articles have, a field a line, with the very values that the YAML
 * parser finds in it; null for any other, which is for that parser to read.
 */
export function flatYaml(text: string): Record<string, unknown> | null {
  const fields: Record<string, unknown> = {};
  FIELD.lastIndex = 0;
  do {
    const [, name = "", value, list] = FIELD.exec(text) ?? [];
    if (name === "" || Object.hasOwn(fields, name)) return null;
    fields[name] = value === undefined ? (list?.match(ITEM) ?? []).map(unquoted) : unquoted(value);
  } while (FIELD.lastIndex < text.length);
  return fields;
}

function unquoted(text: string): string {
  return /^["']/.test(text) ? text.slice(1, -1) : text;
}
