import type { Body } from "../article/references.ts";
import type { ContentPath } from "../article/values.ts";
import { withMathml, withTex } from "./dialects/formulas/formulas.ts";
import { withIdsOfNames } from "./dialects/marks/inline-marks.ts";
import { withHeadingIds } from "./dialects/places/heading-ids.ts";
import { withOwnLinks, withPageLinks } from "./dialects/places/page-links.ts";
import type { DialectHtml } from "./dialects/render-dialect.ts";
import { FEATURES, mayHaveMarks, renderDialect } from "./dialects/render-dialect.ts";
import type { Dialect } from "./dialects/text/dialect.ts";
import { cleanBody } from "./html/clean-body.ts";
import type { ReadHtml } from "./html/read-html.ts";
import { takeHeading } from "./html/take-heading.ts";
import { withoutNestedLinks } from "./html/unnested-links.ts";
import { renderMarkdown } from "./markdown/markdown.ts";
import { markdownFault } from "./markdown/markdown-limits.ts";
import { linesInOrder, tellLost } from "./tell-lost.ts";
import type { LineTable } from "./text/line-table.ts";
import { ReferenceLines } from "./text/reference-lines.ts";
import { FileProblems } from "./text/source-file.ts";

/** A text, and what decides how it is read. */
export interface Prose {
  readonly text: string;
  /** The line of the file that it starts on. */
  readonly line: number;
  /** Title that the front matter gives. */
  readonly title: string | null;
  readonly dialect: Dialect;
  /** The file that it stands in, where its links may name it. */
  readonly path?: ContentPath;
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
  readonly plain: PlainProse | null;
}

/** What it says in plain Markdown, and what makes the difference; null where only the whole reading tells. */
interface PlainProse extends Pick<ProseReading, "title" | "body" | "lede"> {
  readonly madeBy: string | null;
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
  const lineOf = linesInOrder(text, lines);
  for (const one of lost) tellLost(one, lineOf, problems);
  if (isMdx) return readHtml(prose, raw, lines, problems);
  const plainHtml = renderMarkdown(text);
  if (plainHtml === raw.html && raw.before === null) return readPlain(prose, plainHtml, lines, problems);
  const reading = readHtml(prose, raw, lines, problems);
  const { heading, rest } = takeHeading(plainHtml, prose.title);
  const { body, notedLede } = cleanBody(rest, new ReferenceLines(text, prose.line), new FileProblems(""));
  return { ...reading, plain: { title: heading, body, lede: notedLede, madeBy: null } };
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
  return { ...reading, plain: { title: heading, body, lede: notedLede, madeBy: null } };
}

function readHtml(prose: Prose, raw: RawHtml, lines: LineTable, problems: FileProblems): ProseReading {
  const { text, line, title, dialect, path } = prose;
  const tex = (one: string) => withTex(one, raw.formulas);
  const { heading, rest } = takeHeading(raw.html, title, tex);
  const read = cleanBody(rest, new ReferenceLines(text, line), problems);
  const body = linkedBody(read, [heading, title]);
  const before = raw.before === null ? "" : textBefore(raw.before, title);
  const reading = { title: heading, body, text: tex(read.text), lede: tex(before || read.lede) };
  const isPlain = body === read.body && reading.lede === read.notedLede;
  return {
    ...reading,
    plain: isPlain
      ? null
      : { title: heading, body: read.body, lede: read.notedLede, madeBy: dialect.generator ?? "" },
  };

  function linkedBody({ body: nested }: ReadHtml, titles: readonly (string | null)[]): Body {
    const clean = withoutNestedLinks(nested);
    if (!PLACES.test(rest) && raw.formulas.length === 0) return clean;
    const own = path === undefined || dialect.generator === null ? clean : withOwnLinks(clean, path);
    const { body: linked, lost } = withPageLinks(withHeadingIds(own, dialect.generator, tex), titles);
    const lineOf = linesInOrder(text, lines);
    for (const target of new Set(lost.map((one) => one.target))) {
      problems.add(
        "warning",
        lineOf(target),
        `links to "${target}", which is no place in the article, so its text stays without a link; write the id that a heading has, or {#id} behind it`,
      );
    }
    const lineOfFormula = linesInOrder(text, lines);
    return withMathml(linked, raw.formulas, (formula, reason) =>
      problems.add(
        "warning",
        lineOfFormula(formula),
        `has a formula that cannot be read ("${reason}"), so it stays as TeX; correct it`,
      ),
    );
  }
}

/** Headings, links to places in the article, ids: what they need is looked for where one of them may be. */
const PLACES = /<[hH]|<dt|#|\s[iI][dD]=/;

/** What stands before the mark that ends the summary. */
function textBefore(html: string, title: string | null): string {
  const withoutNotes = html.replace(/<sup><a href="#user-content-fn[^>]*>[^<]*<\/a><\/sup>/g, "");
  const { rest } = takeHeading(withoutNotes, title);
  return cleanBody(rest, new ReferenceLines("", 1), new FileProblems("")).text.replaceAll("\n", " ");
}
