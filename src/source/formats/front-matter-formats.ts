import { createRequire } from "node:module";
import type { YAMLException } from "js-yaml";
import { parse as parseToml, TomlError } from "smol-toml";
import { parseDate } from "../values/dates.ts";
import { flatYaml } from "./flat-yaml.ts";
import { indentedYaml } from "./indented-yaml.ts";
import { jsonFault } from "./json-faults.ts";
import type { SyntaxFault } from "./syntax-fault.ts";
import { tomlFault } from "./toml-faults.ts";
import { MAX_ALIASES, yamlFault } from "./yaml-faults.ts";

const require = createRequire(import.meta.url);

/** What a text says, with what is odd about it, or where it cannot be read. */
export type FormatReading =
  | { readonly value: unknown; readonly notes?: readonly SyntaxFault[] }
  | { readonly fault: SyntaxFault };

/** How front matter is read, by its format. */
export const FRONT_MATTER_FORMATS = { yaml: readYaml, toml: readToml, json: readJson } as const;

/** What a parser says, or what it complains of. */
type YamlReading = { readonly value: unknown } | { readonly cause: YAMLException };

/** Reads YAML, and what generators take beside it: text that goes on in the first column, and fields given twice. */
function readYaml(text: string): FormatReading {
  const strict = tryYaml(text, false);
  if ("value" in strict) return strict;
  const indented = indentedYaml(text);
  const mended = indented === text ? strict : tryYaml(indented, false);
  if ("value" in mended) return mended;
  const fault = faultOf(text, mended.cause);
  if (!/duplicated mapping key/.test(mended.cause.reason)) return { fault };
  const repeated = tryYaml(indented, true);
  return "value" in repeated ? { ...repeated, notes: [fault] } : { fault };
}

function tryYaml(text: string, takesLast: boolean): YamlReading {
  const flat = flatYaml(text);
  if (flat !== null) return { value: flat };
  const { load, YAMLException } = require("js-yaml") as typeof import("js-yaml");
  try {
    return { value: load(text, { maxAliases: MAX_ALIASES, json: takesLast }) };
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
    return { cause };
  }
}

function faultOf(text: string, { mark, reason }: YAMLException): SyntaxFault {
  const { line = 0, column = 0 } = mark ?? {};
  return yamlFault(text, line + 1, column + 1, reason);
}

/** Texts and comments of TOML, and a day that is a value. */
const TOML_DAYS =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#.*|[=[,]\s*(\d{4}-\d{2}-\d{2})/g;

/** Reads TOML, and refuses days that do not exist: the parser takes 31 February for 3 March. */
export function readToml(text: string): FormatReading {
  try {
    const value = parseToml(text);
    for (const { 0: token, 1: day, index } of text.matchAll(TOML_DAYS)) {
      if (day !== undefined && parseDate(day, "UTC") === null)
        throw new TomlError(`there is no day ${day}`, { toml: text, ptr: index + token.length - day.length });
    }
    return { value };
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    const [reason = ""] = cause.message.replace("Invalid TOML document: ", "").split("\n");
    return { fault: tomlFault(text, cause.line, cause.column, reason) };
  }
}

function readJson(text: string): FormatReading {
  try {
    return { value: JSON.parse(text) };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return { fault: jsonFault(text, cause.message) };
  }
}
