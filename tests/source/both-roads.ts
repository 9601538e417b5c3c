import { readSanitized, readUnchecked } from "../../src/source/html/clean-body.ts";
import { ReferenceLines } from "../../src/source/text/reference-lines.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

/** HTML read as it is (null where it cannot be) and through the sanitizer, with what is reported then. */
export function bothRoads(html: string) {
  const problems = new FileProblems("a.md");
  return {
    cheap: readUnchecked(html, new ReferenceLines(html, 1)),
    long: readSanitized(html, new ReferenceLines(html, 1), problems),
    problems: problems.list,
  };
}
