import type { Site } from "../../article/site.ts";
import { LineTable } from "../text/line-table.ts";
import { articleScope, inlineHtml } from "./article-scope.ts";
import { includesOf } from "./fill/included.ts";
import type { FilledMarks } from "./fill-marks.ts";
import { fillMarks } from "./fill-marks.ts";
import type { Syntax } from "./marks/syntax.ts";
import { mayHoldMarks, syntaxOf } from "./marks/syntax.ts";
import { otherMarks } from "./other-marks.ts";
import { Budget, Scope } from "./values/scope.ts";
import { isTable } from "./values/value.ts";
import type { TextKind } from "./write/mark-place.ts";

/** What marks of a text may cost, beside four times its length: characters that are written, and steps. */
const BUDGET = 200_000;

type Fields = Readonly<Record<string, unknown>>;

/** A body whose marks are filled. */
export interface FilledBody {
  readonly text: string;
  /** The line of the file that a line of the text stood on. */
  readonly lineOf: (line: number) => number;
}

/** Where a body lies, and what it is. */
export interface BodyPlace {
  readonly text: string;
  /** The line of the file that it starts on. */
  readonly line: number;
  readonly kind: TextKind;
}

/** Tells that something is left out. */
type Tell = (line: number | null, message: string) => void;

/** Fills the marks of one article: first its fields, whose values the body may use. */
export class ArticleTemplates {
  readonly #path: string;
  readonly #site: Site;
  readonly #syntax: Syntax | null;
  #fields: Fields = {};

  constructor(path: string, site: Site) {
    this.#path = path;
    this.#site = site;
    this.#syntax = syntaxOf(site.generator);
  }

  /** The same front matter without marks. An address that only its generator can make stays as it is. */
  fillFields(fields: Fields, lineOf: (name: string) => number | null, tell: Tell): Fields {
    this.#fields = fields;
    const syntax = this.#syntax;
    if (syntax === null || !holdsMarks(fields)) return fields;
    const entries = Object.entries(fields);
    // A field with marks means nothing to others until it is filled.
    const known = new Map(entries.filter(([, value]) => !holdsMarks(value)));
    const filled = entries.map(([name, value]) => {
      if (known.has(name)) return [name, value];
      this.#fields = Object.fromEntries(known);
      const told = new Set<string>();
      const result = mapTexts(value, (text) => {
        const { filled } = this.#fill(text, "plain", syntax);
        for (const { message } of filled.told) told.add(message);
        return filled.output.text;
      });
      if (/^(?:permalink|url|path|slug)$/.test(name) && (told.size > 0 || !syntax.isWhole))
        return [name, value];
      for (const message of told) tell(lineOf(name), message);
      known.set(name, result);
      return [name, result];
    });
    this.#fields = Object.fromEntries(known);
    return Object.fromEntries(filled);
  }

  /** The same body without marks. */
  fillBody({ text, line, kind }: BodyPlace, tell: Tell): FilledBody {
    const syntax = this.#syntax;
    if (syntax === null || !mayHoldMarks(text)) return { text, lineOf: (one) => one };
    const { filled, rest } = this.#fill(text, kind, syntax);
    const lines = new LineTable(text, line);
    for (const { offset, message } of filled.told) tell(lines.lineOf(offset), message);
    if (!syntax.isWhole && kind === "markdown")
      for (const { offset, message } of otherMarks(rest)) tell(lines.lineOf(offset), message);
    return {
      text: filled.output.text,
      lineOf: filled.output.lineMap(line, (offset) => lines.lineOf(offset)),
    };
  }

  #fill(source: string, kind: TextKind, syntax: Syntax): FilledMarks {
    const scope = new Scope(
      articleScope(this.#path, this.#fields, this.#site),
      new Budget(BUDGET + 4 * source.length),
    );
    const writing = { toInline: inlineHtml, toTarget: (path: string) => fileOf(path, this.#site) };
    const around = { kind, own: this.#site.templates, writing };
    const include = includesOf({
      texts: this.#site.generatorData.includes,
      folder: this.#path.slice(0, Math.max(this.#path.lastIndexOf("/"), 0)),
      fill: (text, inner, include) => {
        const { output, told } = fillMarks({ ...around, source: text, scope: inner, include }, syntax).filled;
        return { text: output.text, isPart: told.length > 0 };
      },
    });
    return fillMarks({ ...around, source, scope, include }, syntax);
  }
}

/** A picture as Eleventy's plugins name it: from the project on. */
function fileOf(path: string, { generator }: Site): string {
  const clean = path.replace(/\s/g, "%20");
  const isBare = !/^(?:[a-z][a-z0-9+.-]*:|\/|\.|#)/i.test(clean);
  return isBare && generator !== null && generator !== "hugo" && clean.includes("/") ? `**/${clean}` : clean;
}

/** Looks at each table and list once, however often aliases of YAML name it. */
function holdsMarks(value: unknown, seen = new Set<unknown>()): boolean {
  if (typeof value === "string") return mayHoldMarks(value);
  if ((!Array.isArray(value) && !isTable(value)) || seen.has(value)) return false;
  seen.add(value);
  return Object.values(value).some((one) => holdsMarks(one, seen));
}

function mapTexts(
  value: unknown,
  make: (text: string) => string,
  made = new Map<unknown, unknown>(),
): unknown {
  if (typeof value === "string") return mayHoldMarks(value) ? make(value) : value;
  if (!Array.isArray(value) && !isTable(value)) return value;
  if (!made.has(value)) {
    const result = Array.isArray(value)
      ? value.map((one) => mapTexts(one, make, made))
      : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapTexts(one, make, made)]));
    made.set(value, result);
  }
  return made.get(value);
}
