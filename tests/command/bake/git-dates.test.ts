import { execFileSync } from "node:child_process";
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { gitDated } from "../../../src/command/bake/git-dates.ts";
import { readFolder } from "../../../src/folder/read-folder.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../../content-folder.ts";

const git = (folder: string, ...args: readonly string[]) =>
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@a.example", ...args], {
    cwd: folder,
    stdio: "pipe",
  });

/** Commits what lies in a clone, as of a day. */
function commit(clone: string, day: string): void {
  git(clone, "add", "-A");
  git(clone, "commit", "-qm", day, `--date=${day}T12:00:00Z`);
}

/** A clone of which the folder `content` has a history of its own. */
function clone(): string {
  const folder = contentFolder({
    "content/a.md": "# A\n\nText of a.\n",
    "content/dated.md": "---\ndate: 2025-01-01\n---\nText.\n",
  });
  git(folder, "init", "-q");
  commit(folder, "2020-01-01");
  mkdirSync(join(folder, "content/é"));
  renameSync(join(folder, "content/a.md"), join(folder, "content/é/a b.md"));
  writeFileSync(join(folder, "content/new.md"), "---\nlastmod: 2024-01-01\n---\nText of new.\n");
  commit(folder, "2021-01-01");
  writeFileSync(join(folder, "content/unknown.md"), "# Not committed\n\nText.\n");
  return folder;
}

/** The days of a folder's articles, and what is told. */
function dated(content: string) {
  const { articles } = readFolder(content, { drafts: false });
  const found = gitDated(content, articles);
  const days = found.articles.map(({ path, published }) => [
    path,
    published && "at" in published
      ? `${published.kind} ${new Date(published.at * 1000).toISOString().slice(0, 10)}`
      : null,
  ]);
  return {
    days: Object.fromEntries(days),
    told: found.problems.map(({ severity, message }) => `${severity}: ${message}`),
  };
}

describe("dates of commits", () => {
  test("are those of the first one, for articles that name none", () => {
    expect(dated(join(clone(), "content"))).toEqual({
      days: {
        "dated.md": "instant 2025-01-01",
        "new.md": "guess 2021-01-01",
        "é/a b.md": "guess 2020-01-01",
        "unknown.md": null,
      },
      told: [],
    });
  });

  test("are not taken from a clone that lacks the older history, and that is told", () => {
    const shallow = join(temporaryFolder(), "shallow");
    git(".", "clone", "-q", "--depth", "1", `file://${clone()}`, shallow);
    const { days, told } = dated(join(shallow, "content"));
    expect(days).toMatchObject({ "é/a b.md": null, "new.md": "guess 2024-01-01" });
    expect(told).toEqual([
      expect.stringMatching(/^warning: says dates = "git", but this clone lacks the older history/),
    ]);
  });

  test("are told where there is no history", () => {
    const { told } = dated(contentFolder({ "site.toml": SITE_TOML, "a.md": "# A\n" }));
    expect(told).toEqual([expect.stringMatching(/^warning: says dates = "git", but git knows no history/)]);
  });

  test("ask nothing of git where every article has a date", () => {
    const folder = contentFolder({ "site.toml": SITE_TOML, "2025-01-01-a.md": "# A\n" });
    expect(dated(folder)).toEqual({ days: { "2025-01-01-a.md": "instant 2025-01-01" }, told: [] });
  });
});
