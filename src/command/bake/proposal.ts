import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { visible } from "../../article/plain-text.ts";
import { SETTINGS_FILE } from "../../article/site.ts";
import { openFolder } from "../../folder/open-folder.ts";
import { proposeSettings } from "../../propose/propose-settings.ts";
import { siteToml } from "../../propose/site-toml.ts";
import { EXIT } from "../flags/flags.ts";
import { isRefusal } from "../reports/refusal.ts";
import { lacksSettings } from "./lacks-settings.ts";
import { lookAround } from "./surroundings.ts";

/** What a folder without settings could have in its site.toml; null where it has one, or where nothing tells. */
export function proposalFor(content: string): string | null {
  return lacksSettings(content) ? proposedToml(content) : null;
}

function proposedToml(content: string): string | null {
  const settings = proposeSettings(lookAround(content));
  return settings.length === 0 ? null : siteToml(settings);
}

/** A proposal as a person reads it beside what a bake tells. */
export function proposalLines(toml: string): string[] {
  return [
    `There is no ${SETTINGS_FILE}. The folder tells this much (bake --propose writes it):`,
    ...toml
      .trim()
      .split("\n")
      .map((line) => (line === "" ? "" : `  ${visible(line)}`)),
    "",
  ];
}

/** `bake --propose`: writes the proposed site.toml, unless there is one. Gives the exit code. */
export function writeProposal(content: string): number {
  try {
    openFolder(content, { drafts: false });
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    process.stderr.write(`${visible(cause.message)}.\n`);
    return EXIT.refused;
  }
  const file = join(content, SETTINGS_FILE);
  const toml = proposedToml(content);
  if (toml === null) {
    process.stderr.write(
      `Nothing in ${visible(content)} or above it tells how its site was made; write ${SETTINGS_FILE} with title and url.\n`,
    );
    return EXIT.refused;
  }
  process.stdout.write(`${toml.trim().split("\n").map(visible).join("\n")}\n`);
  const refusal = written(file, toml);
  process.stderr.write(
    refusal === null
      ? `Wrote ${visible(file)}. Look it over, then bake.\n`
      : `${visible(file)} ${refusal}, so nothing was written.\n`,
  );
  return refusal === null ? EXIT.done : EXIT.refused;
}

/** Writes a file that is not there yet; else says why not. */
function written(file: string, text: string): string | null {
  try {
    writeFileSync(file, text, { flag: "wx" });
    return null;
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    return code === "EEXIST" ? "is there already" : `cannot be written (${code})`;
  }
}
