import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { ownDigest, programDigest, programPlaces } from "../../src/cache/program-digest.ts";
import { contentFolder } from "../content-folder.ts";

/** What decides what a source becomes, and how it is rendered. */
const ROOMS = ["article", "bake", "cache", "folder", "ledger", "render", "representation", "source"];

/** The sources of a small program. */
function program(): string {
  const files = ROOMS.flatMap((room) => [
    [`src/${room}/one.ts`, `// ${room}`],
    [`src/${room}/notes.md`, "Notes."],
  ]);
  return join(contentFolder({ ...Object.fromEntries(files), "package.json": "{}" }), "src");
}

test("one program has one digest, wherever it lies", () => {
  expect(programDigest(program())).toBe(programDigest(program()));
  expect(programDigest(program())).not.toBe(programDigest());
});

test("the program that runs has the digest of its code, and keeps it", () => {
  expect([ownDigest(), ownDigest()]).toEqual([programDigest(), programDigest()]);
});

test.for(ROOMS)("another line in %s makes another program", (room) => {
  const src = program();
  const before = programDigest(src);
  writeFileSync(join(src, room, "one.ts"), `// ${room}, changed`);
  expect(programDigest(src)).not.toBe(before);
});

test.for([
  ["other libraries make another program", "../package.json", true],
  ["a file under another name makes another program", "bake/two.ts", true],
  ["a module of either kind makes another program", "bake/two.mts", true],
  ["a script makes another program", "bake/two.cjs", true],
  ["a module in a folder of a room makes another program", "bake/store/one.ts", true],
  ["a file that is no code does not", "bake/notes.md", false],
] as const)("%s", ([, file, isOther]) => {
  const src = program();
  const before = programDigest(src);
  contentFolder({ [file]: "{ }" }, src);
  expect(programDigest(src) !== before).toBe(isOther);
});

test("a module of another name makes another program, and so does a line that is in another one", () => {
  const [src, renamed, moved] = [program(), program(), program()];
  renameSync(join(renamed, "bake/one.ts"), join(renamed, "bake/two.ts"));
  contentFolder({ "article/one.ts": "// article//", "bake/one.ts": " bake" }, moved);
  expect(new Set([src, renamed, moved].map((code) => programDigest(code))).size).toBe(3);
});

describe("another runtime", () => {
  const VERSIONS = { node: "24.1.0", icu: "77.1", unicode: "16.0", tz: "2025b" };

  test.for([
    { name: "of another version", versions: { ...VERSIONS, node: "24.1.1" } },
    { name: "that orders names otherwise", versions: { ...VERSIONS, icu: "77.2" } },
    { name: "that knows other characters", versions: { ...VERSIONS, unicode: "17.0" } },
    { name: "that knows other time zones", versions: { ...VERSIONS, tz: "2025c" } },
    { name: "that tells its versions otherwise", versions: { ...VERSIONS, icu: "77", unicode: ".116.0" } },
  ])("$name makes another program", ({ versions }) => {
    const src = program();
    const digests = [VERSIONS, versions].map((one) => withVersions(one, () => programDigest(src)));
    expect(digests[0]).not.toBe(digests[1]);
  });

  test("that was built without any of them is the same each time", () => {
    const src = program();
    const none = { node: "24.1.0", icu: "", unicode: "", tz: "" };
    const [absent, empty] = [{ node: "24.1.0" }, none].map((one) =>
      withVersions(one, () => programDigest(src)),
    );
    expect(absent).toBe(empty);
  });

  test("makes no other one of a program that runs already", () => {
    const own = ownDigest();
    expect(withVersions(VERSIONS, ownDigest)).toBe(own);
  });
});

/** What `work` gives where the runtime says that it has these versions. */
function withVersions<T>(versions: Readonly<Record<string, string>>, work: () => T): T {
  const asking = vi.spyOn(process, "versions", "get").mockReturnValue(versions as NodeJS.ProcessVersions);
  try {
    return work();
  } finally {
    asking.mockRestore();
  }
}

test.for([
  ["a module more makes another one", "chunk-2.js", true],
  ["other libraries make another one", "../npm-shrinkwrap.json", true],
  ["another worker does not", "worker/app.js", false],
] as const)("of a program that is built, all modules in one folder, %s", ([, file, isOther]) => {
  const built = ["feedwright.js", "chunk-1.js", "worker/app.js"].map((name) => [`dist/${name}`, "// built"]);
  const dist = join(contentFolder({ ...Object.fromEntries(built), "package.json": "{}" }), "dist");
  const before = programDigest(dist);
  writeFileSync(join(dist, file), "// other");
  expect(programDigest(dist) !== before).toBe(isOther);
});

test.for([
  { name: "with a slash", code: "/opt/feed-wright/src/" },
  { name: "with several", code: "/opt/feed-wright/src//" },
  { name: "without one", code: "/opt/feed-wright/src" },
])("a program lies in its folder, $name, and its libraries are named beside that", ({ code }) => {
  expect(programPlaces(code)).toEqual({
    code: "/opt/feed-wright/src",
    manifests: ["package.json", "package-lock.json", "npm-shrinkwrap.json"].map((name) =>
      join("/opt/feed-wright", name),
    ),
  });
});
