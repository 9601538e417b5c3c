import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runHere } from "../command/run-here.ts";
import { contentFolder, SITE_TOML } from "../content-folder.ts";
import type { Attack, Outcome } from "./attack.ts";
import { ask, bakeAttacked, folderOf, NOW, OBEYED, plant, toldOf } from "./attack.ts";

/** Tests attacks on the content folder that stand side by side in one site. */
export function testSideBySide(attacks: readonly Attack[]): void {
  const around = mkdtempSync(join(tmpdir(), "feedwright-attack-"));
  const content = join(around, "content");
  let outcome: Outcome;

  beforeAll(async () => {
    contentFolder({ "site.toml": SITE_TOML }, content);
    for (const [number, attack] of attacks.entries()) plant(content, number, attack);
    outcome = await bakeAttacked(content);
  });
  // By its own program: some paths are longer than one call takes.
  afterAll(() => execFileSync("rm", ["-rf", around]));

  test.for(attacks.map((attack, number) => ({ ...attack, number })))(
    "$name",
    async ({ number, told: [file, severity, says] }) => {
      const path = `${folderOf(number)}/${file}`;
      expect(toldOf(outcome, path)).toContainEqual(
        expect.objectContaining({ severity, message: expect.stringContaining(says) }),
      );
      const beside = await ask(outcome.store, `/articles/good-${number}`);
      expect(beside).toMatchObject({
        kind: "whole",
        text: expect.stringContaining("Nothing is wrong here."),
      });
    },
  );

  test("the next bake can read what this one remembers, and writes nothing", async () => {
    const again = await bakeAttacked(content, { now: NOW + 60 }, outcome.store);
    expect(again.report).toMatchObject({ refusal: null, plan: { put: 0, delete: 0 } });
  });

  test("nothing is refused, and every problem names a file that is there or was asked for", () => {
    expect(outcome.report.refusal).toBeNull();
    expect(outcome.report.problems.filter(({ file }) => file === "")).toEqual([]);
  });

  test("no line that is printed holds what a terminal would obey", () => {
    expect(outcome.lines.filter((line) => OBEYED.test(line))).toEqual([]);
  });

  test("the command line says the same: one JSON report, and no stack", async () => {
    const state = join(around, "state");
    const flags = ["--content", content, "--persist-to", state, "--dry-run", "--json", "--skip-invalid"];
    const all = [...flags, "--now", "2025-07-01T18:00:00Z"];
    const { exitCode, stdout, stderr } = await runHere("bake", all);
    expect(exitCode).toBe(0);
    expect(OBEYED.test(stdout.trimEnd())).toBe(false);
    expect(JSON.parse(stdout).problems).toEqual(outcome.report.problems);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
}
