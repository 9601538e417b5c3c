import type { SyntaxFault } from "./syntax-fault.ts";

/** What the engine's parser finds wrong, and how to fix it. */
const REASONS: readonly { readonly reason: RegExp; readonly message: string }[] = [
  { reason: /after property value|after array element/, message: "a comma is missing between two values" },
  {
    reason: /double-quoted property name/,
    message: "a name needs double quotation marks, and no comma may follow the last value",
  },
  { reason: /after property name/, message: "a colon is missing behind the name" },
  { reason: /Unterminated string|control character/, message: "the closing quotation mark is missing" },
  {
    reason: /escaped character|Unicode escape/,
    message: "a backslash has a meaning of its own; write two of them",
  },
  { reason: /Unexpected end/, message: "the closing } is missing" },
  { reason: /after JSON/, message: "something follows the closing }; remove it" },
  {
    reason: /Unexpected token|No number|number/,
    message: "this is no value; write true, false, a number, or a text between double quotation marks",
  },
];

/** Says in plain words why JSON cannot be read. `reason` is what the engine says. */
export function jsonFault(text: string, reason: string): SyntaxFault {
  const known = REASONS.find((row) => row.reason.test(reason));
  const message = known?.message ?? 'this cannot be read as JSON; write fields such as "title": "Rain"';
  return { line: lineOfJsonFault(text), column: null, message };
}

/** The line in which JSON goes wrong, of which the parser says too little: down to it, a text is only unfinished. */
function lineOfJsonFault(text: string): number {
  const lines = text.split("\n");
  let [first, last] = [1, lines.length];
  while (first < last) {
    const middle = Math.floor((first + last) / 2);
    if (isUnfinished(`${lines.slice(0, middle).join("\n")}\n`)) first = middle + 1;
    else last = middle;
  }
  return first;
}

/** Whether JSON goes wrong at its end alone, or not at all. */
function isUnfinished(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    const position = /at position (\d+)/.exec(cause.message)?.[1];
    return cause.message === "Unexpected end of JSON input" || Number(position) === text.length;
  }
}
