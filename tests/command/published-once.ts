import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { bake } from "../../src/command/bake/bake.ts";
import { contentFolder, temporaryFolder } from "../content-folder.ts";

/** A content folder, and the state folder that it was published into. */
export interface Published {
  readonly content: string;
  readonly persistTo: string;
}

/** Publishes files once for all tests of a file; gives each test folders of its own that are as those were. */
export function publishedOnce(files: Readonly<Record<string, string>>, now: number): () => Published {
  const around = mkdtempSync(join(tmpdir(), "feedwright-"));
  beforeAll(async () => {
    const { content, persistTo } = foldersIn(around);
    await bake({ content: contentFolder(files, content), persistTo, now });
  });
  afterAll(() => rmSync(around, { recursive: true, force: true }));
  return () => {
    const copy = temporaryFolder();
    cpSync(around, copy, { recursive: true, preserveTimestamps: true });
    return foldersIn(copy);
  };
}

function foldersIn(around: string): Published {
  return { content: join(around, "content"), persistTo: join(around, "state") };
}
