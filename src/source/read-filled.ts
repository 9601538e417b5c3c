import type { Body } from "../article/references.ts";
import type { BodyText, FormatReading, Reader } from "./readers.ts";
import type { ArticleTemplates } from "./templates/article-templates.ts";
import type { TextKind } from "./templates/write/mark-place.ts";
import { extensionOf } from "./text/article-path.ts";
import { FileProblems, type SourceFile } from "./text/source-file.ts";

const KINDS: Readonly<Record<string, TextKind>> = { txt: "plain", html: "html", htm: "html" };

interface Around {
  readonly file: SourceFile;
  readonly templates: ArticleTemplates;
  readonly problems: FileProblems;
}

/** Reads a body once its marks are filled. Lines are those of the file. */
export function readFilled(
  reader: Reader,
  body: BodyText,
  { file, templates, problems }: Around,
): FormatReading | null {
  // Braces of MDX are its own.
  if (extensionOf(file.path) === "mdx") return reader(body, problems);
  const kind = KINDS[extensionOf(file.path)] ?? "markdown";
  const { text, lineOf } = templates.fillBody({ ...body, kind }, (line, message) =>
    problems.add("warning", line, message),
  );
  if (text === body.text) return reader(body, problems);
  const own = new FileProblems(file.path);
  const reading = reader({ ...body, text }, own);
  const lineOfFile = (line: number | null) => (line === null ? null : lineOf(line));
  for (const { severity, line, message, column } of own.list)
    problems.add(severity, lineOfFile(line), message, column);
  if (reading === null) return null;
  const { dateline } = reading;
  return {
    ...reading,
    body: reading.body.map((piece) =>
      typeof piece === "string" ? piece : { ...piece, line: lineOf(piece.line) },
    ) satisfies Body,
    dateline: dateline && { ...dateline, line: lineOf(dateline.line) },
  };
}
