import { spawn } from "node:child_process";
import { existsSync, readdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bake } from "../../../src/command/bake/bake.ts";
import type { OpenLocal } from "../../../src/command/flags/setting.ts";
import { beginStore } from "../../../src/command/stores/begun-store.ts";
import { openLocalStore } from "../../../src/command/stores/open-store.ts";
import { MemoryStore } from "../../../src/store/memory-store.ts";
import { StoreError } from "../../../src/store/store.ts";
import { contentFolder, SITE_TOML, temporaryFolder } from "../../content-folder.ts";

class ClosingStore extends MemoryStore {
  closed = 0;

  override async close() {
    this.closed += 1;
  }
}

/** A way to open stores that is told how often it has failed before, and what it was asked. */
function opening(failures = 0) {
  const store = new ClosingStore();
  const asked: Parameters<OpenLocal>[] = [];
  const open: OpenLocal = async (...what) => {
    asked.push(what);
    if (asked.length <= failures) throw new StoreError("somebody else writes");
    return store;
  };
  return { store, asked, open };
}

test.for([
  { name: "elsewhere", flags: { persistTo: temporaryFolder, remote: true } },
  { name: "that is not there yet", flags: { persistTo: () => join(temporaryFolder(), "state") } },
])("a store $name is not begun", async ({ flags: { persistTo: make, ...flags } }) => {
  const { asked, open } = opening();
  const persistTo = make();
  const before = existsSync(persistTo);
  expect(await beginStore({ persistTo, ...flags }, open)).toBeNull();
  expect([asked, existsSync(persistTo)]).toEqual([[], before]);
});

test("a store that was begun is the one that is opened, and whoever opened it closes it", async () => {
  const { store, asked, open } = opening();
  const persistTo = temporaryFolder();
  const begun = await beginStore({ persistTo }, open);
  expect(await begun?.openLocal({ persistTo }, { writes: true })).toBe(store);
  await begun?.letGo();
  expect([asked, store.closed]).toEqual([[[{ persistTo }, { writes: true }]], 0]);
});

test("one that nobody opens is closed; a dry run only reads", async () => {
  const { store, asked, open } = opening();
  const begun = await beginStore({ persistTo: temporaryFolder(), dryRun: true }, open);
  await begun?.letGo();
  expect([asked[0]?.[1], store.closed]).toEqual([{ writes: false }, 1]);
});

test("one that cannot be begun is opened when its turn comes, and says then what is wrong", async () => {
  const persistTo = temporaryFolder();
  const needs = { writes: true };
  const once = opening(1);
  const begun = await beginStore({ persistTo }, once.open);
  expect(await begun?.openLocal({ persistTo }, needs)).toBe(once.store);
  const twice = opening(2);
  const again = await beginStore({ persistTo }, twice.open);
  await expect(again?.openLocal({ persistTo }, needs)).rejects.toThrow("somebody else writes");
  await again?.letGo();
});

test("nobody waits for a runtime that is starting", async () => {
  const program = join(temporaryFolder(), "workerd");
  symlinkSync(process.execPath, program);
  let end = () => {};
  const begun = await beginStore({ persistTo: temporaryFolder() }, () => {
    spawn(program, ["-e", ""]);
    return new Promise((done) => {
      end = () => done(new ClosingStore());
    });
  });
  const opened = begun?.openLocal({ persistTo: "" }, { writes: true });
  expect(await Promise.race([opened, "not yet"])).toBe("not yet");
  end();
  expect(await opened).toBeInstanceOf(ClosingStore);
});

test("a bake that is refused for its content gives the store back", async () => {
  const content = contentFolder({ "site.toml": SITE_TOML, "a.md": "---\ndate: never\n---\n# A\n" });
  const persistTo = temporaryFolder();
  const { report } = await bake({ content, persistTo });
  expect(report.refusal).toMatch(/^fix the 1 error above/);
  expect(existsSync(join(persistTo, "writers")) ? readdirSync(join(persistTo, "writers")) : []).toEqual([]);
  const store = await openLocalStore({ persistTo }, { writes: true });
  await store.close();
});
