import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SRC = join(ROOT, "src");

/** Where programs begin: commands, and the worker. */
const ENTRIES = ["worker/app.ts", "worker-with-hub.ts", ...entriesOf(join(ROOT, "scripts"))];

/** Read rooms as files: to know which program made a cache, and to serve the worker. */
const READ_ROOMS = ["cache/program-digest.ts", "command/serve/worker-script.ts"];

/** Every room may know it: it lies beside `src`, and beside what is built of it. */
const MANIFEST = "../package.json";

/** What commands may use. */
const FOR_COMMANDS = [
  "article",
  "bake",
  "cache",
  "doctor",
  "folder",
  "ledger",
  "migrate",
  "pictures",
  "propose",
  "publish",
  "render",
  "representation",
  "source",
  "store",
] as const;

/** Which rooms a room may import, beside itself; a file that it reads or runs counts as well. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  article: [],
  representation: [],
  source: ["article"],
  ledger: ["article"],
  render: ["article", "representation"],
  bake: ["article", "ledger", "render", "representation"],
  cache: ["article", "source"],
  folder: ["article", "source", "cache"],
  pictures: ["article", "representation"],
  migrate: ["article", "source", "folder", "ledger"],
  propose: ["article", "source"],
  store: ["representation"],
  publish: ["article", "ledger", "representation", "store"],
  doctor: ["article", "representation"],
  worker: ["representation"],
  hub: ["representation"],
  "worker-with-hub.ts": ["worker", "hub"],
  command: [...FOR_COMMANDS],
  dev: [...FOR_COMMANDS, "command"],
  "feedwright.ts": ["command", "dev"],
};

/** Packages that only some rooms may import. */
const GUARDED_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  feed: ["render"],
  hono: ["worker", "render"],
  miniflare: ["store", "command", "dev"],
  wrangler: ["command"],
  sharp: ["pictures"],
  "opentype.js": ["pictures"],
  chokidar: ["dev"],
  "cloudflare:workers": ["hub"],
};

/** Rooms without clock, file, network, chance or environment. */
const PURE_ROOMS = ["article", "representation", "source", "ledger", "render", "bake", "propose"];
const EFFECTS =
  /\bDate\.now\(|\bnew Date\(\)|\bprocess\.|\bperformance\.|Math\.random\(|\bfetch\(|"node:(?:fs|net|http|https|child_process|os|worker_threads|timers)[^"]*"/;

interface SourceModule {
  /** Path below src, such as `source/dates.ts`. */
  readonly path: string;
  readonly room: string;
  readonly text: string;
  readonly imports: readonly string[];
  readonly packages: readonly string[];
}

const modules = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map(readModule);

/** Files of `src` that scripts start with; benchmarks are no entries. */
function entriesOf(scripts: string): string[] {
  return readdirSync(scripts, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ name }) => [...readFileSync(join(scripts, name), "utf8").matchAll(/"\.\.\/src\/([^"]+)"/g)])
    .map(([, path = ""]) => path);
}

function readModule(path: string): SourceModule {
  const text = readFileSync(join(SRC, path), "utf8");
  const specifiers = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g)].map(
    ([, name = ""]) => name,
  );
  const named = [...text.matchAll(/new URL\("([^"]+)", import\.meta\.url\)/g)].map(([, name = ""]) => name);
  const local = [
    ...specifiers.filter((name) => name.startsWith(".")),
    ...(READ_ROOMS.includes(path) ? [] : named.filter((name) => !name.endsWith(MANIFEST))),
  ];
  return {
    path,
    room: path.split("/")[0] ?? "",
    text,
    imports: local.map((name) => relative(SRC, join(SRC, dirname(path), name))),
    packages: specifiers.filter((name) => !name.startsWith(".") && !name.startsWith("node:")),
  };
}

describe("the rooms of src", () => {
  test("are the ones with arrows, and each has a module", () => {
    expect([...new Set(modules.map(({ room }) => room))].sort()).toEqual(Object.keys(ARROWS).sort());
  });

  test("import only what their arrows allow", () => {
    const forbidden = modules.flatMap(({ path, room, imports }) =>
      imports
        .filter((target) => ![room, ...(ARROWS[room] ?? [])].includes(target.split("/")[0] ?? ""))
        .map((target) => `${path} -> ${target}`),
    );
    expect(forbidden).toEqual([]);
  });

  test("keep guarded packages to themselves", () => {
    const forbidden = modules.flatMap(({ path, room, packages }) =>
      packages
        .map((name) => name.split("/")[0] ?? name)
        .filter((name) => GUARDED_PACKAGES[name] && !GUARDED_PACKAGES[name].includes(room))
        .map((name) => `${path} -> ${name}`),
    );
    expect(forbidden).toEqual([]);
  });

  test("give the worker no package but hono", () => {
    const packages = modules
      .filter(({ room }) => ["worker", "hub", "representation"].includes(room))
      .flatMap((module) => module.packages);
    expect(packages.filter((name) => name.split("/")[0] !== "hono" && name !== "cloudflare:workers")).toEqual(
      [],
    );
  });

  test("have no circle, neither of files nor of folders", () => {
    const imports = new Map(modules.map((module) => [module.path, module.imports]));
    expect(circles(imports)).toEqual([]);
    const folders = new Map<string, string[]>();
    for (const [path, targets] of imports) {
      const others = targets.map(dirname).filter((folder) => folder !== dirname(path));
      folders.set(dirname(path), [...(folders.get(dirname(path)) ?? []), ...others]);
    }
    expect(circles(folders)).toEqual([]);
  });

  test("have no file that nothing reaches", () => {
    const imports = new Map(modules.map((module) => [module.path, module.imports]));
    const reached = new Set<string>();
    const visit = (path: string) => {
      if (reached.has(path)) return;
      reached.add(path);
      for (const target of imports.get(path) ?? []) visit(target);
    };
    for (const entry of ENTRIES) visit(entry);
    expect(modules.map(({ path }) => path).filter((path) => !reached.has(path))).toEqual([]);
  });

  test.for(PURE_ROOMS)("%s has no effects", (room) => {
    const lines = modules
      .filter((module) => module.room === room)
      .flatMap(({ path, text }) =>
        text
          .split("\n")
          .map((line, index) => ({ line, place: `${path}:${index + 1}` }))
          .filter(({ line }) => !/^\s*(\*|\/\/|\/\*)/.test(line) && EFFECTS.test(line))
          .map(({ line, place }) => `${place}: ${line.trim()}`),
      );
    expect(lines).toEqual([]);
  });
});

test("a circle is found", () => {
  const graph = new Map([
    ["a.ts", ["b.ts"]],
    ["b.ts", ["c.ts"]],
    ["c.ts", ["b.ts"]],
  ]);
  expect(circles(graph)).toEqual(["b.ts -> c.ts -> b.ts"]);
});

/** Every circle that a walk along the imports comes back into. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    const at = trail.indexOf(path);
    if (at !== -1) found.push([...trail.slice(at), path].join(" -> "));
    else if (!done.has(path)) {
      for (const target of graph.get(path) ?? []) visit(target, [...trail, path]);
      done.add(path);
    }
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}
