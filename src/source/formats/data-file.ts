import type { FileProblems, SourceFile } from "../text/source-file.ts";
import { decodeText } from "../text/source-file.ts";
import { isTable } from "../values/field-values.ts";
import { csvRows } from "./csv-rows.ts";
import { FRONT_MATTER_FORMATS } from "./front-matter-formats.ts";

const FORMATS = {
  yml: FRONT_MATTER_FORMATS.yaml,
  yaml: FRONT_MATTER_FORMATS.yaml,
  json: FRONT_MATTER_FORMATS.json,
  toml: FRONT_MATTER_FORMATS.toml,
  csv: (text: string) => ({ value: csvRows(text, ",") }),
  tsv: (text: string) => ({ value: csvRows(text, "\t") }),
} as const;

/** Values that a data file may hold: aliases of YAML make many out of few. */
const MAX_VALUES = 200_000;

const NAME = /\.(yml|yaml|json|toml|csv|tsv)$/;

/** Whether a file of this name holds data that templates may name. */
export function isDataPath(path: string): boolean {
  return NAME.test(path);
}

/** Reads a data file; null, and a warning, for one that cannot be read. Never throws for what it holds. */
export function readDataFile(file: SourceFile, problems: FileProblems): unknown {
  const format = NAME.exec(file.path)?.[1] as keyof typeof FORMATS | undefined;
  if (format === undefined) return null;
  try {
    const reading = FORMATS[format](decodeText(file, problems));
    if ("value" in reading) return plainCopy(reading.value);
    const { line, column, message } = reading.fault;
    problems.add("warning", line, message, column);
  } catch (cause) {
    const reason =
      cause instanceof RangeError
        ? "it is nested too deeply or holds too much"
        : "it holds what cannot be read";
    problems.add("warning", null, `cannot be read as data: ${reason}; write it more simply`);
  }
  return null;
}

/** The same in texts, numbers, lists and tables alone, which are the same to every thread. */
function plainCopy(value: unknown): unknown {
  let left = MAX_VALUES;
  const copy = (one: unknown): unknown => {
    left -= 1;
    if (left < 0) throw new RangeError();
    if (Array.isArray(one)) return one.map(copy);
    if (one instanceof Date) return one.toISOString();
    if (typeof one !== "object" || one === null) return one ?? null;
    const table: Record<string, unknown> = {};
    for (const [name, inner] of Object.entries(one)) define(table, name, copy(inner));
    return table;
  };
  return copy(value);
}

/** Puts a value under the names of folders and of its file. */
export function withData(data: Record<string, unknown>, names: readonly string[], value: unknown): void {
  let table = data;
  for (const [at, name] of names.entries()) {
    if (at === names.length - 1) define(table, name, value);
    else {
      const known = Object.hasOwn(table, name) ? table[name] : undefined;
      const next = isTable(known) ? { ...known } : {};
      define(table, name, next);
      table = next;
    }
  }
}

/** A name such as `__proto__` is one like others. */
function define(table: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(table, name, { value, enumerable: true, configurable: true, writable: true });
}
