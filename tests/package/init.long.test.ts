import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addWorkersRoutes } from "../command/workers-routes.ts";
import { contentFolder, temporaryFolder } from "../content-folder.ts";
import { hasProgram } from "../programs.ts";
import { Newsboat } from "../readers/feed-readers.ts";
import { startStandIn } from "../store/start-stand-in.ts";
import { InstalledSite } from "./installed-site.ts";
import { copyRepository } from "./repository-copy.ts";
import { runShell } from "./run-shell.ts";
import { inTerminal } from "./terminal.ts";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const DEPLOY_PAGE = readFileSync(new URL("../../docs/deploy.md", import.meta.url), "utf8");

/** Everything stands beside one another, as it does for a person. */
const home = mkdtempSync(join(tmpdir(), "feedwright-init-"));
const tea = join(home, "tea");
const quay = join(home, "quay");
let tarball = "";

/** Runs what has to go well; gives what it printed. */
async function type(folder: string, script: string, env: Readonly<Record<string, string>> = {}) {
  const { exitCode, stdout, stderr } = await runShell({ folder, env }, script);
  expect({ script, exitCode, stderr }).toMatchObject({ script, exitCode: 0 });
  return stdout;
}

/** Of a site from a clone, and of one from a tarball that was installed into an empty folder. */
beforeAll(async () => {
  const repository = copyRepository(home);
  const [packages, init = "", ...steps] = readmeSteps(README);
  expect([packages, init]).toEqual(["npm ci", "npm run init -- ../my-site"]);
  const asked = init.replace("my-site", "quay --yes --title 'The Quay' --url quay.example");
  const made = await type(repository, asked);
  // It prints the steps that README tells, with its own folder.
  const printed = steps.map((step) => `  ${step.replace("my-site", "quay")}`).join("\n");
  expect(made).toContain(`Next:\n${printed}`);
  await type(repository, printed.replace("npm start", "npm run bake"));
  const [name = ""] = readdirSync(join(quay, "vendor"));
  tarball = join(quay, "vendor", name);
  mkdirSync(tea);
  await type(tea, `npm install ${tarball}`);
  await type(tea, "npx --no-install feedwright init --yes --title Tea --url https://tea.example");
  await type(tea, "npx --no-install feedwright bake");
}, 600_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** What README has one type for a site of one's own. */
function readmeSteps(page: string): string[] {
  const [, block = ""] = /## A site of your own\n\n```sh\n(.*?)```/s.exec(page) ?? [];
  return block
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter(Boolean);
}

test("npm ci takes the lock file, which holds the versions of the repository and no host", async () => {
  for (const site of [quay, tea]) {
    const lock = readFileSync(join(site, "package-lock.json"), "utf8");
    expect(lock).not.toContain('"resolved": "http');
    expect(lock).toContain('"resolved": "file:vendor/feedwright-');
  }
  const versions = (file: string) =>
    Object.entries<{ readonly version?: string }>(JSON.parse(readFileSync(file, "utf8")).packages)
      .filter(([path]) => path !== "" && path !== "node_modules/feedwright")
      .map(([path, { version }]) => `${path} ${version}`);
  const own = new Set(versions(join(home, "feedwright/package-lock.json")));
  for (const site of [quay, tea]) {
    expect(versions(join(site, "package-lock.json")).filter((version) => !own.has(version))).toEqual([]);
  }
  await type(tea, "rm -rf node_modules && npm ci");
  expect(await type(tea, "npx --no-install feedwright bake")).toContain("Nothing changed");
});

test("what is installed is what was packed", async () => {
  const [name = ""] = readdirSync(join(tea, "vendor"));
  const listing = (file: string) => type(home, `tar -tzf ${file} | sort`);
  expect(await listing(join(tea, "vendor", name))).toBe(await listing(tarball));
});

describe.skipIf(!hasProgram("newsboat"))("newsboat", () => {
  test("keeps the articles of both sites, each under its own id", async () => {
    const read = (...feeds: readonly string[]) =>
      readWithNewsboat(feeds.map((origin) => `${origin}/rss.xml`));
    const seen = await new InstalledSite(quay).serve(
      (one) => new InstalledSite(tea).serve((other) => read(one, other)),
      "start",
    );
    expect(seen).toEqual(
      ["quay", "tea"].flatMap((site) => {
        const authority = `tag:${site}.example,${new Date().getUTCFullYear()}`;
        return [
          `${authority}:plain-text-will-do Plain text will do`,
          `${authority}:writing-in-markdown Writing in Markdown`,
        ];
      }),
    );
  });
});

async function readWithNewsboat(feeds: readonly string[]): Promise<string[]> {
  const newsboat = new Newsboat(temporaryFolder(), feeds);
  await newsboat.reload();
  return newsboat
    .articles()
    .map(({ guid, title }) => `${guid} ${title}`)
    .sort();
}

test("the workflow of docs/deploy.md publishes a site, and the second time writes nothing", async () => {
  const cloudflare = await startStandIn();
  const workers = addWorkersRoutes(cloudflare);
  const env = {
    CLOUDFLARE_API_BASE_URL: cloudflare.account.apiUrl,
    CLOUDFLARE_API_TOKEN: cloudflare.account.token,
    CLOUDFLARE_ACCOUNT_ID: cloudflare.account.id,
    XDG_CONFIG_HOME: temporaryFolder(),
    CI: "true",
  };
  const checkout = join(temporaryFolder(), "checkout");
  await type(
    home,
    `mkdir ${checkout} && cp -r quay/. ${checkout} && rm -rf ${checkout}/node_modules ${checkout}/.wrangler`,
  );
  const steps = workflowSteps(DEPLOY_PAGE);
  expect(steps).toEqual(["npm ci", "npm run deploy"]);
  for (const step of steps) await type(checkout, step, env);
  expect([...workers.keys()]).toEqual(["quay-example"]);
  const [namespace] = cloudflare.namespaces.values();
  expect(namespace?.pairs.has("/rss.xml")).toBe(true);
  await type(checkout, "npm run deploy -- --env preview", env);
  expect([...workers.keys()]).toEqual(["quay-example", "quay-example-preview"]);
  const again = await type(checkout, steps.at(-1) ?? "", env);
  expect(again).toContain("nothing to upload");
  expect(again).toContain("Nothing changed, so nothing was written.");
});

/** What the steps of the page's first workflow run. */
function workflowSteps(page: string): string[] {
  const [, workflow = ""] = /```yaml\n(name: publish\n.*?)```/s.exec(page) ?? [];
  return [...workflow.matchAll(/^ +- run: (.+)$/gm)].map(([, command = ""]) => command);
}

describe.skipIf(!hasProgram("tmux"))("in a terminal", () => {
  const program = () => `${process.execPath} ${join(tea, "node_modules/feedwright/bin/feedwright.cjs")}`;

  test("it asks, tells what cannot be used, and makes what was answered", async () => {
    const folder = temporaryFolder();
    const terminal = await inTerminal(folder, `${program()} init harbour`);
    await terminal.sees("Title [Harbour]:");
    await terminal.type("Harbour news");
    await terminal.sees("Address, such as https://quay.example [not known yet]:");
    await terminal.type("harbour.example/news");
    await terminal.sees(
      "That does not work: write it without what follows the host: https://harbour.example;",
    );
    await terminal.type("harbour.example");
    await terminal.sees("Language [en]:");
    await terminal.type("");
    await terminal.sees('Created "Harbour news" in');
    await terminal.sees("cd harbour");
    expect(await terminal.ended()).toBe(0);
    expect(readFileSync(join(folder, "harbour/content/site.toml"), "utf8")).toContain(
      'title = "Harbour news"\nurl = "https://harbour.example"\nlanguage = "en"\n',
    );
  });

  test("Ctrl+C leaves, and nothing was written", async () => {
    const folder = contentFolder({});
    const terminal = await inTerminal(folder, `${program()} init harbour`);
    await terminal.sees("Title [Harbour]:");
    await terminal.press("C-c");
    await terminal.sees("No site was created: not all questions were answered.");
    expect(await terminal.ended()).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });
});
