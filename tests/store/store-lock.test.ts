import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { processFacts } from "../../src/store/process-facts.ts";
import { StoreError } from "../../src/store/store.ts";
import { lockStore } from "../../src/store/store-lock.ts";
import { temporaryFolder } from "../content-folder.ts";

const LOCK = fileURLToPath(new URL("../../src/store/store-lock.ts", import.meta.url));

/** A state folder in which somebody has left a name. */
function stateWith(writer: string, commandLine = "bake.ts --content mine"): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "writers"));
  writeFileSync(join(folder, "writers", writer), commandLine);
  return folder;
}

const writersIn = (folder: string) => readdirSync(join(folder, "writers"));
const startOf = (pid: number) => processFacts(pid)?.started ?? 0;

describe("a store is locked", () => {
  test("while one has it, and free once that is released", async () => {
    const folder = temporaryFolder();
    const lock = await lockStore(folder);
    await expect(lockStore(folder)).rejects.toThrow(`is being written by process ${process.pid}`);
    const [, script = "", ...args] = process.argv;
    const own = join(folder, "writers", writersIn(folder)[0] ?? "");
    expect(readFileSync(own, "utf8")).toBe([basename(script), ...args].join(" "));
    lock.release();
    (await lockStore(folder)).release();
    expect(writersIn(folder)).toEqual([]);
  });

  test("while another process that runs has it, which is named with what it does and what to do", async () => {
    const folder = stateWith(`${process.ppid}-${startOf(process.ppid)}`);
    const refused = await lockStore(folder).catch((cause: unknown) => cause);
    expect(refused).toBeInstanceOf(StoreError);
    expect(String(refused)).toContain(
      `the local store in ${folder} is being written by process ${process.ppid} (bake.ts --content mine); ` +
        "wait until it has ended, or stop it",
    );
    expect(writersIn(folder)).toEqual([`${process.ppid}-${startOf(process.ppid)}`]);
  });

  test("and what its holder says of itself moves no cursor", async () => {
    const folder = stateWith(`${process.ppid}-${startOf(process.ppid)}`, "bake\u001b[2J\nmine");
    await expect(lockStore(folder)).rejects.toThrow("(bake [2J mine)");
  });

  test("and is told to 200 characters", async () => {
    const words = `\u0007bake\u001b\u0007[2J${"y".repeat(300)}`;
    const folder = stateWith(`${process.ppid}-${startOf(process.ppid)}`, words);
    await expect(lockStore(folder)).rejects.toThrow(`(bake [2J${"y".repeat(191)});`);
  });
});

test("a store that is released twice, or is gone by then, is released", async () => {
  const folder = temporaryFolder();
  const lock = await lockStore(folder);
  lock.release();
  lock.release();
  rmSync(folder, { recursive: true });
  lock.release();
  (await lockStore(folder)).release();
});

test("a store is locked once another that began in the same moment has stepped back", async () => {
  const writer = `${process.ppid}-${startOf(process.ppid)}`;
  const folder = stateWith(writer);
  const locking = lockStore(folder);
  rmSync(join(folder, "writers", writer));
  const lock = await locking;
  expect(writersIn(folder)).toEqual([`${process.pid}-${startOf(process.pid)}`]);
  lock.release();
});

test("a store says who writes to it by its program and flags", async () => {
  const { argv } = process;
  onTestFinished(() => {
    process.argv = argv;
  });
  process.argv = ["node", join("bin", "bake.ts"), "--content", "mine"];
  const folder = temporaryFolder();
  const lock = await lockStore(folder);
  await expect(lockStore(folder)).rejects.toThrow(`process ${process.pid} (bake.ts --content mine); wait`);
  lock.release();
});

test("another that says nothing of itself is named by its number alone", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "writers", `${process.ppid}-${startOf(process.ppid)}`), { recursive: true });
  await expect(lockStore(folder)).rejects.toThrow(`by process ${process.ppid}; wait until it has ended`);
});

describe("nothing stands in the way that was left by", () => {
  test.for([
    ["a process that is gone", "4194305-12"],
    ["one whose id another process has by now", `${process.ppid}-${startOf(process.ppid) + 1}`],
    ["one that was killed as it began, so that its file is empty", "4194305-13"],
  ] as const)("%s", async ([name, writer]) => {
    const folder = stateWith(writer, name.includes("empty") ? "" : undefined);
    const lock = await lockStore(folder);
    expect(writersIn(folder)).toEqual([`${process.pid}-${startOf(process.pid)}`]);
    lock.release();
  });

  test("anybody else: files that are no writers stay", async () => {
    const folder = stateWith("README");
    (await lockStore(folder)).release();
    expect(writersIn(folder)).toEqual(["README"]);
  });
});

test("a folder that is a file is told as one", async () => {
  const file = join(temporaryFolder(), "state");
  writeFileSync(file, "");
  await expect(lockStore(file)).rejects.toThrow(
    `${file} is a file, and the store needs a folder; name another with --persist-to`,
  );
});

test("a folder in whose place a file lies within the store is told as that too", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "writers"), "");
  await expect(lockStore(folder)).rejects.toThrow(`${folder} is a file, and the store needs a folder`);
});

test("a folder that the system lets nobody make is told as read-only, not by the name of a call", async () => {
  const place = "/sys/feedwright/state";
  await expect(lockStore(place)).rejects.toThrow(`${place} is read-only, or belongs to another user;`);
});

test("of many processes that want it again and again, no two ever have it", async () => {
  const folder = temporaryFolder();
  const log = join(folder, "log");
  const script = `
    import { appendFileSync, rmSync, writeFileSync } from "node:fs";
    import { lockStore } from ${JSON.stringify(LOCK)};
    for (let turn = 0; turn < 15; turn += 1) {
      const lock = await lockStore(${JSON.stringify(folder)}).catch(() => null);
      if (lock === null) continue;
      writeFileSync(${JSON.stringify(join(folder, "alone"))}, "", { flag: "wx" });
      appendFileSync(${JSON.stringify(log)}, "had it\\n");
      rmSync(${JSON.stringify(join(folder, "alone"))});
      lock.release();
    }`;
  const codes = await Promise.all(
    Array.from({ length: 4 }, () => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "inherit" });
      return new Promise((resolve) => child.once("close", resolve));
    }),
  );
  expect(codes).toEqual([0, 0, 0, 0]);
  expect(readFileSync(log, "utf8")).toMatch(/^(?:had it\n)+$/);
  expect(writersIn(folder)).toEqual([]);
});

test("a folder that no system can make is told with the reason", async () => {
  const fault = await lockStore("state\0").catch((cause: unknown) => cause);
  expect(fault).toBeInstanceOf(StoreError);
  expect(fault).toMatchObject({
    message: expect.stringMatching(/^the local store in state\0 cannot be written: .*null bytes/),
    cause: expect.any(Error),
  });
});

test.for(["x4194305-12", "4194305-12x", "4194305-"])(
  "a file that only looks like a writer's stays: %s",
  async (name) => {
    const folder = stateWith(name);
    (await lockStore(folder)).release();
    expect(writersIn(folder)).toEqual([name]);
  },
);

test("where the system does not tell when a process started, its id has to do", async () => {
  const real = process.platform;
  Object.defineProperty(process, "platform", { value: "win32" });
  onTestFinished(() => void Object.defineProperty(process, "platform", { value: real }));
  const folder = temporaryFolder();
  const lock = await lockStore(folder);
  expect(writersIn(folder)).toEqual([`${process.pid}-0`]);
  lock.release();
});
