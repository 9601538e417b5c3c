import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runAdopt } from "../../../src/command/adopt/run-adopt.ts";
import type { AdoptReport } from "../../../src/command/reports/json-reports.ts";
import { captured } from "../../command/captured.ts";
import { REPOSITORY } from "../../command/settings.ts";
import { temporaryFolder } from "../../content-folder.ts";

/** A text as a file that a command can be given. */
export function fileOf(text: string, name = "feed.xml"): string {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, text);
  return file;
}

/** Runs `adopt` on a folder of articles. */
export async function adoptHere(content: string, feeds: readonly string[], flags: readonly string[] = []) {
  const state = join(temporaryFolder(), "state");
  const { result, stdout, stderr } = await captured(() =>
    runAdopt([...feeds, "--content", content, "--persist-to", state, ...flags], REPOSITORY),
  );
  return { exitCode: result, stdout, stderr };
}

/** The same, with what it says as JSON. */
export async function adoptReport(
  content: string,
  feeds: readonly string[],
  flags: readonly string[] = [],
): Promise<AdoptReport> {
  const { stdout, stderr } = await adoptHere(content, feeds, ["--json", ...flags]);
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}
