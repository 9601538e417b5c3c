import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MAX_BUNDLE_BYTES, MAX_HUB_BYTES } from "../../src/command/check.ts";
import { contentFolder } from "../content-folder.ts";
import type { Packed } from "./packed.ts";
import { packRepository } from "./packed.ts";
import { packageLines } from "./run-time-packages.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BIN = join(ROOT, "bin/feedwright.cjs");
const KNOWN_PACKAGES = "tests/package/run-time-packages.txt";

const VERSIONS = v.optional(v.record(v.string(), v.string()), {});
const MANIFEST = v.object({
  version: v.string(),
  dependencies: VERSIONS,
  optionalDependencies: VERSIONS,
  devDependencies: VERSIONS,
});
const LOCK = v.object({
  packages: v.record(
    v.string(),
    v.looseObject({
      version: v.optional(v.string()),
      resolved: v.optional(v.string()),
      dev: v.optional(v.boolean()),
      optionalDependencies: VERSIONS,
      devDependencies: v.optional(v.unknown()),
    }),
  ),
});

const manifest = v.parse(MANIFEST, JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")));
const home = mkdtempSync(join(tmpdir(), "feedwright-package-"));
let packed: Packed;

beforeAll(async () => {
  packed = await packRepository(home);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A file of the package, as it was packed. */
function built(path: string): string {
  return readFileSync(join(packed.unpacked, path), "utf8");
}

describe("the package", () => {
  test("has the program in plain JavaScript, what it reads, and what a person reads", () => {
    const wanted = [
      /^(?:LICENSE|README\.md|CHANGELOG\.md|package\.json|npm-shrinkwrap\.json|bin\/feedwright\.cjs)$/,
      /^docs\/.+\.(?:md|png|svg|webp)$/,
      /^dist\/(?:feedwright|thread|[a-z0-9-]+-[A-Z0-9]{8})\.js$/,
      /^dist\/(?:render|dev|command)\/.+\.(?:css|ico|js|png|toml|md|txt|yml)$|\/templates\/[a-z]+$/,
      // Alone in its folder: wrangler takes what lies beside a worker for its modules.
      /^dist\/worker\/app\.js$/,
      /^dist\/hub\/worker\.js$/,
      /^dist\/hono\.LICENSE$/,
      /^dist\/reports\.d\.cts$/,
      /^dist\/json-feed\.d\.cts$/,
      /^dist\/feed\.schema\.json$/,
    ];
    const paths = packed.files.map(({ path }) => path);
    expect(paths.filter((path) => !wanted.some((pattern) => pattern.test(path)))).toEqual([]);
    expect(wanted.filter((pattern) => !paths.some((path) => pattern.test(path)))).toEqual([]);
  });

  test("has less than 2 MB without its libraries", () => {
    expect(packed.sizeBytes).toBeLessThan(2_000_000);
  });

  test("has the worker as small as it may be deployed, and whole", () => {
    const worker = built("dist/worker/app.js");
    expect(gzipSync(worker).byteLength).toBeLessThanOrEqual(MAX_BUNDLE_BYTES);
    expect(importsOf(worker)).toEqual([]);
  });

  test("has the worker with a hub beside it, which imports the runtime's own module and no other", () => {
    const worker = built("dist/hub/worker.js");
    expect(gzipSync(worker).byteLength).toBeLessThanOrEqual(MAX_BUNDLE_BYTES + MAX_HUB_BYTES);
    expect(new Set(importsOf(worker))).toEqual(new Set(["cloudflare:workers"]));
  });

  test("has its optional libraries in the repository whatever Node runs npm there: npm passes over those that ask for a newer one", () => {
    const { optionalDependencies, devDependencies } = manifest;
    expect(Object.keys(optionalDependencies)).toEqual(["miniflare", "sharp", "wrangler"]);
    expect(devDependencies).toMatchObject(optionalDependencies);
  });

  test("names each library that its modules import in an exact version, and no other", () => {
    const named = { ...manifest.dependencies, ...manifest.optionalDependencies };
    const imported = readdirSync(join(packed.unpacked, "dist"))
      .filter((name) => name.endsWith(".js"))
      .flatMap((name) => importsOf(built(`dist/${name}`)));
    // Wrangler is run and a font read, not imported; esbuild makes the worker where it is not built, in the repository.
    const used = new Set([
      ...imported.filter((name) => name !== "esbuild"),
      "wrangler",
      "@fontsource/source-serif-4",
    ]);
    expect([...used].sort()).toEqual(Object.keys(named).sort());
    expect(Object.values(named).filter((version) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual(
      [],
    );
  });

  test("loads what a bake needs from few modules, and each module that another one loads is there", () => {
    const loaded = new Set<string>();
    const load = (name: string) => {
      if (loaded.has(name)) return;
      loaded.add(name);
      for (const [, next = ""] of built(`dist/${name}`).matchAll(/^(?:import|\}.* from) "\.\/(.+)";$/gm))
        load(next);
    };
    const modules = readdirSync(join(packed.unpacked, "dist")).filter((name) => name.endsWith(".js"));
    for (const name of modules) load(name);
    expect([...loaded].sort()).toEqual(modules.sort());
    loaded.clear();
    for (const name of modules) if (/^(?:feedwright\.|run-bake-|bake-anew-)/.test(name)) load(name);
    expect(loaded.size).toBeGreaterThan(3);
    expect(loaded.size).toBeLessThan(30);
  });

  test("says nothing of Node, which npm would say of the repository too", () => {
    expect(JSON.parse(built("package.json"))).not.toHaveProperty("engines");
  });

  test("is built outside of the repository, so that nothing can be left behind there", () => {
    const left = readdirSync(packed.repository).filter((name) => !existsSync(join(ROOT, name)));
    expect(left).toEqual([]);
    expect(existsSync(join(packed.repository, "dist"))).toBe(false);
    expect(existsSync(join(packed.repository, "npm-shrinkwrap.json"))).toBe(false);
  });
});

/** The packages that a module imports. */
function importsOf(module: string): string[] {
  return [
    ...module.matchAll(
      /(?:^|[;}])(?:import|export)\b[^;]*?from ?"([^"]+)"|\b(?:import|require\w*)\("([^"]+)"\)/gm,
    ),
  ]
    .map(([, name = "", later = ""]) => name || later)
    .filter((name) => !/^(?:\.|node:)/.test(name))
    .map((name) => name.split("/", name.startsWith("@") ? 2 : 1).join("/"));
}

describe("its shrinkwrap", () => {
  const read = (text: string) => v.parse(LOCK, JSON.parse(text)).packages;
  const shrinkwrap = () => built("npm-shrinkwrap.json");

  test("holds what runs to the versions of the lock file, and names nothing else and no registry", () => {
    const locked = read(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
    const { "": program, ...libraries } = read(shrinkwrap());
    expect(program).not.toHaveProperty("devDependencies");
    const named = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
    expect(Object.keys(libraries)).toEqual(
      expect.arrayContaining(named.map((name) => `node_modules/${name}`)),
    );
    for (const [path, { version, resolved, dev = false }] of Object.entries(libraries)) {
      expect({ path, version, resolved, dev }).toEqual({ path, version: locked[path]?.version, dev: false });
    }
  });

  test("has a part for every system of each library that has parts", () => {
    const { "": _, ...libraries } = read(shrinkwrap());
    const missing = Object.entries(libraries).flatMap(([path, { optionalDependencies }]) =>
      Object.keys(optionalDependencies).filter(
        (part) => !libraries[`node_modules/${part}`] && !libraries[`${path}/node_modules/${part}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  test(`has the packages that ${KNOWN_PACKAGES} knows`, () => {
    const known = readFileSync(join(ROOT, KNOWN_PACKAGES), "utf8")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));
    const found = packageLines(shrinkwrap());
    // Look at the package, its licence and what it runs before its line goes there.
    expect({
      "lines to add": found.filter((line) => !known.includes(line)),
      "lines to take away": known.filter((line) => !found.includes(line)),
    }).toEqual({ "lines to add": [], "lines to take away": [] });
  });
});

test("a package is a line with its versions, its licence and what is to be known of it", () => {
  const packages = {
    "": { name: "quay" },
    "node_modules/lock": { version: "1.2.3", license: "MIT" },
    "node_modules/tide/node_modules/lock": { version: "3.0.0", license: "MIT" },
    "node_modules/@quay/pump": { version: "0.4.0", optional: true, hasInstallScript: true },
  };
  expect(packageLines(JSON.stringify({ packages }))).toEqual([
    "@quay/pump 0: no licence, optional, INSTALL SCRIPT",
    "lock 1 and 3: MIT",
  ]);
});

describe("under Node", () => {
  /** Runs the program as if Node were another one. */
  const under = (version: string) => {
    const folder = contentFolder({
      "other.cjs": `Object.defineProperty(process.versions, "node", { value: "${version}" });`,
    });
    return spawnSync(
      process.execPath,
      ["-r", join(folder, "other.cjs"), join(packed.unpacked, "bin/feedwright.cjs"), "--version"],
      {
        encoding: "utf8",
      },
    );
  };

  test.for(["10.24.1", "20.20.2", "22.12.0"])("%s it says in a sentence what it needs", (version) => {
    expect(under(version)).toMatchObject({
      status: 1,
      stdout: "",
      stderr: `Feedwright needs Node 22.13 or newer, and this is Node ${version}; https://nodejs.org/ has it.\n`,
    });
  });

  test.for(["22.13.0", "24.0.0", "26.1.0"])("%s it runs", (version) => {
    expect(under(version)).toMatchObject({ status: 0, stdout: `${manifest.version}\n`, stderr: "" });
  });

  test("of any age that file can be read: it has no syntax of later years", () => {
    expect(readFileSync(BIN, "utf8")).not.toMatch(/\?\.|\?\?|\bimport [^(]|\bexport\b|\bawait\b|#\w/);
  });
});
