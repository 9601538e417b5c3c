import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { contentFolder, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { commandOf, descendants, isAlive } from "../dev/dev-site.ts";
import { runHere } from "./run-here.ts";
import type { Ending } from "./serving-ends.ts";
import { endAndLook } from "./serving-ends.ts";
import { startServing } from "./serving-process.ts";

const BAKE = fileURLToPath(new URL("../../scripts/bake.ts", import.meta.url));

const ENDINGS: readonly Ending[] = [
  {
    name: "serve is told to stop",
    command: "serve",
    by: "node",
    signal: "SIGTERM",
    to: "command",
    exitCode: 0,
  },
  {
    name: "the npm that started start is killed",
    command: "start",
    by: "npm",
    signal: "SIGKILL",
    to: "first",
  },
];

describe("nothing lives on, and the port is free, once", () => {
  test.for(ENDINGS.map((ending) => [ending.name, ending] as const))("%s", ([, ending]) => endAndLook(ending));
});

test("a bake that is killed while its store is open leaves no runtime", async () => {
  const content = contentFolder({ "site.toml": SITE_TOML, "tea.md": "# Tea\n\nRain.\n" });
  const child = spawn(process.execPath, [BAKE, "--content", content, "--persist-to", temporaryFolder()], {
    stdio: "ignore",
  });
  const runtimes = () =>
    descendants(child.pid ?? 0).filter((pid) => isAlive(pid) && commandOf(pid).includes("workerd serve"));
  await expect.poll(runtimes, { timeout: 30_000, interval: 5 }).toHaveLength(1);
  const started = descendants(child.pid ?? 0);
  child.kill("SIGKILL");
  await expect.poll(() => started.filter(isAlive), { timeout: 30_000 }).toEqual([]);
});

test("a runtime is guarded anew after its watcher and then itself were killed", async () => {
  const content = contentFolder({ "site.toml": SITE_TOML, "tea.md": "# Tea\n\nRain.\n" });
  const flags = ["--content", content, "--persist-to", temporaryFolder()];
  expect((await runHere("bake", [...flags])).exitCode).toBe(0);
  const { command } = await startServing("serve", "node", ...flags);
  const found = (what: string) =>
    descendants(command).filter((pid) => isAlive(pid) && commandOf(pid).includes(what));
  const killed: number[] = [];
  for (const what of ["const running", "workerd serve"]) {
    const before = found(what);
    expect(before).toHaveLength(1);
    for (const pid of before) process.kill(pid, "SIGKILL");
    const others = () => found(what).filter((pid) => !before.includes(pid));
    await expect.poll(others, { timeout: 30_000 }).toHaveLength(1);
    killed.push(...others());
  }
  process.kill(command, "SIGKILL");
  await expect.poll(() => killed.filter(isAlive), { timeout: 30_000 }).toEqual([]);
});
