import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runImport } from "../../src/command/import/run-import.ts";
import type { ImportReport } from "../../src/command/reports/json-reports.ts";
import type { ParsedArticle } from "../../src/source/parse-article.ts";
import { isArticlePath, parseArticle } from "../../src/source/parse-article.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { captured } from "../command/captured.ts";
import { REPOSITORY } from "../command/settings.ts";
import { temporaryFolder } from "../content-folder.ts";

/** A folder after an import, and what the import said. */
export interface ImportedFolder {
  readonly into: string;
  readonly exitCode: number;
  readonly report: ImportReport;
}

/** Imports a text as a file, or what an address gives. */
export async function importHere(
  source: string | Uint8Array,
  { into = temporaryFolder(), flags = [] as readonly string[], name = "export.xml" } = {},
): Promise<ImportedFolder> {
  const isUrl = typeof source === "string" && /^https?:\/\//.test(source);
  const file = isUrl ? source : join(temporaryFolder(), name);
  if (!isUrl) writeFileSync(file, source);
  const { result, stdout, stderr } = await captured(() =>
    runImport([file, "--into", into, "--json", ...flags], REPOSITORY),
  );
  if (stdout === "") throw new Error(stderr);
  return { into, exitCode: result, report: JSON.parse(stdout) };
}

/** The files of a folder, but for hidden ones, in their order. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: "utf8" })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();
}

export function textIn(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

/** The text of a file below its front matter. */
export function bodyIn(folder: string, path: string): string {
  return textIn(folder, path)
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .trim();
}

/** Every article of a folder as a bake reads it, by path. */
export function articlesIn(folder: string): ReadonlyMap<string, ParsedArticle> {
  const settings = { path: "site.toml" as never, bytes: readFileSync(join(folder, "site.toml")) };
  const site = readSiteSettings(settings, "x", new FileProblems("site.toml"));
  return new Map(
    filesIn(folder)
      .filter(isArticlePath)
      .map((path) => [
        path,
        parseArticle({ path: path as never, bytes: readFileSync(join(folder, path)) }, site),
      ]),
  );
}
