import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Problem } from "../../src/article/problem.ts";
import type { ContentPath } from "../../src/article/values.ts";
import type { NamedFile } from "../../src/folder/named-files.ts";
import type { Folder, SourcesOfFolder } from "../../src/folder/read-folder.ts";
import { closeFolder, readFolder } from "../../src/folder/read-folder.ts";
import { parseSources } from "../../src/folder/sources.ts";
import { pathOf } from "../bake/values.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import { readBefore, recalledOf, stayingPaths } from "./known-folder.ts";

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"><path d="M0 0h8v4z"/></svg>';

const problem = (file: string, message: string): Problem => ({
  file,
  line: null,
  severity: "warning",
  message,
});

/** What a bake puts together of a folder that another one had read, and in which some files are others by now. */
function closed(
  files: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>>,
  {
    fields = {},
    verbose = false,
    told,
    known,
  }: {
    readonly fields?: Parameters<typeof readBefore>[1];
    readonly verbose?: boolean;
    readonly told?: SourcesOfFolder["told"];
    readonly known?: (content: string) => ReadonlyMap<string, NamedFile>;
  } = {},
): Folder & { readonly content: string; readonly recalled: Folder["staying"] } {
  const before = readBefore(files, fields);
  contentFolder(others, before.content);
  const { opened, cache, recalled } = recalledOf(before);
  for (const [path, source] of parseSources(opened, recalled.pending, cache))
    recalled.sources.set(path, source);
  const sources = { ...recalled, told: told ?? recalled.told };
  const options = { drafts: false, verbose };
  const folder = closeFolder(opened, sources, options, cache.files.media, known?.(opened.root));
  cache.close();
  return { ...folder, content: opened.root, recalled: recalled.staying };
}

const pathsOf = ({ articles }: Folder) => articles.map(({ path }) => path);

test("articles that stay are beside those that are read, each in the order of the folder", () => {
  const files = { "a.md": "A", "b/c.md": "C", "b.md": "B", "d.md": "D" };
  const folder = closed(files, { "b.md": "Another", "a/new.md": "New" });
  expect(pathsOf(folder)).toEqual(["a/new.md", "b.md"]);
  expect(stayingPaths(folder.staying)).toEqual(["a.md", "b/c.md", "d.md"]);
});

test.for([{ verbose: false }, { verbose: true }])(
  "what files have to tell is the same, in the same order, whether they are read or stay (verbose: $verbose)",
  ({ verbose }) => {
    const text = (title: string) => `---\ntitle: ${title}\nsumary: x\nlayout: y\n---\nText.\n`;
    const files = { "a.md": text("A"), "b/c.md": text("C"), "b.md": text("B"), "d.md": text("D") };
    const others = { "b.md": text("Another") };
    const folder = closed(files, others, { verbose });
    const whole = readFolder(folder.content, { drafts: false, verbose });
    expect(whole.problems.map(({ file }) => file)).toEqual(
      expect.arrayContaining(["a.md", "b/c.md", "b.md", "d.md"]),
    );
    expect(folder.problems).toEqual(whole.problems);
    expect(pathsOf(folder)).toEqual(["b.md"]);
  },
);

test("asides of articles that stay are told where they are asked for", () => {
  const told = new Map([
    [pathOf("a.md"), { problems: [problem("a.md", "one")], asides: [problem("a.md", "two")] }],
  ]);
  const messages = (verbose: boolean) =>
    closed({ "a.md": "A" }, {}, { told, verbose }).problems.map(({ message }) => message);
  expect(messages(false)).toEqual(["one"]);
  expect(messages(true)).toEqual(["one", "two"]);
});

test("an article that stayed becomes a file of another one, of which nothing is told any more", () => {
  const files = {
    "p/index.md": "# P\n\nSee nothing.",
    "p/notes.txt": "Notes\n\nOf the lock.\n",
    "q.md": "Q",
  };
  const told = new Map([
    [pathOf("p/notes.txt"), { problems: [problem("p/notes.txt", "notes")], asides: [] }],
    [pathOf("q.md"), { problems: [problem("q.md", "other")], asides: [] }],
  ]);
  const same = closed(files, {}, { told });
  expect(same.staying).toBe(same.recalled);
  expect(stayingPaths(same.staying)).toEqual(["p/index.md", "p/notes.txt", "q.md"]);
  expect(same.problems.map(({ message }) => message)).toEqual(["notes", "other"]);
  const folder = closed(files, { "p/index.md": "# P\n\nSee [notes](notes.txt)." }, { told });
  expect(pathsOf(folder)).toEqual(["p/index.md"]);
  expect(stayingPaths(folder.staying)).toEqual(["q.md"]);
  expect(folder.problems.map(({ message }) => message)).toEqual(["other"]);
  expect(folder.media.map(({ path }) => path)).toEqual(["p/notes.txt"]);
});

test("files that articles named which stay are named again, by what is known of them, and no others", () => {
  const files = { "a.md": "![A](a.svg)", "a.svg": SVG, "b.md": "![B](b.svg)", "b.svg": SVG, "c.svg": SVG };
  const fields = { "a.md": { files: ["a.svg", "gone.svg"] }, "b.md": { files: ["b.svg"] } };
  const known = (root: string) =>
    new Map(
      ["a.svg", "b.svg", "c.svg"].map((name): [string, NamedFile] => {
        return [name, { path: name as ContentPath, place: join(root, name), shown: `shown ${name}` }];
      }),
    );
  const shown = ({ named }: Folder) => named.map(({ path, shown }) => [path, shown]);
  expect(shown(closed(files, {}, { fields, known }))).toEqual([
    ["a.svg", "shown a.svg"],
    ["b.svg", "shown b.svg"],
  ]);
  expect(shown(closed(files, { "b.md": "![Another](b.svg)" }, { fields, known }))).toEqual([
    ["a.svg", "shown a.svg"],
    ["b.svg", "b.svg"],
  ]);
  expect(shown(closed(files, {}, { fields }))).toEqual([]);
});

test("what leads to an article that stays leads to no static file of its name", () => {
  const settings = { "site.toml": `${SITE_TOML}static = ["static"]\n`, "static/map.txt": "A map." };
  const others = { "y.md": "See [it](/map.txt)." };
  const map = { "map.txt": "Map\n\nOf the quay.\n" };
  expect(closed({ ...settings, ...map }, others).named).toEqual([]);
  expect(closed(settings, others).named.map(({ shown }) => shown)).toEqual(["static/map.txt"]);
});

test("a folder that nothing is known of has no article that stays", () => {
  const content = contentFolder({ "site.toml": SITE_TOML, "a.md": "A" });
  writeFileSync(join(content, "draft.md"), "---\ndraft: true\n---\nText.");
  const folder = readFolder(content, { drafts: false });
  expect([pathsOf(folder), folder.staying.list.length]).toEqual([["a.md"], 0]);
  expect(pathsOf(readFolder(content, { drafts: true }))).toEqual(["a.md", "draft.md"]);
});
