import { existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { proposalFor } from "../../../src/command/bake/proposal.ts";
import { contentFolder, temporaryFolder } from "../../content-folder.ts";
import { runHere } from "../run-here.ts";

/** A Jekyll site; gives the path of its folder. */
function jekyllSite(more: Readonly<Record<string, string>> = {}): string {
  return contentFolder({
    "_config.yml": 'title: The Quay\nurl: "https://quay.example"\n',
    "_posts/2025-07-01-lock.md": "---\ntitle: Lock\n---\nIt opened.",
    ...more,
  });
}

const bake = (content: string, ...flags: readonly string[]) =>
  runHere("bake", ["--content", content, "--persist-to", temporaryFolder(), ...flags]);

describe("a bake of a folder without site.toml", () => {
  test("proposes one, which is no part of what it tells programs on standard output but for JSON", async () => {
    const folder = jekyllSite();
    const { exitCode, stdout, stderr } = await bake(folder, "--dry-run");
    expect(exitCode).toBe(0);
    expect(stderr).toContain(
      "There is no site.toml. The folder tells this much (bake --propose writes it):\n",
    );
    expect(stderr).toMatch(/ {2}title = "The Quay" +# _config\.yml, line 1\n/);
    expect(stderr).toMatch(/ {2}generator = "jekyll" +# _config\.yml\n/);
    expect(stdout).not.toContain("generator");

    const json = await bake(folder, "--dry-run", "--json");
    expect(JSON.parse(json.stdout).proposal).toMatch(/^title = "The Quay"/);
    expect(json.stderr).not.toContain("generator =");
    expect(existsSync(join(folder, "site.toml"))).toBe(false);
  });

  test("proposes nothing where nothing tells, or where there is one", () => {
    expect(proposalFor(contentFolder({ "lock.md": "# Lock\n\nIt opened." }))).toBeNull();
    const site = jekyllSite({ "site.toml": 'title = "Own"' });
    expect(proposalFor(site)).toBeNull();
    expect(proposalFor(join(jekyllSite(), "_config.yml"))).toBeNull();
    expect(proposalFor(join(site, "nowhere"))).toBeNull();
  });

  test("looks above the folder up to the repository, and never beyond", () => {
    const site = contentFolder({
      "hugo.toml": 'title = "Above"\n',
      "site/content/posts/lock.md": "---\ntitle: Lock\ndate: 2025-07-01\n---\nIt opened.",
    });
    const content = join(site, "site/content");
    expect(proposalFor(content)).toMatch(/^title = "Above" +# \.\.\/\.\.\/hugo\.toml, line 1\n/);
    mkdirSync(join(site, "site/.git"));
    expect(proposalFor(content)).toBeNull();
  });

  test("reads no configuration through a link", () => {
    const site = contentFolder({ "other/settings.toml": 'title = "Secret"\n', "content/lock.md": "# Lock" });
    symlinkSync(join(site, "other/settings.toml"), join(site, "hugo.toml"));
    expect(proposalFor(join(site, "content"))).toBeNull();
  });
});

describe("--propose", () => {
  test("writes what a bake then takes without an error, once", async () => {
    const folder = jekyllSite();
    const first = await bake(folder, "--propose");
    expect(first.exitCode).toBe(0);
    expect(first.stderr).toMatch(/^Wrote .*site\.toml\. Look it over, then bake\.\n$/);
    const written = readFileSync(join(folder, "site.toml"), "utf8");
    expect(written).toBe(first.stdout);

    const again = await bake(folder, "--propose");
    expect(again.exitCode).toBe(1);
    expect(again.stdout).toBe(written);
    expect(again.stderr).toMatch(/site\.toml is there already, so nothing was written\.\n$/);
    expect(readFileSync(join(folder, "site.toml"), "utf8")).toBe(written);

    const report = JSON.parse((await bake(folder, "--dry-run", "--json")).stdout);
    expect(report).toMatchObject({ articles: 1, refusal: null });
  });

  test.for([
    {
      name: "nothing tells how the site was made",
      folder: () => contentFolder({ "lock.md": "# Lock" }),
      says: /^Nothing in .* tells how its site was made; write site\.toml with title and url\.\n$/,
    },
    { name: "there is no folder", folder: () => "/nowhere/at/all", says: /^there is no content folder/ },
  ])("says that $name", async ({ folder, says }) => {
    const { exitCode, stderr } = await bake(folder(), "--propose");
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(says);
  });
});
