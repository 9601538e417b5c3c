import { dateFix } from "../values/date-fix.ts";
import { parseDate } from "../values/dates.ts";
import type { FaultContext, FaultRow, SyntaxFault } from "./syntax-fault.ts";
import { explainFault, firstAbove, quoted } from "./syntax-fault.ts";
import { HEADER, SETTING, unclosed } from "./toml-unclosed.ts";
import { TOML_VALUES } from "./toml-values.ts";

type Groups = Readonly<Record<string, string>>;

/** What smol-toml finds wrong, in the order in which it is looked through. */
const ROWS: readonly FaultRow[] = [
  { reason: /redefine/, line: HEADER, say: repeatedTable },
  { reason: /redefine/, line: SETTING, say: repeatedSetting },
  { reason: /there is no day/, say: (_, { reason }) => `${reason}; correct it` },
  {
    reason: /illegal|must be followed|cannot find end/,
    say: (_, { text, column }) =>
      /[\u00a0\u2000-\u200b\u202f\ufeff]/.test(text[column - 1] ?? "")
        ? "a space of another kind stands here, perhaps from a web page; delete it and type a plain one"
        : null,
  },
  {
    reason: /control characters|unfinished string/,
    line: /^\s*(?<text>"[^"]*|'[^']*)$/,
    say: ({ text = "" }) => `the closing quotation mark is missing; write ${text}${text[0]}`,
  },
  { reason: /expected comma|invalid value/, say: (_, fault) => unclosed(fault) },
  { reason: /expected comma/, say: () => "a comma is missing between two values; write one" },
  {
    reason: /empty bare key/,
    say: () => "a name has two dots in a row, or one at its end; remove one",
  },
  {
    reason: /./,
    line: /^\s*(?<name>[\w.-]+|"[^"]*")\s*(?:=>|->|:=?)\s*(?<value>\S.*?)\s*$/,
    say: ({ name, value = "" }) =>
      `an equals sign stands between name and value in TOML; write ${name} = ${asValue(value)}`,
  },
  { reason: /./, line: SETTING, say: badValue },
  { reason: /./, line: /^\s*\[+\s*(?<name>[^\]]*?)\s*(?<end>\]*)\s*$/, say: badTable },
  {
    reason: /./,
    line: /^\s*(?:\/\/|--|;|%|<!--)\s*(?<words>.*)$/,
    say: ({ words = "" }) => `a comment begins with #; write # ${words}`,
  },
  {
    reason: /./,
    line: /^\s*(?<name>[\w-]+)\s+(?<value>["'[{].*?)\s*$/,
    say: ({ name, value }) => `the equals sign is missing; write ${name} = ${value}`,
  },
  {
    reason: /./,
    line: /^\s*(?<name>[\w-]+)\s*$/,
    say: ({ name }) => `"${name}" has no value; write ${name} = and a value, or remove the line`,
  },
  {
    reason: /./,
    line: /^\s*(?<name>[\w-]+(?: +[\w-]+)+)\s*=/,
    say: ({ name = "" }) =>
      `a name has no spaces; write ${name.replace(/ +/g, "_")}, or put the name between quotation marks`,
  },
  {
    reason: /./,
    line: /^\s*(?<name>[^="']*?)\s*=\s*(?<value>.*?)\s*$/,
    say: ({ name = "", value = "" }) =>
      name === ""
        ? "a name is missing in front of the equals sign"
        : `this name needs quotation marks, since it holds more than letters, digits, - and _; write ${quoted(name)} = ${value}`,
  },
];

const FALLBACK =
  'this cannot be read as TOML; write a name, an equals sign and a value, such as title = "The Quay"';

/** Says in plain words why TOML cannot be read, as smol-toml finds. */
export function tomlFault(text: string, line: number, column: number, reason: string): SyntaxFault {
  return explainFault(ROWS, { line, column, reason }, text, FALLBACK);
}

function repeatedTable({ name = "" }: Groups, { lines, line }: FaultContext): string {
  const first = firstAbove(lines, line, (one) => HEADER.exec(one)?.groups?.name === name);
  return first === ""
    ? `"${name}" has a value already, so it cannot be a table; give one of the two another name`
    : `the table [${name}] appears a second time${first}; put all that belongs to it under one of the two`;
}

function repeatedSetting({ name = "" }: Groups, { lines, line }: FaultContext): string {
  const first = firstAbove(lines, line, (one) => SETTING.exec(one)?.groups?.name === name);
  return `"${name}" appears a second time${first}; keep one of the two`;
}

function badTable({ name = "", end }: Groups): string {
  if (name === "") return "a table needs a name between the brackets, such as [sections.sea]";
  const right = `[${name
    .split(".")
    .map((part) => (/^[\w-]+$|^["']/.test(part) ? part : quoted(part)))
    .join(".")}]`;
  return end === "" || right === `[${name}]`
    ? `the name of a table stands between brackets, on a line of its own; write ${right}`
    : `a name with spaces or signs needs quotation marks; write ${right}`;
}

/** Names of dates, whose values are told as dates. */
const DATE_NAME = /^(?:date|pubDate|published|publishDate|updated|lastmod|updatedDate|modified)$/;

function badValue(
  { before = "", name = "", value = "" }: Groups,
  { line }: FaultContext,
): SyntaxFault | null {
  const at = (message: string): SyntaxFault => ({ line, column: before.length + 1, message });
  const whole = (other: string) => `${before.trim()} ${other}`;
  if (DATE_NAME.test(name) && /^[^"'#]/.test(value) && parseDate(value, "UTC") === null) {
    return at(`${value} is not a date that can be read; ${dateFix(value)}`);
  }
  for (const { looks, say } of TOML_VALUES) {
    const message = looks.test(value) ? say(value, whole, name.replace(/^["']|["']$/g, "")) : null;
    if (message !== null) return at(message);
  }
  return null;
}

function asValue(value: string): string {
  return /^(?:["'[{]|\d|true$|false$)/.test(value) ? value : quoted(value);
}
