import { Option } from "commander";
import type { EpochSeconds } from "../../article/values.ts";
import type { MediaChoice } from "../../migrate/media/media-address.ts";
import type { CommandLine } from "../flags/flags.ts";
import { commandLine, instant, originUrl } from "../flags/flags.ts";
import type { Setting } from "../flags/setting.ts";
import { givenPath, typedCommand } from "../flags/setting.ts";

/** What `import` is told, beside the source. */
export interface ImportFlags {
  readonly into?: string;
  readonly since?: EpochSeconds;
  readonly as: "markdown" | "html";
  readonly media: MediaChoice | false;
  readonly site?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** The command line of `import`. */
export function importLine(setting: Setting): CommandLine {
  const line = commandLine(
    "import",
    "Brings the articles of another system into a content folder: an export of WordPress (WXR), Ghost (JSON) or Blogger (Atom), or any feed with its pages.",
    setting,
  );
  const typed = typedCommand("import", setting);
  line.command
    .argument("<source>", "an export or a feed: a file, or the address of a feed")
    .addOption(
      new Option("--into <dir>", "content folder; nothing of yours in it is overwritten").argParser(
        (path: string) => givenPath(path, "import", setting),
      ),
    )
    .option("--since <date>", "only what was published or changed since, such as 2024-05-01", instant)
    .addOption(
      new Option("--as <form>", "markdown where it says the same, or html always")
        .choices(["markdown", "html"])
        .default("markdown"),
    )
    .addOption(
      new Option("--media <which>", "fetch the media of the old site, or all that articles show")
        .choices(["site", "all"])
        .default("site"),
    )
    .option("--no-media", "fetch no media; a later import can")
    .option("--site <url>", "address of the old site, which exports of Ghost do not name", originUrl)
    .option("--dry-run", "show what would happen, and write nothing")
    .option("--json", "print the report as JSON")
    .addHelpText(
      "after",
      `
Examples:
  ${typed} wordpress.xml --into content
  ${typed} ghost.json --into content --site https://old.example
  ${typed} https://old.example/feed/ --into content --since 2024-01-01`,
    );
  return line;
}
