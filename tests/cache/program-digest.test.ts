import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
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
