import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { endedPublish, rememberPublish } from "../../../src/command/stores/own-publish.ts";
import { temporaryFolder } from "../../content-folder.ts";

const FILE = "feedwright-publishing.json";

test("a publish that this process began is over once it is asked for again", () => {
  const folder = join(temporaryFolder(), "state");
  expect(endedPublish(folder)).toBeNull();
  rememberPublish(folder, "1-a");
  expect(endedPublish(folder)).toBe("1-a");
});

test.for([
  { name: "a process that ended", pid: spawnSync(process.execPath, ["--version"]).pid, ended: "1-a" },
  { name: "a process that goes on", pid: process.ppid, ended: null },
  { name: "nobody", pid: undefined, ended: null },
])("a publish of $name is over: $ended", ({ pid, ended }) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, FILE), JSON.stringify({ publish: "1-a", pid }));
  expect(endedPublish(folder)).toBe(ended);
});

test("a damaged file tells nothing", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, FILE), "{");
  expect(endedPublish(folder)).toBeNull();
});
