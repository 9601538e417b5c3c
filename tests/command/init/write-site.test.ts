import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { describe, expect, test } from "vitest";
import type { Answers } from "../../../src/command/init/answers.ts";
import { surveyFolder } from "../../../src/command/init/survey.ts";
import { writeSite } from "../../../src/command/init/write-site.ts";
import { readWorkerConfig } from "../../../src/command/stores/worker-config.ts";
import { contentFolder, temporaryFolder } from "../../content-folder.ts";
import { runHere } from "../run-here.ts";

const ANSWERS: Answers = { title: "The Quay", url: "https://quay.example", language: "en" };

/** A site as `init` writes it, into a folder that holds some files. */
function siteWith(answers: Partial<Answers> = {}, files: Readonly<Record<string, string>> = {}) {
  const folder = contentFolder(files);
  const survey = surveyFolder(folder, { isNamed: true });
  const tarball = join(contentFolder({ "feedwright-0.1.0.tgz": "packed" }), "feedwright-0.1.0.tgz");
  const written = writeSite(folder, { ...ANSWERS, ...answers }, survey, tarball, "2026-11-25");
  const read = (path: string) => readFileSync(join(folder, path), "utf8");
  return { folder, written, read, manifest: () => JSON.parse(read("package.json")) };
}

test("a site holds all that it is written and run by", () => {
  const { folder, written } = siteWith();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
  expect(files.sort()).toEqual([...written.made].sort());
  expect(files).toEqual([
    ".github/workflows/publish.yml",
    ".gitignore",
    ".npmrc",
    "README.md",
    "content/plain-text-will-do.txt",
    "content/site.toml",
    "content/writing-in-markdown.md",
    "package.json",
    "vendor/feedwright-0.1.0.tgz",
    "wrangler.toml",
  ]);
});

describe("the settings", () => {
  test("hold the answers, and pin whose ids the articles have", () => {
    expect(parse(siteWith({ title: 'Tea & "Rain" \\' }).read("content/site.toml"))).toEqual({
      title: 'Tea & "Rain" \\',
      url: "https://quay.example",
      language: "en",
      authority: "quay.example,2026",
    });
  });

  test("of a site without an address name none, and say what to set", () => {
    const text = siteWith({ url: null }).read("content/site.toml");
    expect(parse(text)).toEqual({ title: "The Quay", language: "en" });
    expect(text).toContain("Set both before others read the site");
  });

  test("that they show by example are ones that can be used", async () => {
    const text = siteWith()
      .read("content/site.toml")
      .replaceAll(/^# (?=\[|[a-z_]+ = )/gm, "");
    expect(Object.keys(parse(text))).toHaveLength(15);
    const examples = contentFolder({ "site.toml": text.replace(/^icon.*$/m, ""), "a.md": "# A\n\nText.\n" });
    const { stdout } = await bake(examples);
    expect(JSON.parse(stdout)).toMatchObject({ refusal: null });
  });
});

test.for<{ readonly language: string; readonly url: string | null }>([
  { language: "en", url: "https://quay.example" },
  { language: "en-GB", url: null },
  { language: "de", url: "https://quay.example" },
  { language: "ar", url: null },
])("a site in $language at $url bakes at once, and nothing is wrong with it", async (answers) => {
  const { folder } = siteWith(answers);
  const report = JSON.parse((await bake(join(folder, "content"))).stdout);
  expect(report).toMatchObject({ articles: 2, refusal: null });
  expect(report.problems.filter(({ severity }: { severity: string }) => severity !== "notice")).toEqual([]);
});

function bake(content: string, persistTo = temporaryFolder()) {
  const flags = ["--persist-to", persistTo, "--now", "2026-11-26T12:00:00Z", "--json"];
  return runHere("bake", ["--content", content, ...flags]);
}

test("the worker has a name of its own, and one for previews", () => {
  const toml = siteWith({ url: "https://tea.example" }).read("wrangler.toml");
  expect(parse(toml).name).toBe("tea-example");
  expect(readWorkerConfig(toml, "production").name).toBe("tea-example");
  expect(readWorkerConfig(toml, "preview").name).toBe("tea-example-preview");
});

test("the worker has the settings of the repository's own", () => {
  // The repository bundles its worker when it deploys; that of the package is bundled.
  const {
    main: _,
    minify,
    keep_names,
    upload_source_maps,
    ...own
  } = parse(readFileSync("wrangler.toml", "utf8"));
  const settings = siteWith().read("wrangler.toml").replaceAll("quay-example", "feedwright");
  const { main, no_bundle, ...made } = parse(settings);
  expect(made).toEqual(own);
  expect({ main, no_bundle }).toEqual({
    main: "node_modules/feedwright/dist/worker/app.js",
    no_bundle: true,
  });
});

test("two sites never share an id, nor a worker", () => {
  const sites = ["quay", "tea"].map((name) => siteWith({ title: "News", url: `https://${name}.example` }));
  const [one, other] = sites.map(({ read, manifest }) => ({
    authority: parse(read("content/site.toml")).authority,
    worker: parse(read("wrangler.toml")).name,
    package: manifest().name,
  }));
  expect(one).toEqual({ authority: "quay.example,2026", worker: "quay-example", package: "quay-example" });
  expect(other).toEqual({ authority: "tea.example,2026", worker: "tea-example", package: "tea-example" });
});

test("two sites without an address share no id either", async () => {
  const ids = new Set<string>();
  for (let site = 0; site < 2; site += 1) {
    for (const id of await idsOf(siteWith({ url: null }).folder)) ids.add(id);
  }
  expect(ids.size).toBe(4);
});

/** The ids of a site's articles, once it is baked. */
async function idsOf(site: string): Promise<string[]> {
  const [content, persistTo] = [join(site, "content"), join(site, ".wrangler/state")];
  await bake(content, persistTo);
  const { stdout } = await runHere("ledger", ["--content", content, "--persist-to", persistTo, "--json"]);
  return JSON.parse(stdout).articles.map(({ id }: { id: string }) => id);
}

describe("what is there already", () => {
  test("stays as it is", () => {
    const files = {
      "README.md": "mine",
      ".gitignore": "mine",
      ".npmrc": "mine=1",
      "content/a.md": "# A\n\nText.\n",
    };
    const { written, read } = siteWith({}, files);
    for (const [path, text] of Object.entries(files)) expect(read(path)).toBe(text);
    expect(written.kept).toEqual([".gitignore", ".npmrc", "README.md"]);
    expect(written.made).toContain("content/site.toml");
  });

  test("articles need no examples beside them", () => {
    const { written } = siteWith({}, { "content/a.md": "# A\n\nText.\n" });
    expect(written.made.filter((path) => path.startsWith("content/"))).toEqual(["content/site.toml"]);
  });

  test("a package.json is added to", () => {
    const before = {
      name: "mine",
      version: "2.0.0",
      scripts: { test: "true" },
      dependencies: { feedwright: "file:../feedwright-0.1.0.tgz", hono: "4.0.0" },
    };
    expect(siteWith({}, { "package.json": JSON.stringify(before) }).manifest()).toMatchObject({
      name: "mine",
      version: "2.0.0",
      private: true,
      scripts: { test: "true", start: "feedwright start", deploy: "feedwright deploy --content content" },
      dependencies: { feedwright: "file:vendor/feedwright-0.1.0.tgz", hono: "4.0.0" },
    });
  });

  test("Feedwright is a dependency once", () => {
    const before = '{"devDependencies":{"feedwright":"file:x.tgz","vite":"1.0.0"}}';
    expect(siteWith({}, { "package.json": before }).manifest()).toMatchObject({
      dependencies: { feedwright: "file:vendor/feedwright-0.1.0.tgz" },
      devDependencies: { vite: "1.0.0" },
    });
  });

  test("the same tarball serves, another one is refused before anything is written", () => {
    expect(siteWith({}, { "vendor/feedwright-0.1.0.tgz": "packed" }).written.made).toContain("wrangler.toml");
    const folder = contentFolder({ "vendor/feedwright-0.1.0.tgz": "another" });
    const survey = surveyFolder(folder, { isNamed: true });
    const tarball = join(contentFolder({ "feedwright-0.1.0.tgz": "packed" }), "feedwright-0.1.0.tgz");
    expect(() => writeSite(folder, ANSWERS, survey, tarball, "2026-11-25")).toThrow(
      "it would overwrite vendor/feedwright-0.1.0.tgz, which differs; move it away",
    );
    expect(readdirSync(folder)).toEqual(["vendor"]);
  });
});

test("the same answers on the same day make the same files", () => {
  const [one, other] = [siteWith(), siteWith()];
  for (const path of one.written.made) expect(other.read(path)).toBe(one.read(path));
});
