import { describe, expect, test } from "vitest";
import { diskFault } from "../../../src/command/reports/disk-fault.ts";
import { isRefusal } from "../../../src/command/reports/refusal.ts";

describe("a fault of the disk", () => {
  test("that is full is told with what to do", () => {
    const fault = diskFault(Object.assign(new Error("write"), { code: "ENOSPC" }));
    expect(isRefusal(fault)).toBe(true);
    expect(fault?.message).toBe("the disk is full; make room, then run it again");
  });

  test.for([
    { code: "EROFS", says: "state/a: the disk is read-only; name another folder with --persist-to" },
    { code: "EACCES", says: /^state\/a: it may not be written by this user; make it writable, or/ },
    { code: "EDQUOT", says: /^state\/a: your share of the disk is full; make room/ },
  ])("of code $code is told as that", ({ code, says }) => {
    const fault = diskFault(Object.assign(new Error(code), { code, path: "state/a" }));
    expect(fault?.message).toEqual(typeof says === "string" ? says : expect.stringMatching(says));
  });

  test.for([new TypeError("no"), Object.assign(new Error("no"), { code: "ENOENT" }), null, "text"])(
    "is not %o",
    (cause) => {
      expect(diskFault(cause)).toBeNull();
    },
  );
});
