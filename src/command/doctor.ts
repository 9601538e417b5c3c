import { visible } from "../doctor/checks/visible.ts";
import { examine } from "../doctor/examine.ts";
import { openNetwork } from "../doctor/visit/ask.ts";
import { meet } from "../doctor/visit/meet.ts";
import { commandLine, EXIT, parseFlags, webUrl } from "./flags/flags.ts";
import type { Setting } from "./flags/setting.ts";
import { givenPath } from "./flags/setting.ts";
import { knownFeeds } from "./known-feeds.ts";
import type { DoctorReport } from "./reports/json-reports.ts";
import { plural, problemLines } from "./reports/report.ts";

/** `doctor URL [--json]`: meets a site as its readers do. Exit code 1: they trip over an error. */
export async function runDoctor(args: readonly string[], setting: Setting): Promise<number> {
  const line = commandLine(
    "doctor",
    "Checks a live site as feed readers see it, and reports what they trip over.",
    setting,
  );
  const path = (file: string) => givenPath(file, "doctor", setting);
  line.command
    .argument("<url>", "a page that links to feeds, or a feed", webUrl)
    .option("--adopted <file>", "adopted.toml: check the feeds that the old site had, too", path)
    .option("--json", "print the findings as JSON");
  const { json = false, adopted } = parseFlags<{ readonly json?: boolean; readonly adopted?: string }>(
    line,
    args,
  );
  const known = adopted === undefined ? [] : knownFeeds(adopted, line);
  const visit = await meet(webUrl(line.command.args[0] ?? ""), openNetwork(), known);
  const feeds = [...visit.feeds, ...visit.oldFeeds].map(({ url }) => visible(url));
  const report: DoctorReport = { url: visit.url, feeds, findings: examine(visit) };
  const lines = json ? [JSON.stringify(report)] : linesOf(report);
  process.stdout.write(`${lines.join("\n")}\n`);
  return report.findings.some(({ severity }) => severity === "error") ? EXIT.refused : EXIT.done;
}

function linesOf({ url, feeds, findings }: DoctorReport): string[] {
  const problems = findings.map((finding) => ({
    file: finding.url,
    line: null,
    severity: finding.severity,
    message: `${finding.what}. ${finding.fix}`,
  }));
  const met = feeds.length === 0 ? url : `${url} and ${plural(feeds.length, "feed")}`;
  return [
    ...problemLines(problems, process.stdout),
    findings.length === 0 ? `Checked ${met}: nothing to fix.` : `Checked ${met}.`,
  ];
}
