import { visible } from "../../article/plain-text.ts";
import type { Problem } from "../../article/problem.ts";
import type { ImportedFile, ImportReport } from "../reports/json-reports.ts";
import { plural, problemLines } from "../reports/report.ts";

/** Problems of one kind that are told one by one. */
const MOST_ALIKE = 5;

/** What an import came to, as people read it. */
export function importLines(
  report: ImportReport,
  into: string,
  { dryRun }: { readonly dryRun: boolean },
): string[] {
  const { posts, pages, drafts, scheduled, older, asHtml, media, leftOut, settings, source } = report;
  const parts = [
    ...(drafts > 0 ? [`${plural(drafts, "draft")}`] : []),
    ...(scheduled > 0 ? [`${scheduled.toLocaleString("en")} scheduled`] : []),
  ];
  const among = parts.length > 0 ? ` (${parts.join(" and ")} among them)` : "";
  const left = Object.entries(leftOut).map(([name, count]) => `${count.toLocaleString("en")} × ${name}`);
  const elsewhere = Object.entries(media.elsewhere);
  return [
    ...problemLines(grouped(report.problems), process.stdout),
    `${source}: ${plural(posts, "post")} and ${plural(pages, "page")}${among}.`,
    fileLine(report, into, dryRun),
    ...(asHtml > 0
      ? [`${plural(asHtml, "article")} in HTML, since Markdown would not have said the same.`]
      : []),
    ...(older > 0 ? [`Left out ${plural(older, "post")} from before --since.`] : []),
    ...(media.wanted > 0
      ? [
          dryRun
            ? `${plural(media.wanted - media.kept, "media file")} to fetch.`
            : `Media: fetched ${media.fetched.toLocaleString("en")}, had ${media.kept.toLocaleString("en")}, missing ${media.gone.length.toLocaleString("en")}.`,
        ]
      : []),
    ...(elsewhere.length > 0
      ? [
          `Media that stay where they are: ${elsewhere.map(([host, count]) => `${count.toLocaleString("en")} at ${host}`).join(", ")}.`,
        ]
      : []),
    ...(left.length > 0 ? [`Left out: ${left.join(", ")}.`] : []),
    ...(settings === "kept" ? ["site.toml was there already and stays as it is."] : []),
  ].map(visible);
}

function fileLine({ files }: ImportReport, into: string, dryRun: boolean): string {
  const words: Readonly<Record<ImportedFile, string>> = {
    new: "new",
    updated: "updated",
    kept: "unchanged",
    edited: "edited by you and left alone",
    removed: "removed by you and left out",
    taken: "in the way of files of yours",
  };
  const told = Object.entries(files)
    .filter(([, count]) => count > 0)
    .map(([became, count]) => `${count.toLocaleString("en")} ${words[became as ImportedFile]}`);
  return `${dryRun ? "Would write" : "Wrote"} articles into ${into}: ${told.join(", ") || "none"}.`;
}

/** The many alike in one line. */
function grouped(problems: readonly Problem[]): Problem[] {
  const byMessage = new Map<string, Problem[]>();
  for (const problem of problems) {
    const kind = problem.message.replace(/https?:\/\/\S+/g, "");
    const alike = byMessage.get(kind);
    if (alike) alike.push(problem);
    else byMessage.set(kind, [problem]);
  }
  return [...byMessage.values()].flatMap((alike) => {
    const [first] = alike;
    const more = alike.length - MOST_ALIKE;
    if (first === undefined || more < 2) return alike;
    const rest = {
      ...first,
      file: `${more.toLocaleString("en")} more`,
      message: first.message.replace(/https?:\/\/\S+/g, "…"),
    };
    return [...alike.slice(0, MOST_ALIKE), rest];
  });
}
