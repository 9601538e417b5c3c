import { readFileSync } from "node:fs";
import type { AdoptedFeed } from "../article/adopted.ts";
import { ADOPTED_FILE } from "../article/adopted.ts";
import type { ContentPath } from "../article/values.ts";
import { readAdopted } from "../source/settings/read-adopted.ts";
import { FileProblems } from "../source/text/source-file.ts";
import type { CommandLine } from "./flags/flags.ts";
import { refuseUsage } from "./flags/flags.ts";

/** The feeds of an old site, as a file `adopted.toml` names them. Throws `UsageError`. */
export function knownFeeds(file: string, line: CommandLine): readonly AdoptedFeed[] {
  const problems = new FileProblems(file);
  const bytes = bytesOf(file) ?? refuseUsage(line, `${file} cannot be read; name the adopted.toml of a site`);
  const { feeds } = readAdopted({ path: ADOPTED_FILE as ContentPath, bytes }, problems);
  const [fault] = problems.list;
  if (fault !== undefined) {
    const at = fault.line === null ? "" : `:${fault.line}`;
    refuseUsage(line, `${file}${at}: ${fault.message}`);
  }
  return feeds;
}

function bytesOf(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
