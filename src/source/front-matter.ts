import { load, YAMLException } from "js-yaml";
import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import * as v from "valibot";
import type { EpochSeconds } from "../article/values.ts";
import { parseDate } from "./dates.ts";
import type { FileProblems } from "./source-file.ts";

/** A file's text, cut into front matter and body. */
export interface SplitText {
  readonly format: "yaml" | "toml" | null;
  readonly frontMatter: string;
  readonly body: string;
  /** The line of the file that the body starts on. */
  readonly bodyLine: number;
}

const FENCES = [
  { format: "yaml", pattern: /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)/ },
  { format: "toml", pattern: /^\+\+\+[ \t]*\n([\s\S]*?)(?:^|\n)\+\+\+[ \t]*(?:\n|$)/ },
] as const;

/** Takes the front matter off the head of a text; there may be none. */
export function splitFrontMatter(text: string): SplitText {
  for (const { format, pattern } of FENCES) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [whole, frontMatter = ""] = match;
    const bodyLine = whole.split("\n").length;
    return { format, frontMatter, body: text.slice(whole.length), bodyLine };
  }
  return { format: null, frontMatter: "", body: text, bodyLine: 1 };
}

/** What front matter can say of an article, under our names. */
export interface FrontMatter {
  readonly title?: string | undefined;
  readonly published?: EpochSeconds | undefined;
  readonly updated?: EpochSeconds | undefined;
  readonly draft?: boolean | undefined;
  readonly slug?: string | undefined;
  readonly id?: string | undefined;
  readonly section?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly agency?: string | undefined;
  readonly summary?: string | undefined;
  readonly image?: { readonly src: string; readonly alt: string } | undefined;
  readonly language?: string | undefined;
  readonly correction?: string | undefined;
}

/** Reads front matter. What cannot be read is reported with its line, and left out. */
export function readFrontMatter(split: SplitText, timezone: string, problems: FileProblems): FrontMatter {
  const raw = parseRaw(split, problems);
  if (raw === null) return {};
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(raw)) {
    const field = FIELDS.find(({ names }) => names.includes(name));
    if (field === undefined || value === null) continue;
    const result = v.safeParse(field.schema(timezone), value);
    if (result.success) fields[field.field] ??= result.output;
    else {
      const shown = JSON.stringify(value instanceof Date ? value.toISOString() : value);
      problems.add("error", lineOfKey(split, name), `"${name}" is ${shown}; ${field.mend}`);
    }
  }
  return fields;
}

function parseRaw(split: SplitText, problems: FileProblems): Record<string, unknown> | null {
  if (split.format === null) return null;
  try {
    const value = split.format === "yaml" ? (load(split.frontMatter) ?? {}) : parseToml(split.frontMatter);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
    problems.add("error", 2, "the front matter is no list of fields; write lines such as title: Rain");
  } catch (cause) {
    if (cause instanceof YAMLException) {
      problems.add(
        "error",
        (cause.mark?.line ?? 0) + 2,
        `the YAML front matter cannot be read: ${cause.reason}`,
      );
    } else if (cause instanceof TomlError) {
      const [reason] = cause.message.replace("Invalid TOML document: ", "").split("\n");
      problems.add("error", cause.line + 1, `the TOML front matter cannot be read: ${reason}`);
    } else throw cause;
  }
  return null;
}

function lineOfKey(split: SplitText, name: string): number | null {
  const lines = split.frontMatter.split("\n");
  const at = lines.findIndex(
    (line) => line.startsWith(name) && /^["']?\s*[:=]/.test(line.slice(name.length)),
  );
  return at === -1 ? null : at + 2;
}

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());
const texts = v.union([
  v.pipe(
    text,
    v.transform((one) => [one]),
  ),
  v.array(text),
]);

function date(timezone: string) {
  return v.pipe(
    v.union([v.string(), v.instance(TomlDate)]),
    v.transform((value) => (typeof value === "string" ? value : value.toISOString())),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const instant = parseDate(dataset.value, timezone);
      if (instant !== null) return instant;
      addIssue({ message: "no date" });
      return NEVER;
    }),
  );
}

const image = v.union([
  v.pipe(
    text,
    v.transform((src) => ({ src, alt: "" })),
  ),
  v.object({ src: text, alt: v.optional(v.string(), "") }),
]);

interface Field {
  readonly field: keyof FrontMatter;
  readonly names: readonly string[];
  readonly schema: (timezone: string) => v.GenericSchema<unknown, unknown>;
  readonly mend: string;
}

const MEND_TEXT = "write it as text";
const MEND_TEXTS = "write it as a text or a list of texts";
const MEND_DATE = "write it as 2024-05-01T09:00:00Z";

/** Each field under the names that publishers know it by. */
const FIELDS: readonly Field[] = [
  { field: "title", names: ["title"], schema: () => text, mend: MEND_TEXT },
  { field: "published", names: ["date", "pubDate", "published"], schema: date, mend: MEND_DATE },
  { field: "updated", names: ["updated", "lastmod", "updatedDate"], schema: date, mend: MEND_DATE },
  { field: "draft", names: ["draft"], schema: () => v.boolean(), mend: "write true or false" },
  { field: "slug", names: ["slug"], schema: () => text, mend: MEND_TEXT },
  { field: "id", names: ["id"], schema: () => text, mend: MEND_TEXT },
  { field: "section", names: ["section"], schema: () => text, mend: MEND_TEXT },
  { field: "tags", names: ["tags", "categories"], schema: () => texts, mend: MEND_TEXTS },
  { field: "authors", names: ["author", "authors"], schema: () => texts, mend: MEND_TEXTS },
  { field: "agency", names: ["agency"], schema: () => text, mend: MEND_TEXT },
  { field: "summary", names: ["summary", "description", "excerpt"], schema: () => text, mend: MEND_TEXT },
  {
    field: "image",
    names: ["image", "cover", "heroImage"],
    schema: () => image,
    mend: "write it as a path, or as { src, alt }",
  },
  {
    field: "language",
    names: ["lang", "language"],
    schema: () => text,
    mend: "write it as a language tag such as en or pt-BR",
  },
  { field: "correction", names: ["correction"], schema: () => text, mend: MEND_TEXT },
];
