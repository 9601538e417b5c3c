import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addWorkersRoutes } from "../command/workers-routes.ts";
import { temporaryFolder } from "../content-folder.ts";
import { hasProgram } from "../programs.ts";
import { Newsboat } from "../readers/feed-readers.ts";
import { startStandIn } from "../store/start-stand-in.ts";
import { InstalledSite } from "./installed-site.ts";
import type { Packed } from "./packed.ts";
import { packRepository } from "./packed.ts";
import { runShell } from "./run-shell.ts";

const home = mkdtempSync(join(tmpdir(), "feedwright-package-"));
const NEXT = "99.0.0";
/** A name that has to be quoted wherever a path becomes part of something else. */
const SITE = "The Quay, mañana 50%";
let packed: Packed;
let next: Packed;
let site: InstalledSite;

beforeAll(async () => {
  for (const name of ["own", "next", SITE]) mkdirSync(join(home, name));
  packed = await packRepository(join(home, "own"));
  next = await packRepository(join(home, "next"), NEXT);
  site = await InstalledSite.make(join(home, SITE), packed.tarball);
}, 600_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A copy of the site as a clone of its repository has it. */
function clone(): InstalledSite {
  const folder = join(temporaryFolder(), "clone");
  const left = /^(?:node_modules|\.wrangler)$/;
  cpSync(site.folder, folder, { recursive: true, filter: (file) => !left.test(basename(file)) });
  return new InstalledSite(folder);
}

describe("the package", () => {
  test("is the same when two are packed at once", async () => {
    const pack = async () => {
      const folder = temporaryFolder();
      const line = `npm run package -- --pack-destination ${folder}`;
      expect(await runShell({ folder: packed.repository }, line)).toMatchObject({ exitCode: 0 });
      return readFileSync(join(folder, basename(packed.tarball)));
    };
    const first = readFileSync(packed.tarball);
    expect((await Promise.all([pack(), pack()])).map((tarball) => tarball.equals(first))).toEqual([
      true,
      true,
    ]);
  });

  test("is what `npm pack` makes too, which takes away what it has built in the repository", async () => {
    const folder = temporaryFolder();
    const line = `npm pack --silent --pack-destination ${folder}`;
    const { exitCode, stdout } = await runShell({ folder: packed.repository }, line);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: `${basename(packed.tarball)}\n` });
    const { status } = spawnSync("tar", ["-xzf", basename(packed.tarball)], { cwd: folder });
    expect(status).toBe(0);
    const contentOf = (root: string) =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== "package.json")
        .map(({ parentPath, name }) => join(parentPath, name))
        .map((file) => [relative(root, file), readFileSync(file, "base64")])
        .sort();
    expect(contentOf(join(folder, "package"))).toEqual(contentOf(packed.unpacked));
    expect(readdirSync(packed.repository)).not.toContain("dist");
    expect(readdirSync(packed.repository)).not.toContain("npm-shrinkwrap.json");
  });
});

describe("installed from its tarball into an empty folder", () => {
  test("it says its version, what it can do, and the nearest of what it cannot", async () => {
    const { version } = JSON.parse(readFileSync(join(packed.repository, "package.json"), "utf8"));
    const told = { exitCode: 0, stdout: `${version}\n`, stderr: "" };
    expect(await site.feedwright("--version")).toEqual(told);
    expect(await site.feedwright("bake --version")).toEqual(told);
    expect((await site.feedwright("")).stdout).toMatch(/^ {2}bake +bake a folder of articles/m);
    expect(await site.feedwright("bak")).toMatchObject({
      exitCode: 2,
      stderr: 'error: there is no command "bak"; the nearest is "bake"\n(--help lists the commands)\n',
    });
  });

  test("it bakes the site that one stands in, serves it, and newsboat reads it", async () => {
    expect(await site.feedwright("bake")).toMatchObject({ exitCode: 0, stderr: "" });
    await site.serve(async (origin) => {
      for (const name of ["rss.xml", "atom.xml", "feed.json"]) {
        expect((await fetch(`${origin}/${name}`)).status).toBe(200);
      }
      if (!hasProgram("newsboat")) return;
      for (const name of ["rss.xml", "atom.xml"]) {
        const newsboat = new Newsboat(temporaryFolder(), [`${origin}/${name}`]);
        await newsboat.reload();
        expect(newsboat.articles()).toMatchObject([
          { guid: "tag:quay.example,2025:lock", title: "A second lock" },
        ]);
      }
    });
  });

  test("it needs nothing of the folders of the repository, and nothing in it can be imported", async () => {
    await expect(site.type("node -e \"import('feedwright/dist/feedwright.js')\"")).rejects.toThrow(
      "ERR_PACKAGE_PATH_NOT_EXPORTED",
    );
    const named = readdirSync(join(site.folder, "node_modules/feedwright/dist"), { recursive: true })
      .map(String)
      .filter((name) => name.endsWith(".js"))
      .filter((name) => {
        const text = readFileSync(join(site.folder, "node_modules/feedwright/dist", name), "utf8");
        return text.includes(home) || text.includes(process.cwd());
      });
    expect(named).toEqual([]);
  });

  test("another version in its place writes nothing where nothing changed", async () => {
    expect((await site.feedwright("bake")).exitCode).toBe(0);
    const upgraded = clone();
    await upgraded.type(`npm install --prefer-offline ${next.tarball}`);
    cpSync(join(site.folder, ".wrangler"), join(upgraded.folder, ".wrangler"), { recursive: true });
    expect((await upgraded.feedwright("--version")).stdout).toBe(`${NEXT}\n`);
    const first = JSON.parse((await upgraded.feedwright("bake --json --dry-run")).stdout);
    expect(first).toMatchObject({ refusal: null, plan: { put: 0, delete: 0 } });
    expect((await upgraded.feedwright("bake")).stdout).toContain("Nothing changed, so nothing was written.");
  });
});

describe("npm ci in a clone of the site", () => {
  test("installs the same, and a second machine writes nothing to Cloudflare", async () => {
    const cloudflare = await startStandIn();
    const workers = addWorkersRoutes(cloudflare);
    const env = {
      CLOUDFLARE_API_BASE_URL: cloudflare.account.apiUrl,
      CLOUDFLARE_API_TOKEN: cloudflare.account.token,
      CLOUDFLARE_ACCOUNT_ID: cloudflare.account.id,
      XDG_CONFIG_HOME: temporaryFolder(),
      CI: "true",
    };
    expect(await site.feedwright("deploy --content content", env)).toMatchObject({ exitCode: 0 });
    const other = clone();
    await other.type("npm ci --prefer-offline");
    const again = await other.feedwright("deploy --content content", env);
    expect(again).toMatchObject({ exitCode: 0 });
    expect(again.stdout).toContain("nothing to upload");
    expect(again.stdout).toContain("Nothing changed, so nothing was written.");
    expect(workers.get("quay-production")?.uploads).toBe(1);
    const [namespace] = cloudflare.namespaces.values();
    expect(namespace?.pairs.has("/rss.xml")).toBe(true);
  });

  test.for([
    { name: "Linux", flags: "--os=linux --cpu=x64 --libc=glibc", part: "satteri-linux-x64-gnu" },
    { name: "Alpine", flags: "--os=linux --cpu=arm64 --libc=musl", part: "satteri-linux-arm64-musl" },
    { name: "macOS", flags: "--os=darwin --cpu=arm64", part: "satteri-darwin-arm64" },
    { name: "Windows", flags: "--os=win32 --cpu=x64", part: "satteri-win32-x64-msvc" },
  ])("has what it needs on $name", async ({ flags, part }) => {
    const other = clone();
    await other.type(`npm ci --prefer-offline --ignore-scripts ${flags}`);
    expect(readdirSync(join(other.folder, "node_modules/@bruits"))).toEqual([part]);
  });
});

describe("where workerd and wrangler cannot be installed", () => {
  const without = async () => {
    const poor = clone();
    await poor.type("npm ci --prefer-offline --ignore-scripts");
    for (const name of ["wrangler", "miniflare", "workerd", "@cloudflare", "esbuild", "sharp", "@img"]) {
      rmSync(join(poor.folder, "node_modules", name), { recursive: true });
    }
    return poor;
  };

  test("a bake of Cloudflare's store and a dry run go as everywhere, and the others say in a sentence what is missing", async () => {
    const cloudflare = await startStandIn();
    const workers = addWorkersRoutes(cloudflare);
    const { id } = cloudflare.addNamespace("quay-production-documents");
    const binding = { name: "DOCUMENTS", type: "kv_namespace", namespace_id: id };
    workers.set("quay-production", { bindings: [binding], uploads: 1 });
    const env = {
      CLOUDFLARE_API_BASE_URL: cloudflare.account.apiUrl,
      CLOUDFLARE_API_TOKEN: cloudflare.account.token,
      CLOUDFLARE_ACCOUNT_ID: cloudflare.account.id,
      XDG_CONFIG_HOME: temporaryFolder(),
    };
    const poor = await without();
    expect(await poor.feedwright("bake --dry-run")).toMatchObject({ exitCode: 0, stderr: "" });
    expect(await poor.feedwright("bake --remote --content content", env)).toMatchObject({
      exitCode: 0,
      stderr: "",
    });
    expect(cloudflare.namespaces.get(id)?.pairs.has("/rss.xml")).toBe(true);
    const told: [command: string, sentence: string][] = [
      ["bake", "needs workerd, the runtime of Cloudflare Workers, and that is not installed here; "],
      ["deploy --content content", "needs wrangler, Cloudflare's own tool, which is not installed here; "],
    ];
    for (const [command, sentence] of told) {
      const { exitCode, stdout, stderr } = await poor.feedwright(command, env);
      expect({ command, exitCode }).toEqual({ command, exitCode: 1 });
      expect(`${stdout}${stderr}`).toContain(sentence);
      expect(`${stdout}${stderr}`.trim().split("\n")).toHaveLength(1);
    }
  });
});
