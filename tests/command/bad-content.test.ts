import { describe, expect, test } from "vitest";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { runHere } from "./run-here.ts";

async function bake(files: Readonly<Record<string, string>>, ...flags: readonly string[]) {
  const folder = contentFolder(files);
  const state = temporaryFolder();
  const shared = ["--content", folder, "--persist-to", state, "--dry-run", "--json"];
  const run = await runHere("bake", [...shared, ...flags]);
  return { exitCode: run.exitCode, report: JSON.parse(run.stdout), stderr: run.stderr };
}

const files = {
  "site.toml": SITE_TOML,
  "good.md": "---\ndate: 2025-01-01\nlayout: post\n---\nText.",
  "bad.md": "---\ndate: soon\n---\nText.",
};

describe("bad content", () => {
  test("stops the bake with exit code 1, each problem told with its place, and their count", async () => {
    const { exitCode, report, stderr } = await bake(files);
    expect(exitCode).toBe(1);
    expect(report.problems).toMatchObject([{ file: "bad.md", line: 2, severity: "error" }]);
    expect(stderr).toContain("bad.md:2: error:");
    expect(stderr).toContain("1 error");
  });

  test("is left out with --skip-invalid, and reported all the same", async () => {
    const { exitCode, report } = await bake(files, "--skip-invalid");
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({ articles: 1, problems: [{ file: "bad.md", severity: "error" }] });
  });

  test("in site.toml stops the bake even then: it concerns every article", async () => {
    const { exitCode, report } = await bake(
      { ...files, "site.toml": 'urll = "https://quay.example"' },
      "--skip-invalid",
    );
    expect(exitCode).toBe(1);
    expect(report.problems).toContainEqual({
      file: "site.toml",
      line: 1,
      severity: "error",
      message: expect.stringContaining('did you mean "url"?'),
    });
  });

  test("what means nothing here is told with --verbose only", async () => {
    const { report } = await bake(files, "--skip-invalid", "--verbose");
    expect(report.problems).toContainEqual({
      file: "good.md",
      line: 3,
      severity: "notice",
      message: expect.stringContaining('"layout" means nothing here'),
    });
  });
});
