import type { Body } from "../article/references.ts";
import { cleanBody } from "./clean-body.ts";
import type { Dialect } from "./dialects/dialect.ts";
import { withMathml, withTex } from "./dialects/formulas.ts";
import { withHeadingIds } from "./dialects/heading-ids.ts";
import { withIdsOfNames } from "./dialects/inline-marks.ts";
import { withPageLinks } from "./dialects/page-links.ts";
import type { DialectHtml } from "./dialects/render-dialect.ts";
import { FEATURES, mayHaveMarks, renderDialect } from "./dialects/render-dialect.ts";
import type { LineTable } from "./line-table.ts";
import { renderMarkdown } from "./markdown.ts";
import { markdownFault } from "./markdown-limits.ts";
import type { ReadHtml } from "./read-html.ts";
import { ReferenceLines } from "./reference-lines.ts";
import { FileProblems } from "./source-file.ts";
import { takeHeading } from "./take-heading.ts";

/** A text, and what decides how it is read. */
export interface Prose {
  readonly text: string;
  /** The line of the file that it starts on. */
  readonly line: number;
  /** Title that the front matter gives. */
  readonly title: string | null;
  readonly dialect: Dialect;
}

/** What a text says. */
export interface ProseReading {
  /** A first heading that is the title. */
  readonly title: string | null;
  readonly body: Body;
  readonly text: string;
  /** What its summary is cut from. */
  readonly lede: string;
  /** The same of the text in plain Markdown, where that says something else. */
  readonly plain: { readonly title: string | null; readonly body: Body; readonly lede: string } | null;
}

/** HTML before it is cleaned, with what a dialect took out of it. */
type RawHtml = Omit<DialectHtml, "lost">;

/** Reads a Markdown text in its dialect. Null where that is told of as an error. */
export function readProse(
  prose: Prose,
  isMdx: boolean,
  lines: LineTable,
  problems: FileProblems,
): ProseReading | null {
  const { text, dialect } = prose;
  if (!isMdx && !mayHaveMarks(text, dialect)) return readPlain(prose, renderMarkdown(text), lines, problems);
  let isBroken = false;
  const { lost, ...raw } = renderDialect(text, dialect, isMdx, (markdown) => {
    const fault = markdownFault(markdown);
    if (fault === null) return renderMarkdown(markdown, FEATURES);
    isBroken = true;
    problems.add("error", null, fault.message);
    return "";
  });
  if (isBroken) return null;
  for (const one of lost) tellLost(one, text, lines, problems);
  if (isMdx) return readHtml(prose, raw, lines, problems);
  const plainHtml = renderMarkdown(text);
  if (plainHtml === raw.html && raw.before === null) return readPlain(prose, plainHtml, lines, problems);
  const reading = readHtml(prose, raw, lines, problems);
  const { heading, rest } = takeHeading(plainHtml, prose.title);
  const { body, notedLede } = cleanBody(rest, new ReferenceLines(text, prose.line), new FileProblems(""));
  return { ...reading, plain: { title: heading, body, lede: notedLede } };
}

/** Reads HTML that has nothing of a dialect but its headings and its links to them. */
export function readPlain(
  prose: Prose,
  html: string,
  lines: LineTable,
  problems: FileProblems,
): ProseReading {
  const identified = withIdsOfNames(html);
  const reading = readHtml(prose, { html: identified, before: null, formulas: [] }, lines, problems);
  if (identified === html) return reading;
  const { heading, rest } = takeHeading(html, prose.title);
  const { body, notedLede } = cleanBody(
    rest,
    new ReferenceLines(prose.text, prose.line),
    new FileProblems(""),
  );
  return { ...reading, plain: { title: heading, body, lede: notedLede } };
}

function readHtml(prose: Prose, raw: RawHtml, lines: LineTable, problems: FileProblems): ProseReading {
  const { text, line, title, dialect } = prose;
  const tex = (one: string) => withTex(one, raw.formulas);
  const { heading, rest } = takeHeading(raw.html, title, tex);
  const read = cleanBody(rest, new ReferenceLines(text, line), problems);
  const body = linkedBody(read, [heading, title]);
  const before = raw.before === null ? "" : textBefore(raw.before, title);
  const reading = { title: heading, body, text: tex(read.text), lede: tex(before || read.lede) };
  const isPlain = body === read.body && reading.lede === read.notedLede;
  return { ...reading, plain: isPlain ? null : { title: heading, body: read.body, lede: read.notedLede } };

  function linkedBody({ body: clean }: ReadHtml, titles: readonly (string | null)[]): Body {
    if (!clean.some(isHeadingOrPageLink) && raw.formulas.length === 0) return clean;
    const { body: linked, lost } = withPageLinks(withHeadingIds(clean, dialect.generator, tex), titles);
    for (const target of new Set(lost.map((one) => one.target))) {
      problems.add(
        "warning",
        lineOf(target, text, lines),
        `links to ${target}, which is no place in the article, so its text stays without a link; write the id of a heading, or {#${target.slice(1)}} behind one`,
      );
    }
    return withMathml(linked, raw.formulas, (formula, reason) =>
      problems.add(
        "warning",
        lineOf(formula, text, lines),
        `has a formula that cannot be read (${reason}), so it stays as TeX; correct it`,
      ),
    );
  }
}

function isHeadingOrPageLink(piece: Body[number]): boolean {
  return typeof piece === "string" ? /<h[1-6][ >]| id="text"/.test(piece) : piece.target.startsWith("#");
}

/** What stands before the mark that ends the summary. */
function textBefore(html: string, title: string | null): string {
  const withoutNotes = html.replace(/<sup><a href="#user-content-fn[^>]*>[^<]*<\/a><\/sup>/g, "");
  const { rest } = takeHeading(withoutNotes, title);
  return cleanBody(rest, new ReferenceLines("", 1), new FileProblems("")).text.replaceAll("\n", " ");
}

function tellLost(mark: string, text: string, lines: LineTable, problems: FileProblems): void {
  const start = mark.replace(/[>}]$/, "");
  const line = lineOf(start, text, lines);
  problems.add(
    "warning",
    line,
    mark.startsWith("<")
      ? `contains the component ${mark}, of which only the inside can be shown; write in Markdown what it stands for`
      : `contains ${mark}, which only a program can work out, so it was left out; write what it stands for`,
  );
}

function lineOf(written: string, text: string, lines: LineTable): number | null {
  const at = text.indexOf(written);
  return at === -1 ? null : lines.lineOf(at);
}
