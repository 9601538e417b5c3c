import { mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";

/** Where Linux has a file system in memory. */
const IN_MEMORY = "/dev/shm";

/** More than the 64 MB that a container has by itself. */
const ROOM_BYTES = 4 * 2 ** 30;

/**
 * The C library keeps the memory that it was given, in large pages: each page that a process is given is
 * a fault, and a run had twelve million of them.
 */
const MALLOC = {
  hugetlb: 1,
  mmap_threshold: 64 * 2 ** 20,
  top_pad: 16 * 2 ** 20,
  trim_threshold: 512 * 2 ** 20,
};

/**
 * Lets the tests, and all that they start, ask less of the kernel, which took a third of the time of the
 * processor. What is set in the environment stays.
 */
export function spareTheKernel(): void {
  process.env.GLIBC_TUNABLES ??= Object.entries(MALLOC)
    .map(([name, value]) => `glibc.malloc.${name}=${value}`)
    .join(":");
  if (process.env.TMPDIR === undefined && canHoldAll()) {
    const folder = mkdtempSync(join(IN_MEMORY, "feedwright-tests-"));
    process.env.TMPDIR = folder;
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  }
}

/** Whether there is such a file system, large enough, from which programs can be started. */
function canHoldAll(): boolean {
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    const mounts = readFileSync("/proc/mounts", "utf8").split("\n");
    const mount = mounts.find((line) => line.split(" ")[1] === IN_MEMORY);
    return mount !== undefined && !/\bnoexec\b/.test(mount) && bavail * bsize >= ROOM_BYTES;
  } catch {
    return false;
  }
}
