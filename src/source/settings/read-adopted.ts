import * as v from "valibot";
import type { Adopted } from "../../article/adopted.ts";
import { NOTHING_ADOPTED } from "../../article/adopted.ts";
import { readToml } from "../formats/front-matter-formats.ts";
import type { FileProblems, SourceFile } from "../text/source-file.ts";
import { decodeText } from "../text/source-file.ts";
import { isTable, shown } from "../values/field-values.ts";
import { nearNameOf } from "../values/near-name.ts";
import { ADOPTED_ENTRY, FEED_ENTRY } from "./adopted-entries.ts";
import { writtenAdopted } from "./written-adopted.ts";

/** The tables of the file, with the keys of each. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  adopted: ["path", "id", "address", "date", "link", "pub_date"],
  feed: ["address", "format", "channel", "id", "podcast_guid", "guids", "oldest", "last_modified"],
};

/** Reads `adopted.toml`. Every wrong or unknown key is a problem with its line; entries that are right count. */
export function readAdopted(file: SourceFile, problems: FileProblems): Adopted {
  const text = decodeText(file, problems);
  const written = writtenAdopted(text);
  if (written !== null) return written;
  try {
    const reading = readToml(text);
    if ("value" in reading) return adoptedOf(reading.value, linesOf(text), problems);
    const { line, message, column } = reading.fault;
    problems.add("error", line, message, column);
  } catch (cause) {
    problems.addFault(cause);
  }
  return NOTHING_ADOPTED;
}

/** Lines by the place of an entry, such as `adopted.0`, or of a key in it, such as `adopted.0.id`. */
type Lines = ReadonlyMap<string, number>;

function adoptedOf(value: unknown, lines: Lines, problems: FileProblems): Adopted {
  const tables = isTable(value) ? value : {};
  for (const name of Object.keys(tables)) {
    if (Object.hasOwn(KEYS, name)) continue;
    const meant = nearNameOf(Object.keys(KEYS))(name);
    const fix = meant === null ? "remove it, or use [[adopted]] or [[feed]]" : `did you mean [[${meant}]]?`;
    problems.add("error", lines.get(name) ?? lines.get(`${name}.0`) ?? null, `"${name}" is no entry; ${fix}`);
  }
  const read = entriesOf("adopted", tables.adopted, ADOPTED_ENTRY, lines, problems);
  const byPath = onceEach(read, "path", ({ path }) => path, problems);
  const byId = onceEach(byPath, "id", ({ id }) => id, problems);
  const articles = onceEach(byId, "address", ({ address }) => address, problems);
  const feeds = entriesOf("feed", tables.feed, FEED_ENTRY, lines, problems);
  return { articles, feeds: onceEach(feeds, "address", ({ address }) => address, problems) };
}

/** An entry, and where it stands. */
type Lined<T> = T & { readonly line: number | null };

function entriesOf<T extends object>(
  name: string,
  list: unknown,
  schema: v.GenericSchema<unknown, T>,
  lines: Lines,
  problems: FileProblems,
): Lined<T>[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) {
    problems.add(
      "error",
      lines.get(name) ?? null,
      `"${name}" is ${shown(list)}; begin each entry with [[${name}]]`,
    );
    return [];
  }
  return list.flatMap((entry: unknown, index) => {
    const place = `${name}.${index}`;
    const line = lines.get(place) ?? null;
    const result = v.safeParse(schema, entry, { abortPipeEarly: true });
    for (const issue of result.issues ?? []) {
      const key = String(issue.path?.[0]?.key ?? "");
      problems.add("error", lines.get(`${place}.${key}`) ?? line, messageOf(name, key, issue));
    }
    return result.success ? { ...result.output, line } : [];
  });
}

function messageOf(name: string, key: string, issue: v.BaseIssue<unknown>): string {
  if (key === "") return `an entry of [[${name}]] is ${shown(issue.input)}; write keys and values`;
  if (issue.expected === "never") {
    const keys = KEYS[name] ?? [];
    const meant = nearNameOf(keys)(key);
    const fix = meant === null ? `remove it, or use one of ${keys.join(", ")}` : `did you mean "${meant}"?`;
    return `"${key}" is no key of [[${name}]]; ${fix}`;
  }
  const value = issue.path?.[0]?.value;
  return value === undefined
    ? `"${key}" is missing; add it`
    : `"${key}" is ${shown(value)}; ${issue.message}`;
}

/** The entries whose value no entry before has; the others are problems. */
function onceEach<T extends { readonly line: number | null }>(
  entries: readonly T[],
  name: string,
  readValue: (entry: T) => string | null,
  problems: FileProblems,
): T[] {
  const seen = new Map<string, T>();
  return entries.filter((entry) => {
    const value = readValue(entry);
    if (value === null) return true;
    const first = seen.get(value);
    if (first === undefined) {
      seen.set(value, entry);
      return true;
    }
    const where = first.line === null ? "" : ` in line ${first.line}`;
    problems.add(
      "error",
      entry.line,
      `the ${name} ${shown(value)} has an entry already${where}; remove one of them`,
    );
    return false;
  });
}

/** A line that begins a table or sets a key; the parser has read the text already, so it is well formed. */
const PLACE = /^[ \t]*(?:(\[\[?)[ \t]*["']?([\w-]+)|["']?([\w-]+)["']?[ \t]*=)/;

/** The lines of a document that has thousands of entries: to look for them costs far less than a syntax tree. */
function linesOf(text: string): Lines {
  const lines = new Map<string, number>();
  const counts = new Map<string, number>();
  let table = "";
  for (const [index, line] of text.split("\n").entries()) {
    const [, bracket, name = "", key = ""] = PLACE.exec(line) ?? [];
    if (bracket !== undefined) {
      const count = counts.get(name) ?? 0;
      counts.set(name, count + 1);
      table = bracket === "[[" ? `${name}.${count}` : name;
    }
    const place = bracket !== undefined ? table : table === "" ? key : `${table}.${key}`;
    if (place !== "" && !lines.has(place)) lines.set(place, index + 1);
  }
  return lines;
}
