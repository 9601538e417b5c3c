import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import type { Finished } from "../served-site.ts";
import type { Packed } from "./packed.ts";
import { packRepository } from "./packed.ts";
import { runShell } from "./run-shell.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const TSC = join(ROOT, "node_modules/typescript/bin/tsc");

/** Strict in all that a program may ask of declarations. */
const STRICT = "--noEmit --strict --exactOptionalPropertyTypes --target es2024";
const NODENEXT = "--module nodenext --types ''";
const BUNDLER = "--module esnext --moduleResolution bundler --types ''";

const home = mkdtempSync(join(tmpdir(), "feedwright-types-"));
const project = join(home, "project");
let packed: Packed;

/** A project of somebody else's, which has the package and nothing else. */
beforeAll(async () => {
  packed = await packRepository(home);
  mkdirSync(join(project, "node_modules"), { recursive: true });
  symlinkSync(packed.unpacked, join(project, "node_modules/feedwright"));
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Checks a program of the project; its errors are on standard output. */
function compile(name: string, program: string, resolution = NODENEXT): Promise<Finished> {
  writeFileSync(join(project, name), program);
  return runShell({ folder: project }, `node ${TSC} ${STRICT} ${resolution} ${name}`);
}

const PROGRAM = `
import type { BakeReport } from "feedwright";

export function errorsOf(printed: string): string[] {
  const { problems, refusal }: BakeReport = JSON.parse(printed);
  const errors = problems.filter(({ severity }) => severity === "error");
  return [...errors.map(({ file, line, message }) => file + ":" + (line ?? 1) + ": " + message), refusal ?? ""];
}
`;

describe("a program that reads what commands print", () => {
  test.for([
    { name: "as an ES module", file: "use.ts", resolution: NODENEXT },
    { name: "as a CommonJS module", file: "use.cts", resolution: NODENEXT },
    { name: "for a bundler", file: "bundled.ts", resolution: BUNDLER },
  ])("compiles $name", async ({ file, resolution }) => {
    expect(await compile(file, PROGRAM, resolution)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  test.for([
    { name: "a key that is not there", use: "report.article", says: "Did you mean 'articles'?" },
    {
      name: "a severity that is not there",
      use: "report.problems[0]?.severity === 'fatal'",
      says: "no overlap",
    },
    { name: "null taken for a text", use: "report.refusal.length", says: "possibly 'null'" },
    { name: "a report that is changed", use: "report.articles = 0", says: "read-only property" },
  ])("is told of $name", async ({ use, says }) => {
    const program = `import type { BakeReport } from "feedwright";\nexport const use = (report: BakeReport) => ${use};\n`;
    const { exitCode, stdout } = await compile("wrong.ts", program);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: expect.stringContaining(says) });
    expect(stdout.match(/error TS/g)).toHaveLength(1);
  });

  test("finds types and nothing to run", async () => {
    const { exitCode, stderr } = await runShell({ folder: project }, `node -e 'import("feedwright")'`);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: expect.stringContaining("ERR_PACKAGE_PATH_NOT_EXPORTED"),
    });
  });
});

describe("a program that reads the JSON Feeds of a site", () => {
  test("compiles with the client of docs/apps.md", async () => {
    const blocks = [...readFileSync(join(ROOT, "docs/apps.md"), "utf8").matchAll(/```ts\n(.*?)```/gs)];
    const program = blocks.map(([, code = ""]) => code).join("\n");
    const types = "--module nodenext --lib es2024,dom --types ''";
    expect(await compile("app.ts", program, types)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  test("finds the schema", async () => {
    const code = `import schema from "feedwright/feed.schema.json" with { type: "json" }; console.log(schema.title)`;
    const { stdout } = await runShell({ folder: project }, `node --input-type=module -e '${code}'`);
    expect(stdout).toMatch(/^JSON Feed 1\.1/);
  });
});

describe("what is printed", () => {
  const ARTICLE =
    "section: Harbour\ntags: [locks]\ndate: 2025-07-01T10:00:00Z\ncorrection: It opens at noon.\n";

  /** A site of which one article is sound, and another has a fault in its front matter. */
  const site = () => {
    const content = contentFolder({
      "site.toml": SITE_TOML,
      "lock.md": `---\n${ARTICLE}---\n# A second lock\n\nIt opens at noon.\n`,
      "tide.md": "---\ntitle: [\n---\n# Tide\n",
    });
    return `--content ${content} --persist-to ${content}/.state`;
  };
  const print = async (line: string) => {
    const program = join(packed.unpacked, "bin/feedwright.cjs");
    const { stdout } = await runShell({ folder: project }, `node ${program} ${line} || true`);
    return stdout;
  };
  /** tsc compares a literal with its type key by key, so that neither has one that the other lacks. */
  const isA = async (type: string, printed: string) =>
    expect(
      await compile(
        `${type}.ts`,
        `import type { ${type} } from "feedwright";\nexport const printed: ${type} = ${printed};\n`,
      ),
    ).toEqual({ exitCode: 0, stdout: "", stderr: "" });

  test("by bake, verify and ledger is what their types say", async () => {
    const place = site();
    const refused = await print(`bake --json ${place}`);
    expect(JSON.parse(refused)).toMatchObject({ refusal: expect.any(String) });
    await isA("BakeReport", refused);
    const baked = await print(`bake --json --skip-invalid ${place}`);
    expect(JSON.parse(baked)).toMatchObject({
      leftOut: 1,
      refusal: null,
      problems: [{ column: expect.any(Number) }],
    });
    await isA("BakeReport", baked);

    await isA("VerifyReport", await print(`verify --json ${place}`));
    const ledger = await print(`ledger --json ${place}`);
    expect(JSON.parse(ledger).channels).toHaveLength(2);
    expect(JSON.parse(ledger).articles).toMatchObject([{ correction: { before: expect.any(Number) } }]);
    await isA("LedgerReport", ledger);
  });

  test("is told by the script of docs/install.md, which compiles", async () => {
    const [, script = ""] =
      /```ts\n(.*?)```/s.exec(readFileSync(join(ROOT, "docs/install.md"), "utf8")) ?? [];
    const types = `--module nodenext --types node --typeRoots ${join(ROOT, "node_modules/@types")}`;
    expect(await compile("tell.ts", script, types)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    const told = await print(`bake --json ${site()} | node tell.ts`);
    expect(told).toMatch(/^::error file=content\/tide\.md,line=\d+::\S.*\n\S.*\n$/);
  });

  test("by import is what its type says", async () => {
    const old = contentFolder({ "feed.xml": RSS });
    const printed = await print(`import --json ${old}/feed.xml --into ${old}/content`);
    expect(JSON.parse(printed)).toMatchObject({ posts: 1, problems: [{ severity: "warning" }] });
    await isA("ImportReport", printed);
  });

  test("by adopt is what its type says", async () => {
    const old = contentFolder({ "feed.xml": RSS, "list.txt": "/tide/\n", "content/site.toml": SITE_TOML });
    const printed = await print(
      `adopt --json ${old}/feed.xml --content ${old}/content --addresses ${old}/list.txt`,
    );
    expect(JSON.parse(printed)).toMatchObject({
      feeds: [{ format: "rss" }],
      addresses: { counts: { lost: 1 } },
    });
    await isA("AdoptReport", printed);
  });

  test("by doctor is what its type says", async () => {
    const server = createServer((_, response) => {
      response.setHeader("Content-Type", "application/rss+xml").end(RSS);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const address = server.address();
      const port = typeof address === "object" ? address?.port : null;
      const printed = await print(`doctor --json http://127.0.0.1:${port}/rss.xml`);
      expect(JSON.parse(printed)).toMatchObject({ feeds: [expect.any(String)] });
      expect(JSON.parse(printed).findings.length).toBeGreaterThan(0);
      await isA("DoctorReport", printed);
    } finally {
      server.close();
    }
  });
});

/** A feed without what most readers ask for. */
const RSS = `<rss version="2.0"><channel><title>The Quay</title><link>https://quay.example/</link>
<description>News.</description><item><title>A second lock</title></item></channel></rss>`;
