import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { devStore } from "../../src/dev/dev-store.ts";
import { temporaryFolder } from "../content-folder.ts";

describe("the store of dev", () => {
  test("is another for every content folder, also for two of one name", () => {
    const folder = temporaryFolder();
    const stores = ["a/posts", "b/posts", "c/content"].map((path) => devStore(join(folder, path)));
    expect(stores.map((store) => store.replace(/-[0-9a-f]{8}$/, ""))).toEqual([
      ".wrangler/dev/posts",
      ".wrangler/dev/posts",
      ".wrangler/dev/c",
    ]);
    expect(new Set(stores).size).toBe(3);
  });

  test("is the same by whatever way one comes to the folder", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "posts"));
    symlinkSync(join(folder, "posts"), join(folder, "link"));
    expect(devStore(join(folder, "link"))).toBe(devStore(join(folder, "posts")));
    expect(devStore(`${folder}/x/../posts/`)).toBe(devStore(join(folder, "posts")));
  });

  test.for([
    ["my site", "my-site"],
    ["наука", "наука"],
    ["a'b;$(c)", "a-b-c-"],
    ["x".repeat(200), "x".repeat(40)],
  ])("has a name that a shell takes as it is: %s", ([name = "", readable = ""]) => {
    const [, , last] = devStore(join("/nowhere/below", name)).split("/");
    expect(last).toMatch(/^[\p{L}\p{N}._-]+-[0-9a-f]{8}$/u);
    expect(last?.startsWith(`${readable}-`)).toBe(true);
  });
});
