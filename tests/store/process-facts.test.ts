import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { isRunning, processFacts } from "../../src/store/process-facts.ts";

import { temporaryFolder } from "../content-folder.ts";

/** An id that no system gives to a process. */
const NOBODY = 999_999_999;

/** A process that runs until the test ends; unlike Node it never calls itself by another name. */
function child(): number {
  const { pid } = spawn("sleep", ["60"], { stdio: "ignore" });
  if (pid === undefined) throw new Error("no process");
  onTestFinished(() => void process.kill(pid, "SIGKILL"));
  return pid;
}

/** As if the system were another one. */
function onPlatform(name: string): void {
  const real = process.platform;
  Object.defineProperty(process, "platform", { value: name });
  onTestFinished(() => void Object.defineProperty(process, "platform", { value: real }));
}

describe.skipIf(process.platform === "win32")("a process that runs", () => {
  test("is told with its parent, its start and its program", () => {
    const pid = child();
    const facts = processFacts(pid);
    expect(facts?.parent).toBe(process.pid);
    expect(facts?.started).toBeGreaterThan(0);
    expect(facts?.program).toMatch(/^[\w.\-/ ()]+$/);
    expect(processFacts(pid)).toEqual(facts);
  });

  test.skipIf(process.platform !== "linux")("is told as the files of the system tell it", () => {
    const pid = child();
    const read = (name: string) => readFileSync(`/proc/${pid}/${name}`, "utf8").trim();
    const [, fields = ""] = read("stat").split(") ");
    expect(processFacts(pid)).toEqual({
      parent: process.pid,
      started: Number(fields.split(" ")[19]),
      program: read("comm"),
    });
  });

  test("has started before its child", () => {
    const own = processFacts(process.pid);
    const young = processFacts(child());
    expect(own?.started).toBeLessThanOrEqual(young?.started ?? Number.NaN);
    expect(own?.parent).toBe(process.ppid);
  });

  test("is told by ps where no file tells of it, and is the same one", () => {
    const pid = child();
    onPlatform("darwin");
    const told = processFacts(pid);
    expect(told?.parent).toBe(process.pid);
    expect(String(told?.started), "seconds since 1970").toMatch(/^\d{10}$/);
    expect(told?.program).toMatch(/^[\w.\-/ ()]+$/);
    expect(processFacts(pid)).toEqual(told);
  });

  test.for(["linux", "darwin"])("is none of an id that nobody has: %s", (platform) => {
    onPlatform(platform);
    expect(processFacts(NOBODY)).toBeNull();
  });
});

describe.skipIf(process.platform === "win32")("what ps tells", () => {
  /** A system whose `ps` is this script of sh; without one there is none. */
  function onSystemWith(script: string | null): void {
    const folder = temporaryFolder();
    if (script !== null) writeFileSync(join(folder, "ps"), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const { PATH } = process.env;
    process.env.PATH = folder;
    onTestFinished(() => {
      process.env.PATH = PATH;
    });
    onPlatform("darwin");
  }

  test("is read in the words of no language, with its columns as wide as they come", () => {
    onSystemWith('[ "$LC_ALL" = C ] && echo "   12   Tue Jul  1 18:00:09 2025     /opt/my tools/node"');
    const started = new Date(2025, 6, 1, 18, 0, 9).getTime() / 1000;
    expect(processFacts(7)).toEqual({ parent: 12, started, program: "/opt/my tools/node" });
  });

  test("is nothing where there is no ps", () => {
    onSystemWith(null);
    expect(processFacts(process.pid)).toBeNull();
  });
});

test.skipIf(process.platform !== "linux")(
  "a process that ended, and that nobody has asked for its exit code, is none",
  async () => {
    // What sh began becomes a child of what takes its place, which never asks.
    const parent = spawn("sh", ["-c", "cat <&3 >&2 & echo $!; exec sleep 60 >&-"], {
      stdio: ["ignore", "pipe", "ignore", "pipe"],
    });
    onTestFinished(() => void parent.kill("SIGKILL"));
    const { stdout, stdio } = parent;
    if (stdout === null || !(stdio[3] instanceof Writable)) throw new TypeError("no pipes");
    const pid = Number(await text(stdout));
    await vi.waitFor(() => expect(processFacts(parent.pid ?? 0)?.program).toBe("sleep"));
    stdio[3].end();
    await vi.waitFor(() => expect(readFileSync(`/proc/${pid}/stat`, "latin1")).toContain(") Z "));
    expect(processFacts(pid)).toBeNull();
  },
);

test("Windows tells nothing of a process", () => {
  onPlatform("win32");
  expect(processFacts(process.pid)).toBeNull();
});

describe("whether a process runs", () => {
  test("is known of this one, and of none with an id that nobody has", () => {
    expect(isRunning(process.pid)).toBe(true);
    expect(isRunning(NOBODY)).toBe(false);
  });

  test.for([
    {
      name: "one of another user does",
      fault: Object.assign(new Error("not yours"), { code: "EPERM" }),
      is: true,
    },
    {
      name: "one that is not there does not",
      fault: Object.assign(new Error("none"), { code: "ESRCH" }),
      is: false,
    },
    { name: "nor does one of which a fault says nothing", fault: new Error("broken"), is: false },
    { name: "nor one of which something else is thrown", fault: { code: "EPERM" }, is: false },
  ])("is told by the fault of asking: $name", ({ fault, is }) => {
    const asking = vi.spyOn(process, "kill").mockImplementation(() => {
      throw fault;
    });
    onTestFinished(() => asking.mockRestore());
    expect(isRunning(1)).toBe(is);
  });
});
