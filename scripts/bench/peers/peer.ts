import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Another generator that bakes the same corpus into the same documents: a page an article, front page, feed of 20. */
export interface Peer {
  readonly name: string;
  /** What to install where it is missing. */
  readonly install: string;
  available(): boolean;
  /** Lays out a project around a corpus. */
  prepare(project: string, corpus: string): void;
  /** What builds it in full. */
  command(project: string): readonly string[];
}

/** What every page of a peer has in its head. */
export const HEAD =
  '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">';

/** Lays files out in a folder, by their paths in it. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Puts the articles of a corpus where a peer looks for them. */
export function copyArticles(corpus: string, project: string): void {
  cpSync(corpus, join(project, "content"), {
    recursive: true,
    filter: (file) => !file.endsWith("site.toml"),
  });
}
