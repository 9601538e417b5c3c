import { describe, expect, test } from "vitest";
import { localFault, unknownFault } from "../../src/store/local-fault.ts";

describe("a fault of a local store", () => {
  test.for([
    { said: "database or disk is full: SQLITE_FULL", told: "the disk that holds state is full" },
    { said: "ENOSPC: no space left on device, mkdir 'state'", told: "the disk that holds state is full" },
    { said: "disk I/O error: SQLITE_IOERR", told: "the disk that holds state cannot be read or written" },
    { said: "attempt to write a readonly database: SQLITE_READONLY", told: "state is read-only" },
    { said: "EROFS: read-only file system, access 'state'", told: "state is read-only" },
    { said: "EACCES: permission denied, mkdir 'state'", told: "state is read-only" },
    { said: "database is locked: SQLITE_BUSY", told: "another process writes to the store in state" },
    { said: "file is not a database: SQLITE_NOTADB", told: "the local store in state is damaged" },
    {
      said: "unable to open database file: SQLITE_CANTOPEN",
      told: "the local store in state is damaged; move that folder away and bake again",
    },
    { said: "ENOTDIR: not a directory, mkdir 'state/v3'", told: "state is a file" },
  ])("$said: $told", ({ said, told }) => {
    const sentence = localFault("state", ["something else", said]);
    expect(sentence).toMatch(new RegExp(`^${told}.*[;,] .+`));
    expect(sentence, "no word of workerd's or SQLite's").not.toMatch(/SQLITE|E[A-Z]{4}|\n/);
  });

  test.for([[], ["Error: internal error"]])("that says nothing to a person has no sentence: %o", (said) => {
    expect(localFault("state", said)).toBeNull();
  });

  test("of which nothing is known names the folder and the way out", () => {
    expect(unknownFault("state", "cannot be opened")).toMatch(
      /^the local store in state cannot be opened; .*move that folder away and bake again; .*ledger --import/,
    );
  });
});
