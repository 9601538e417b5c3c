import { FRONT_MATTER_FORMATS } from "../../source/formats/front-matter-formats.ts";
import { isTable } from "../../source/values/field-values.ts";
import type { NearbyText } from "./surroundings.ts";
import { shownName } from "./surroundings.ts";

/** A value of a configuration, and what says so: `_config.yml, line 4`. */
export interface Found {
  readonly value: unknown;
  readonly because: string;
}

/** A file that configures a generator. */
export interface Config {
  readonly file: NearbyText;
  /** The value at a path of keys; null where there is none, or none that can be read without running it. */
  find(...path: readonly string[]): Found | null;
  /** Where a path of keys stands: `_config.yml, line 4`; as near as it is found. */
  placeOf(...path: readonly string[]): string;
}

const FORMATS: Readonly<Record<string, keyof typeof FRONT_MATTER_FORMATS>> = {
  yml: "yaml",
  yaml: "yaml",
  toml: "toml",
  json: "json",
};

/** Reads a configuration. One that is a program is never run: what it writes out is found in its text. */
export function readConfig(file: NearbyText): Config {
  const extension = file.name.slice(file.name.lastIndexOf(".") + 1);
  const format = FORMATS[extension];
  const valueAt = format === undefined ? literalOf(file.text) : tableOf(format, file.text);
  const placeOf = (...path: readonly string[]) => `${shownName(file)}, line ${lineOf(file.text, path)}`;
  return {
    file,
    placeOf,
    find(...path) {
      const value = valueAt(path);
      if (value === undefined || value === null || value === "") return null;
      return { value, because: placeOf(...path) };
    },
  };
}

type Lookup = (path: readonly string[]) => unknown;

function tableOf(format: keyof typeof FRONT_MATTER_FORMATS, text: string): Lookup {
  const reading = FRONT_MATTER_FORMATS[format](text);
  const root = "value" in reading ? reading.value : null;
  return (path) => {
    let value: unknown = root;
    for (const key of path) value = isTable(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    return value;
  };
}

/** A text between quotation marks, a switch, or a list of texts, as programs write them out. */
const TEXT = String.raw`(?:'[^'\n]*'|"[^"\n]*")`;
const LITERAL = new RegExp(
  String.raw`'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|\`([^\`$\\]*)\`|(true|false)\b|\[\s*(${TEXT}(?:\s*,\s*${TEXT})*\s*,?\s*)\]`,
  "y",
);

/** Finds `key: "value"` in `parent: {`, or `export const KEY = "value"`. */
function literalOf(text: string): Lookup {
  const code = withoutComments(text);
  return (path) => {
    const found = valueStarts(code, path).filter((at) => literalAt(code, at) !== undefined);
    const depths = found.map((at) => depthAt(code, at));
    const shallowest = found[depths.indexOf(Math.min(...depths))];
    return shallowest === undefined ? undefined : literalAt(code, shallowest);
  };
}

function literalAt(code: string, at: number): unknown {
  LITERAL.lastIndex = at;
  const [, single, double, plain, flag, list] = LITERAL.exec(code) ?? [];
  if (flag !== undefined) return flag === "true";
  if (list !== undefined) return [...list.matchAll(/["']([^"'\n]*)["']/g)].map(([, one = ""]) => one);
  return (single ?? double ?? plain)
    ?.replace(/\\([nrt])|\\(.)/g, (_, space, kept = "") => (space ? " " : kept))
    .replace(/\s+/g, " ")
    .trim();
}

/** How many braces are open: what a plugin is told lies deeper than what the site is. */
function depthAt(code: string, at: number): number {
  let depth = 0;
  for (let place = 0; place < at; place += 1) {
    if (code[place] === "{") depth += 1;
    else if (code[place] === "}") depth -= 1;
  }
  return depth;
}

/** Texts, which may hold what looks like a comment, and comments. */
const TEXT_OR_COMMENT =
  /('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`)|\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*/g;

/** Comments become spaces, so that all else stays on its line. */
function withoutComments(text: string): string {
  return text.replace(TEXT_OR_COMMENT, (found, kept?: string) => kept ?? found.replace(/[^\n]/g, " "));
}

/** How often a key is looked at: programs have many of one name. */
const MOST_PLACES = 20;

/** Where values at a path may begin: each key but the last opens braces that hold the next. */
function valueStarts(
  code: string,
  [key = "", ...rest]: readonly string[],
  from = 0,
  end = code.length,
): readonly number[] {
  const found = new RegExp(String.raw`(?<![\w$.])["']?${key}["']?\s*[:=](?!=)\s*`, "g");
  found.lastIndex = from;
  const starts: number[] = [];
  for (let count = 0; count < MOST_PLACES && found.exec(code) !== null; count += 1) {
    const at = found.lastIndex;
    if (at >= end) break;
    if (rest.length === 0) starts.push(at);
    else if (code[at] === "{") starts.push(...valueStarts(code, rest, at, closingBrace(code, at)));
  }
  return starts;
}

/** Where braces that open at an offset are closed; the end of the text where they never are. */
function closingBrace(code: string, opening: number): number {
  let depth = 0;
  for (let at = opening; at < code.length; at += 1) {
    if (code[at] === "{") depth += 1;
    else if (code[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  return code.length;
}

/** The line, from 1, of a path of keys, as far as it is found in a text. */
function lineOf(text: string, path: readonly string[]): number {
  let at = 0;
  for (const key of path) {
    const found = new RegExp(String.raw`(?<![\w$.])["']?${key}["']?\s*(?:[:=\]]|\.\w)`, "g");
    found.lastIndex = at;
    const match = found.exec(text);
    if (match !== null) at = match.index + 1;
  }
  return text.slice(0, at).split("\n").length;
}
