import { describe, expect, test } from "vitest";
import { contentFolder, newswireText, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { runScript } from "../served-site.ts";

const FILES = 2000;

/** A newswire file as one of several desks saves it: encodings, line ends and faults in turn. */
function newswireFile(index: number): Uint8Array {
  const text = `\n\nCafé ${index} opens\n${newswireText({ paragraphs: 12 }).trim()}`;
  const lines =
    index % 3 === 0 ? text.replaceAll("\n", "\r\n") : index % 3 === 1 ? text.replaceAll("\n", "\r") : text;
  if (index % 500 === 499) return new Uint8Array();
  if (index % 4 === 1) return Buffer.from(lines, "latin1");
  return Buffer.from(index % 4 === 2 ? `\ufeff${lines}` : lines, "utf8");
}

describe("a folder of 2,000 newswire files", () => {
  test("with mixed encodings and line ends bakes with one report", async () => {
    const files = Object.fromEntries(
      Array.from({ length: FILES }, (_, index) => [
        `desk-${index % 7}/report-${index}.txt`,
        newswireFile(index),
      ]),
    );
    const folder = contentFolder({ "site.toml": SITE_TOML, ...files });
    const state = temporaryFolder();
    const flags = [
      "--content",
      folder,
      "--persist-to",
      state,
      "--now",
      "2025-07-01T18:00:00Z",
      "--dry-run",
      "--json",
    ];

    const refused = await runScript("bake", ...flags);
    expect(refused.exitCode).toBe(1);
    const { exitCode, stdout } = await runScript("bake", ...flags, "--skip-invalid");
    expect(exitCode).toBe(0);
    const report = JSON.parse(stdout);
    const counts = (severity: string) =>
      report.problems.filter((problem: { severity: string }) => problem.severity === severity).length;
    expect(report.articles).toBe(FILES - 4);
    expect(counts("error")).toBe(4);
    expect(counts("warning")).toBe(FILES / 4);
    const order = report.problems.map(({ file, line }: { file: string; line: number | null }) => [
      file,
      line ?? 0,
    ]);
    expect(order).toEqual([...order].sort((a, b) => (a[0] === b[0] ? a[1] - b[1] : a[0] < b[0] ? -1 : 1)));
  });
});
