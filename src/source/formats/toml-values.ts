import { dateFix } from "../values/date-fix.ts";
import { quoted } from "./syntax-fault.ts";

/** A value as people write it where TOML takes it in another form. */
export interface TomlValue {
  readonly looks: RegExp;
  /** `line` gives the whole line with another value. Null where it is another slip after all. */
  readonly say: (value: string, line: (value: string) => string, name: string) => string | null;
}

/** One text between quotation marks, of either kind. */
const TEXT = `(?:"[^"]*"|'[^']*')`;

/** The slips that are known; the first that fits is told. */
export const TOML_VALUES: readonly TomlValue[] = [
  {
    looks: /^#[0-9a-f]{3,8}$/i,
    say: (value, line) =>
      `a # begins a comment unless quotation marks stand round it; write ${line(`"${value}"`)}`,
  },
  {
    looks: /^(?:#.*)?$/,
    say: (_value, _line, name) =>
      `"${name}" has no value; write one behind the equals sign, or remove the line`,
  },
  {
    looks: /^\[?\s*[“”„«»‘’]/,
    say: (value, line) =>
      `curly quotation marks do not count here; write straight ones: ${line(straight(value))}`,
  },
  {
    looks: /^(?:true|yes|on|false|no|off)$/i,
    say: (value, line) =>
      `write true or false, in small letters: ${line(String(/true|yes|on/i.test(value)))}`,
  },
  { looks: /^(?:null|nil|none|~)$/i, say: () => "TOML has no empty value; remove the line" },
  {
    looks: /^[+-]?\d+,\d+$/,
    say: (value, line) => `a number has a point, not a comma; write ${line(value.replace(",", "."))}`,
  },
  {
    looks: /^[+-]?0\d+$/,
    say: (value, line) => `a number does not begin with 0; write ${line(String(Number(value)))}`,
  },
  {
    looks: /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b/,
    say: (value) => `${value} is not a date that can be read; ${dateFix(value)}`,
  },
  { looks: /^[+-]?[\d._]+$/, say: (value) => `${value} is not a number; write one such as 5 or 0.5` },
  {
    looks: /^=/,
    say: (value, line) => `one equals sign is enough; write ${line(value.replace(/=\s*/, ""))}`,
  },
  {
    looks: /^(?:"""|''')/,
    say: (value) => `this text has no end; write ${value.slice(0, 3)} behind its last line`,
  },
  {
    looks: /^(?:"[^"]*|'[^']*)$/,
    say: (value, line) => `the closing quotation mark is missing; write ${line(value + value[0])}`,
  },
  {
    looks: new RegExp(String.raw`^${TEXT}\s*[\w-]+\s*=`),
    say: () => "two settings share a line; write each on a line of its own",
  },
  {
    looks: new RegExp(String.raw`^${TEXT}\s*[;,.]$`),
    say: (value, line) => `nothing may follow the value; write ${line(value.replace(/\s*[;,.]$/, ""))}`,
  },
  {
    looks: new RegExp(String.raw`^${TEXT}(?:\s*,\s*${TEXT})+$`),
    say: (value, line) => `several values are a list, between brackets; write ${line(`[${value}]`)}`,
  },
  {
    looks: /^"[^"]*\\[^"]*"$/,
    say: (value, line) =>
      `a backslash between double quotation marks has a meaning of its own; write ${line(quoted(value.slice(1, -1)))}`,
  },
  {
    looks: /^"[^"]*".*"$/,
    say: (value, line) =>
      `a quotation mark inside a text ends it; put other ones round the whole: ${line(quoted(value.slice(1, -1)))}`,
  },
  {
    looks: /^'[^']*'.*'$/,
    say: (value, line) =>
      `an apostrophe ends a text between single quotation marks; write ${line(quoted(value.slice(1, -1)))}`,
  },
  {
    looks: /^\[[^[\]{}"]*\]$/,
    say: (value, line) =>
      `each text of a list needs quotation marks round it; write ${line(quotedList(value))}`,
  },
  {
    looks: /^\[/,
    say: () => 'write a list as ["one", "two"]: each text between quotation marks, and a comma between two',
  },
  {
    looks: /^\{/,
    say: () => 'write a table as { name = "Desk", email = "desk@example.com" }',
  },
  {
    looks: /^[^"']/,
    say: (value, line) =>
      `a text needs quotation marks round it; write ${line(quoted(value.replace(/\s+#.*/, "")))}`,
  },
];

function straight(value: string): string {
  return value.startsWith("[")
    ? value.replace(/[“”„«»‘’]/g, '"')
    : quoted(value.replace(/^[“”„«»‘’"']+|[“”„«»‘’"']+$/g, ""));
}

function quotedList(value: string): string {
  const texts = value
    .slice(1, -1)
    .split(",")
    .map((one) => one.trim());
  return `[${texts.map((one) => (/^(?:'.*'|\d+|true|false)$/.test(one) ? one : quoted(one))).join(", ")}]`;
}
