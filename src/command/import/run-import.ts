import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { visible } from "../../article/plain-text.ts";
import { importSite } from "../../migrate/import-site.ts";
import type { Imported } from "../../migrate/imported.ts";
import { openSource } from "../../migrate/open-source.ts";
import { keepHeapSmall } from "../bake/heap.ts";
import { EXIT, parseFlags, refuseUsage } from "../flags/flags.ts";
import type { Setting } from "../flags/setting.ts";
import { givenPath, typedCommand } from "../flags/setting.ts";
import type { ImportReport } from "../reports/json-reports.ts";
import { openProgress } from "../reports/progress.ts";
import { isRefusal } from "../reports/refusal.ts";
import type { ImportFlags } from "./import-flags.ts";
import { importLine } from "./import-flags.ts";
import { importLines } from "./import-lines.ts";
import { fetchSource, openImportNetwork } from "./import-network.ts";
import { openSourceFile } from "./source-file.ts";

/** A smaller source leaves so little behind that nothing is won. */
const LARGE_SOURCE_BYTES = 16 * 1024 * 1024;

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
    const isUrl = /^https?:\/\//i.test(source);
    const network = openImportNetwork({ source: isUrl ? source : null, site: flags.site ?? null });
    progress.stage(isUrl ? "Fetching the feed" : "Reading KiB");
    const document = isUrl
      ? await fetchSource(network, source)
      : openSourceFile(resolve(setting.folder, givenPath(source, "import", setting)), progress.count);
    if (document.sizeBytes > LARGE_SOURCE_BYTES) keepHeapSmall();
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
    const why = reasonOf(cause);
    if (why === null) throw cause;
    process.stderr.write(`${visible(why)}.\n`);
    return EXIT.refused;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** What of a fault a person can do something about; null of one that is ours. */
function reasonOf(cause: unknown): string | null {
  if (isRefusal(cause)) return `Nothing was imported: ${cause.message}`;
  if (!(cause instanceof Error && "syscall" in cause)) return null;
  return `The import stopped: ${cause.message.replace(/^E[A-Z]+: /, "")}; mend that and run it again, it goes on where it was`;
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
