import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { watchFolder } from "../../src/dev/watch-folder.ts";
import { contentFolder, temporaryFolder } from "../content-folder.ts";

/** Watches a folder; `until` waits for news of one of these paths, and gives all since the last time. */
async function watched(folder: string, drafts = false) {
  let heard: string[] = [];
  let listener = () => {};
  const hear = (path: string) => {
    heard.push(path);
    listener();
  };
  const failed = (reason: string) => hear(`failed: ${reason}`);
  const watch = await watchFolder(
    folder,
    { drafts },
    { changed: hear, stirred: () => hear("a stir"), failed },
  );
  onTestFinished(() => watch.close());
  return async (...paths: string[]) => {
    while (!heard.some((path) => paths.includes(path))) {
      await new Promise<void>((resolve) => {
        listener = resolve;
      });
    }
    const all = heard;
    heard = [];
    return all;
  };
}

describe("a folder that is watched tells of", () => {
  test("an edit, also one by which an editor replaces the file", async () => {
    const folder = contentFolder({ "a.md": "1" });
    const until = await watched(folder);
    writeFileSync(join(folder, "a.md"), "2");
    await until("a.md");
    writeFileSync(join(folder, ".a.swp"), "3");
    renameSync(join(folder, ".a.swp"), join(folder, "a.md"));
    expect(await until("a.md")).not.toContain(".a.swp");
    writeFileSync(join(folder, "a.md"), "4");
    await until("a.md");
  });

  test("redirects beside the articles, though generators begin their names so", async () => {
    const folder = contentFolder({ "a.md": "1" });
    const until = await watched(folder);
    writeFileSync(join(folder, "_data.yml"), "1");
    writeFileSync(join(folder, "_redirects"), "/a /b\n");
    expect(await until("_redirects")).not.toContain("_data.yml");
  });

  test("a file in folders that were not there before, and in one with a new name", async () => {
    const folder = contentFolder({ "a.md": "1" });
    const until = await watched(folder);
    mkdirSync(join(folder, "x/y/z"), { recursive: true });
    writeFileSync(join(folder, "x/y/z/b.md"), "1");
    await until("x/y/z/b.md");
    renameSync(join(folder, "x"), join(folder, "w"));
    await until("w/y/z/b.md");
    writeFileSync(join(folder, "w/y/z/b.md"), "22");
    await until("w/y/z/b.md");
  });

  test("the folder itself that goes away, comes back, and is edited then", async () => {
    const folder = contentFolder({ "content/a.md": "1" });
    const content = join(folder, "content");
    const until = await watched(content);
    rmSync(content, { recursive: true });
    await until("");
    mkdirSync(content);
    writeFileSync(join(content, "a.md"), "2");
    await until("a.md");
    writeFileSync(join(content, "a.md"), "33");
    await until("a.md");
  });

  test("a folder that is not there yet", async () => {
    const content = join(temporaryFolder(), "content");
    const until = await watched(content);
    mkdirSync(content);
    writeFileSync(join(content, "a.md"), "1");
    await until("a.md");
  });

  test("a folder that it is led to by a link", async () => {
    const folder = contentFolder({ "content/a.md": "1" });
    symlinkSync(join(folder, "content"), join(folder, "link"));
    const until = await watched(join(folder, "link"));
    writeFileSync(join(folder, "content/a.md"), "2");
    await until("a.md");
  });

  test("leave to read a file, which changes no byte", async () => {
    const folder = contentFolder({ "a.md": "1" });
    const until = await watched(folder);
    writeFileSync(join(folder, "a.md"), "2");
    await until("a.md");
    for (const mode of [0o000, 0o600]) {
      chmodSync(join(folder, "a.md"), mode);
      // Which of the two depends on when it was read last.
      await until("a stir", "a.md");
    }
  });
});

test("a folder that is watched tells of data files, which articles may name", async () => {
  const files = ["_data/sea/tides.yml", "_config.yml"];
  const folder = contentFolder(
    Object.fromEntries(["a.md", "_site/a.html", ...files].map((path) => [path, "1"])),
  );
  const until = await watched(folder);
  for (const path of files) {
    writeFileSync(join(folder, "_site/a.html"), `${path}`);
    writeFileSync(join(folder, path), "22");
    expect(await until(path)).not.toContain("_site/a.html");
  }
});

test.for([
  { name: "dotfiles, what generators keep and drafts", drafts: false, ignored: ["_drafts/d.md"] },
  { name: "dotfiles and what generators keep, where drafts count", drafts: true, ignored: [] },
])("a folder that is watched tells nothing of $name", async ({ drafts, ignored }) => {
  const passedOver = [".git/x", "_site/x.html", "node_modules/p/x.md", "a/.x.md", ...ignored];
  const folder = contentFolder(
    Object.fromEntries(["a.md", "_drafts/d.md", ...passedOver].map((path) => [path, "1"])),
  );
  const until = await watched(folder, drafts);
  for (const path of passedOver) writeFileSync(join(folder, path), "22");
  if (drafts) {
    writeFileSync(join(folder, "_drafts/d.md"), "22");
    await until("_drafts/d.md");
  }
  writeFileSync(join(folder, "a.md"), "22");
  expect((await until("a.md")).filter((path) => path !== "a stir")).toEqual(["a.md"]);
});
