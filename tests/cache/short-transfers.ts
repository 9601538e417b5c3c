import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { onTestFinished, vi } from "vitest";

/**
 * Until the test ends the system writes and reads no more than some bytes at a time, as it may where a disk is
 * nearly full or a signal comes between.
 */
export function shortTransfers(mostBytes: number): void {
  const { writeSync, readSync } = fs;
  const part = (value: Uint8Array, at: number, length: number) => {
    if (at + length > value.byteLength) throw new RangeError("more than there is");
    return Math.min(length, mostBytes);
  };
  const spies = [
    vi
      .spyOn(fs, "writeSync")
      .mockImplementation(((file: number, value: Uint8Array, at: number, length: number, to: number) =>
        writeSync(file, value, at, part(value, at, length), to)) as typeof fs.writeSync),
    vi
      .spyOn(fs, "readSync")
      .mockImplementation(((file: number, value: Uint8Array, at: number, length: number, from: number) =>
        readSync(file, value, at, part(value, at, length), from)) as typeof fs.readSync),
  ];
  syncBuiltinESMExports();
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore();
    syncBuiltinESMExports();
  });
}
