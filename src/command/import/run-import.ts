import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Option } from "commander";
import type { EpochSeconds } from "../../article/values.ts";
import { importSite } from "../../migrate/import-site.ts";
import type { Imported } from "../../migrate/imported.ts";
import type { MediaChoice } from "../../migrate/media/media-address.ts";
import { openSource } from "../../migrate/open-source.ts";
import type { CommandLine } from "../flags.ts";
import { commandLine, EXIT, instant, originUrl, parseFlags, refuseUsage } from "../flags.ts";
import { keepHeapSmall } from "../heap.ts";
import type { ImportReport } from "../json-reports.ts";
import { openProgress } from "../progress.ts";
import { isRefusal } from "../refusal.ts";
import type { Setting } from "../setting.ts";
import { givenPath, typedCommand } from "../setting.ts";
import { importLines } from "./import-lines.ts";
import { fetchSource, openImportNetwork } from "./import-network.ts";
import { openSourceFile } from "./source-file.ts";

/** What `import` is told, beside the source. */
interface ImportFlags {
  readonly into?: string;
  readonly since?: EpochSeconds;
  readonly as: "markdown" | "html";
  readonly media: MediaChoice | false;
  readonly site?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `import SOURCE --into DIR [flags]`: brings a site along. Exit code 1: something was left out or refused. */
export async function runImport(args: readonly string[], setting: Setting): Promise<number> {
  const line = importLine(setting);
  const flags = parseFlags<ImportFlags>(line, args);
  const [source] = line.command.args;
  if (source === undefined)
    refuseUsage(
      line,
      `name an export or a feed: ${typedCommand("import", setting)} export.xml --into content`,
    );
  if (flags.into === undefined)
    refuseUsage(line, `name the folder that the articles go into: --into content`);
  const progress = openProgress(process.stderr, () => performance.now());
  const temporary = mkdtempSync(join(tmpdir(), "feedwright-import-"));
  try {
    keepHeapSmall();
    const isUrl = /^https?:\/\//i.test(source);
    const network = openImportNetwork({ source: isUrl ? source : null, site: flags.site ?? null });
    progress.stage(isUrl ? "Fetching the feed" : "Reading KiB");
    const document = isUrl
      ? await fetchSource(network, source)
      : openSourceFile(resolve(setting.folder, givenPath(source, "import", setting)), progress.count);
    const opened = await openSource(document, {
      fetchDocument: network.fetchDocument,
      siteUrl: flags.site ?? null,
    });
    const into = resolve(setting.folder, flags.into);
    const imported = await importSite(
      opened,
      {
        into,
        temporary,
        since: flags.since ?? null,
        form: flags.as === "html" ? "html" : "md",
        media: flags.media === false ? "none" : flags.media,
        dryRun: flags.dryRun ?? false,
        now: Math.floor(Date.now() / 1000),
      },
      { fetchFile: network.fetchFile, stage: progress.stage, count: progress.count },
    );
    progress.end();
    const report = reportOf(imported);
    const lines = flags.json
      ? [JSON.stringify(report)]
      : importLines(report, flags.into, { dryRun: flags.dryRun ?? false });
    process.stdout.write(`${lines.join("\n")}\n`);
    return report.problems.some(({ severity }) => severity === "error") ? EXIT.refused : EXIT.done;
  } catch (cause) {
    progress.end();
    if (!isRefusal(cause)) throw cause;
    process.stderr.write(`Nothing was imported: ${cause.message}.\n`);
    return EXIT.refused;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function importLine(setting: Setting): CommandLine {
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

function reportOf(imported: Imported): ImportReport {
  const { source, posts, pages, drafts, scheduled, asHtml, older, written, settings, media, problems } =
    imported;
  return {
    source,
    posts,
    pages,
    drafts,
    scheduled,
    asHtml,
    older,
    files: written,
    settings,
    media: { ...media, elsewhere: Object.fromEntries(imported.elsewhere) },
    leftOut: Object.fromEntries(imported.leftOut),
    problems,
  };
}
