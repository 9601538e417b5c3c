import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contentFolder, newswireText, SITE_TOML, temporaryFolder } from "../../content-folder.ts";
import { readsOnly, runHere } from "../run-here.ts";

const NOW = "2025-07-01T18:00:00Z";

/** Bakes with `--json`; gives the exit code and the report. */
async function bake(content: string, persistTo: string, ...flags: readonly string[]) {
  const finished = await runHere("bake", [
    "--content",
    content,
    "--persist-to",
    persistTo,
    "--json",
    ...flags,
  ]);
  return { ...finished, report: JSON.parse(finished.stdout) };
}

describe("npm run bake", () => {
  test("publishes a folder of one newswire text without site.toml, and says that defaults apply", async () => {
    const content = contentFolder({ "000_1.txt": newswireText() });
    const { exitCode, report, stderr } = await bake(
      content,
      temporaryFolder(),
      "--url",
      "https://quay.example",
      "--now",
      NOW,
    );
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({ articles: 1, plan: { keep: 0, delete: 0 }, refusal: null });
    expect(report.plan.put).toBeGreaterThanOrEqual(report.documents);
    expect(report.problems).toEqual([
      {
        file: "site.toml",
        line: null,
        severity: "notice",
        message: expect.stringContaining("defaults apply"),
      },
      {
        file: "site.toml",
        line: null,
        severity: "notice",
        message: expect.stringContaining('add authority = "quay.example,2025"'),
      },
    ]);
    expect(Object.keys(report.timingsMs)).toEqual([
      "read",
      "parse",
      "pictures",
      "render",
      "compress",
      "plan",
      "publish",
      "total",
    ]);
    expect(stderr).toContain("Baked 1 article");
  });

  test("a dry run does all the work and leaves no trace", async () => {
    const content = contentFolder({ "site.toml": SITE_TOML, "a.txt": newswireText() });
    const persistTo = join(temporaryFolder(), "state");
    const { report } = await bake(content, persistTo, "--dry-run", "--now", NOW);
    expect(report).toMatchObject({ articles: 1, plan: { keep: 0 }, refusal: null });
    expect(report.plan.put).toBeGreaterThan(20);
    expect(existsSync(persistTo)).toBe(false);
  });

  test("a second bake a day later writes nothing, nor does one with --full", async () => {
    const content = contentFolder({
      "site.toml": SITE_TOML,
      "a.txt": newswireText(),
      "b.md": "# Tea\n\nRain.\n",
    });
    const persistTo = temporaryFolder();
    const first = await bake(content, persistTo, "--now", NOW);
    const second = await bake(content, persistTo, "--now", "2025-07-02T18:00:00Z");
    expect(second.report.plan).toEqual({ put: 0, keep: first.report.documents, delete: 0, left: 0 });
    const full = await bake(content, persistTo, "--now", "2025-07-03T18:00:00Z", "--full");
    expect(full.report.plan).toEqual(second.report.plan);
  });

  test("reports every problem of a run, writes nothing and exits 1", async () => {
    const content = contentFolder({
      "site.toml": SITE_TOML,
      "bad.md": "---\ndate: yesterday\ndraft: perhaps\n---\nText.\n",
      "empty.txt": "",
      "good.txt": newswireText(),
    });
    const persistTo = temporaryFolder();
    const { exitCode, report } = await bake(content, persistTo, "--now", NOW);
    expect(exitCode).toBe(1);
    expect(report.problems.map(({ file, line }: { file: string; line: number }) => [file, line])).toEqual([
      ["bad.md", 2],
      ["bad.md", 3],
      ["empty.txt", null],
    ]);
    expect(report.plan.put).toBe(0);
    const skipping = await bake(content, persistTo, "--now", NOW, "--skip-invalid");
    expect(skipping).toMatchObject({ exitCode: 0, report: { articles: 1, problems: { length: 3 } } });
  });

  test("--dry-run plans the same writes and leaves the store alone", async () => {
    const content = contentFolder({ "site.toml": SITE_TOML, "a.txt": newswireText() });
    const persistTo = temporaryFolder();
    const dry = await bake(content, persistTo, "--now", NOW, "--dry-run");
    const real = await bake(content, persistTo, "--now", NOW);
    expect(dry.report.plan).toEqual(real.report.plan);
    expect(real.report.plan.put).toBeGreaterThan(0);
  });

  test("--max-writes stops there, and the next runs go on until all is written", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, n) => [`a${n}.txt`, newswireText({ headline: `Lock ${n}` })]),
    );
    const content = contentFolder({ "site.toml": SITE_TOML, ...files });
    const persistTo = temporaryFolder();
    const puts: number[] = [];
    for (let left = 1; left > 0; ) {
      const { report } = await bake(content, persistTo, "--now", NOW, "--max-writes", "9");
      puts.push(report.plan.put);
      left = report.plan.left;
      expect(puts.length).toBeLessThan(10);
    }
    expect(Math.max(...puts)).toBeLessThanOrEqual(9);
    expect((await bake(content, persistTo, "--now", NOW)).report.plan).toMatchObject({ put: 0, delete: 0 });
  });

  test("an emptied folder is refused until it is meant", async () => {
    const persistTo = temporaryFolder();
    await bake(contentFolder({ "site.toml": SITE_TOML, "a.txt": newswireText() }), persistTo, "--now", NOW);
    const empty = contentFolder({ "site.toml": SITE_TOML });
    const refused = await bake(empty, persistTo, "--now", NOW);
    expect(refused).toMatchObject({
      exitCode: 1,
      report: { refusal: expect.stringContaining("--allow-empty") },
    });
    expect((await bake(empty, persistTo, "--now", NOW, "--allow-empty")).exitCode).toBe(0);
  });

  test("losing many articles at once is refused until it is meant", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 8 }, (_, n) => [`a${n}.txt`, newswireText({ headline: `Lock ${n}` })]),
    );
    const persistTo = temporaryFolder();
    await bake(contentFolder({ "site.toml": SITE_TOML, ...files }), persistTo, "--now", NOW);
    const fewer = contentFolder({ "site.toml": SITE_TOML, "a0.txt": files["a0.txt"] ?? "" });
    const refused = await bake(fewer, persistTo, "--now", NOW);
    expect(refused).toMatchObject({
      exitCode: 1,
      report: { refusal: expect.stringContaining("7 of 8 articles") },
    });
    expect((await bake(fewer, persistTo, "--now", NOW, "--allow-deletions")).exitCode).toBe(0);
  });

  test("a clock behind the last publish is refused", async () => {
    const content = contentFolder({ "site.toml": SITE_TOML, "a.txt": newswireText() });
    const persistTo = temporaryFolder();
    await bake(content, persistTo, "--now", NOW);
    writeFileSync(
      join(content, "a.txt"),
      `${readFileSync(join(content, "a.txt"), "utf8").replace("Paragraph 1 ", "Paragraph one ")}`,
    );
    const { exitCode, report } = await bake(content, persistTo, "--now", "2025-06-30T18:00:00Z");
    expect(exitCode).toBe(1);
    expect(report.refusal).toContain("was already published at 2025-07-01T18:00:00");
  });

  test("an article dated after the clock waits, and says until when", async () => {
    const content = contentFolder({
      "site.toml": SITE_TOML,
      "now.txt": newswireText(),
      "later.md": "---\ndate: 2025-07-03T06:00:00Z\n---\n# Later\n\nText.\n",
    });
    const persistTo = temporaryFolder();
    const early = await bake(content, persistTo, "--now", NOW);
    expect(early.report).toMatchObject({
      articles: 1,
      problems: [
        { file: "later.md", severity: "notice", message: expect.stringContaining("2025-07-03T06:00:00") },
      ],
    });
    expect((await bake(content, persistTo, "--now", "2025-07-03T07:00:00Z")).report.articles).toBe(2);
  });

  test("two articles that ask for one id are a problem", async () => {
    const content = contentFolder({
      "site.toml": SITE_TOML,
      "a.md": "---\nid: urn:x:1\n---\n# A\n\nText.\n",
      "b.md": "---\nid: urn:x:1\n---\n# B\n\nText.\n",
    });
    const { exitCode, report } = await bake(content, temporaryFolder(), "--now", NOW);
    expect(exitCode).toBe(1);
    expect(report.problems).toMatchObject([
      { file: "b.md", message: expect.stringContaining("same id as a.md") },
    ]);
  });

  test("a folder that is not there is one clear sentence", async () => {
    const { exitCode, report } = await bake("/nowhere/at/all", temporaryFolder());
    expect(exitCode).toBe(1);
    expect(report.refusal).toBe("there is no content folder /nowhere/at/all; name one with --content DIR");
  });

  test.for([
    { name: "an unknown flag", flags: ["--frobnicate"], says: "unknown option" },
    { name: "an instant that is none", flags: ["--now", "noon"], says: "2025-07-01T18:00:00Z" },
    { name: "a url without a scheme", flags: ["--url", "quay.example"], says: "https://news.example" },
    { name: "no number of writes", flags: ["--max-writes", "many"], says: "whole number" },
  ])("$name is a usage error: exit 2", async ({ flags, says }) => {
    const { exitCode, stderr } = await runHere("bake", flags);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(says);
  });
});

test.for([
  "adopt",
  "bake",
  "check",
  "deploy",
  "dev",
  "doctor",
  "ledger",
  "serve",
  "start",
  "verify",
] as const)("npm run %s -- --help says what it does", async (name) => {
  const { exitCode, stdout } = await readsOnly(name, "--help");
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(new RegExp(`^Usage: npm run ${name} -- `));
});
