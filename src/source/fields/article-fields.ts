import type { Site } from "../../article/site.ts";
import { isDialectField } from "../dialects/text/dialect.ts";
import { lineOfField } from "../formats/field-lines.ts";
import type { SplitText } from "../formats/front-matter.ts";
import { parseFrontMatter } from "../formats/front-matter.ts";
import { unclosedFrontMatter, unopenedFrontMatter } from "../formats/unclosed-front-matter.ts";
import type { ArticleTemplates } from "../templates/article-templates.ts";
import type { FileProblems } from "../text/source-file.ts";
import { excessOf } from "../values/field-limits.ts";
import * as read from "../values/field-values.ts";
import { nearNameOf } from "../values/near-name.ts";
import { dateMeant, isForeign, mayMeanOther, withoutLinks } from "./foreign-fields.ts";
import type { FieldNote } from "./generator-fields.ts";
import { askedPattern, askedSlugPath, plainFields } from "./generator-fields.ts";
import { KNOWN_FIELDS, LOOSE_FIELDS, SHOW_FIELDS } from "./known-fields.ts";
import { mappedFields } from "./mapped-fields.ts";
import type { ArticleFields, Mutable } from "./told-fields.ts";

/** What front matter said, and what of it means nothing here. */
export interface ReadFields {
  readonly fields: Partial<ArticleFields>;
  readonly extra: Readonly<Record<string, unknown>>;
}

const nearField = nearNameOf([...KNOWN_FIELDS.keys()]);

/** Fields without a meaning that are told one by one. */
const MAX_STRANGERS = 100;

/** The settings that fields are read with. */
type FieldSettings = Pick<Site, "timezone" | "podcast"> &
  Partial<Pick<Site, "generator">> & {
    readonly habits?: Pick<Site["habits"], "fields">;
    /** The fields that count; all where it is left out. */
    readonly only?: ReadonlySet<keyof ArticleFields>;
  };

/** Reads front matter. What cannot be read is reported with its line, and left out. */
export function readArticleFields(
  split: SplitText,
  { timezone, podcast, generator = null, habits = { fields: [] }, only }: FieldSettings,
  problems: FileProblems,
  templates: Pick<ArticleTemplates, "fillFields"> | null = null,
): ReadFields {
  const written = parseFrontMatter(split, problems);
  if (split.format === null) {
    const unclosed = unclosedFrontMatter(split.body, (name) => KNOWN_FIELDS.has(name));
    if (unclosed !== null) problems.add("error", unclosed.line, unclosed.message);
    const unopened = unopenedFrontMatter(split.body, (name) => KNOWN_FIELDS.has(name));
    if (unopened !== null) problems.add("warning", unopened.line, unopened.message);
  }
  if (written === null) return { fields: {}, extra: {} };
  const lineOf = (name: string) => lineOfField(split, name);
  const warn = (line: number | null, message: string) => problems.add("warning", line, message);
  const raw = templates?.fillFields(written, lineOf, warn) ?? written;
  const fields: Partial<Mutable<ArticleFields>> = {};
  const extra: Record<string, unknown> = {};
  const ranks = new Map<string, number>();
  const pattern = askedPattern(raw, generator);
  if (pattern !== null) fields.pattern = pattern;
  const note = (line: FieldNote) => problems.add("notice", lineOfField(split, line.name), line.message);
  const given = mappedFields(raw, habits.fields);
  const slugPath = askedSlugPath(raw, generator);
  if (slugPath !== null) fields.slugPath = slugPath.path;
  if (slugPath?.slug) fields.slug = slugPath.slug;
  const asked = new Set([
    ...(pattern === null ? [] : [generator === "jekyll" ? "permalink" : "url"]),
    ...(slugPath === null ? [] : ["slug"]),
  ]);
  for (const { name, written, value: found } of plainFields(given, note, asked)) {
    const isOthers = name === written && isForeign(name, generator);
    const known = isOthers ? undefined : KNOWN_FIELDS.get(name);
    if (only && (known === undefined || !only.has(known.key))) continue;
    const meant = dateMeant(known?.key, found, generator);
    const value = meant ?? found;
    if (meant !== null)
      warn(
        lineOf(written),
        `"${written}" is ${read.shown(found)}, a day that its month does not have; ${meant} is taken for it, as ${generator} does: write that`,
      );
    const excess = known && excessOf(known.key, value);
    if (excess) {
      problems.add("error", lineOfField(split, written), `"${written}" ${excess}`);
      continue;
    }
    const isFirst = known !== undefined && known.rank < (ranks.get(known.key) ?? Infinity);
    const taken = known?.take(isFirst ? fields : {}, value, timezone) ?? false;
    const isStranger = !taken && known !== undefined && isLoose(known.key, podcast);
    if (known === undefined || isStranger) {
      Object.defineProperty(extra, name, { value, enumerable: true, configurable: true });
    } else if (taken) {
      if (isFirst && known.key === "published") {
        const [wall, day] = [read.wall(value), read.day(value)];
        if (wall === null) delete fields.wall;
        else fields.wall = wall;
        if (day === null) delete fields.day;
        else fields.day = day;
      }
      ranks.set(known.key, Math.min(known.rank, ranks.get(known.key) ?? Infinity));
    } else {
      const line = lineOfField(split, written);
      const isIgnored = mayMeanOther(known.key, value, generator);
      const said = `"${written}" is ${read.shown(value)}${isIgnored ? ", so it is ignored" : ""}; ${known.fix(value)}`;
      problems.add(isIgnored ? "warning" : "error", line, said);
    }
  }
  if (generator !== null && fields.authors) fields.authors = fields.authors.map(withoutLinks);
  const strangers = Object.entries(extra).filter(([name]) => !isDialectField(name));
  for (const [name, value] of strangers.slice(0, MAX_STRANGERS)) {
    const line = lineOfField(split, name);
    const meant = meantBy(name, value, timezone, fields);
    if (meant === null) problems.addAside(line, `"${name}" means nothing here, and changes nothing`);
    else problems.add("warning", line, `"${name}" is not a field; did you mean "${meant}"?`);
  }
  if (strangers.length > MAX_STRANGERS) {
    const more = (strangers.length - MAX_STRANGERS).toLocaleString("en");
    problems.addAside(null, `${more} more fields mean nothing here, and change nothing`);
  }
  return { fields, extra };
}

/** Whether another value than ours means that the field is somebody else's. */
function isLoose(key: keyof ArticleFields, podcast: Site["podcast"]): boolean {
  return LOOSE_FIELDS.has(key) || (podcast === null && SHOW_FIELDS.has(key));
}

/** The field that a name with a typing error means: one that is not there yet, and that takes the value. */
function meantBy(name: string, value: unknown, zone: string, given: Partial<ArticleFields>): string | null {
  if (KNOWN_FIELDS.has(name)) return null;
  const near = nearField(name);
  const field = near === null ? undefined : KNOWN_FIELDS.get(near);
  if (field === undefined || given[field.key] !== undefined) return null;
  return field.take({}, value, zone) ? near : null;
}
