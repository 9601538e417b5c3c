import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { fileURLToPath } from "node:url";
import { Stryker } from "@stryker-mutator/core";
import { EQUIVALENTS } from "./equivalents/index.ts";
import { textOf } from "./mutant.ts";
import { MUTATED_ROOMS } from "./rooms.ts";
import type { Fate, RoomScore } from "./score.ts";
import { scoreOf } from "./score.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** The least part of a room's mutants that its tests notice. */
const ENOUGH = 0.95;

/** Stryker's words for what became of a mutant, in ours. */
const FATES: Readonly<Record<string, Fate>> = {
  Killed: "killed",
  Timeout: "killed",
  Survived: "survived",
  NoCoverage: "survived",
  RuntimeError: "invalid",
  CompileError: "invalid",
};

/**
 * `npm run mutate [-- room…]`, or files of a room: changes the source in one place after the other and
 * runs the room's tests. Gives the exit code: 1 where a room's tests notice too little.
 */
export async function mutate(args: readonly string[]): Promise<number> {
  const rooms = new Map<string, string[]>();
  for (const arg of args.length > 0 ? args : Object.keys(MUTATED_ROOMS)) {
    const asked = askedRooms(arg);
    if (asked.length === 0) {
      process.stderr.write(`no room "${arg}"; there are ${Object.keys(MUTATED_ROOMS).join(", ")}\n`);
      return 2;
    }
    for (const { room, files } of asked) rooms.set(room, [...(rooms.get(room) ?? []), ...files]);
  }
  const scores: [string, RoomScore][] = [];
  for (const [room, files] of rooms) scores.push([room, await mutateRoom(room, files)]);
  for (const [room, score] of scores) process.stdout.write(`${report(room, score).join("\n")}\n`);
  return scores.every(([, { ratio, stale }]) => ratio >= ENOUGH && stale.length === 0) ? 0 : 1;
}

/** What an argument names: a room, with the rooms in it, or files of one. */
function askedRooms(arg: string): readonly { readonly room: string; readonly files: readonly string[] }[] {
  const path = arg.replace(/^src\//, "");
  const rooms = Object.entries(MUTATED_ROOMS);
  const named = rooms.filter(([room]) => `${room}/`.startsWith(`${path}/`));
  if (named.length > 0) return named.map(([room, { mutate }]) => ({ room, files: mutate }));
  const around = rooms.map(([room]) => room).filter((room) => path.startsWith(`${room}/`));
  return around
    .sort((a, b) => a.length - b.length)
    .slice(-1)
    .map((room) => ({ room, files: [arg] }));
}

async function mutateRoom(room: string, files: readonly string[]): Promise<RoomScore> {
  // The runner's processes read it.
  env.FEEDWRIGHT_MUTATED_ROOM = room;
  const results = await new Stryker({
    mutate: [...files],
    testRunner: "in-process",
    plugins: [fileURLToPath(new URL("runner/plugin.ts", import.meta.url))],
    coverageAnalysis: "perTest",
    concurrency: Number(env.FEEDWRIGHT_MUTATE_WORKERS ?? availableParallelism()),
    // Modules that are loaded anew leave the old ones behind.
    maxTestRunnerReuse: 200,
    timeoutMS: 20_000,
    reporters: ["progress-append-only"],
    // Not below node_modules, where Node strips no types for the processes that tests start.
    tempDirName: join(tmpdir(), "feedwright-mutants"),
    // TypeScript 7 has no API to rewrite settings with, and tests load none.
    tsconfigFile: "none",
  }).runMutationTest();
  const judged = results.flatMap((result) => {
    const fate = FATES[result.status];
    return fate === undefined ? [] : [{ ...textOf(result, ROOT), fate }];
  });
  return scoreOf(judged, EQUIVALENTS[room.split("/", 1)[0] ?? ""] ?? []);
}

function report(room: string, { mutants, killed, equivalent, survivors, stale, ratio }: RoomScore): string[] {
  const share = `${(Math.floor(ratio * 1000) / 10).toFixed(1)} %`;
  return [
    ...survivors.map(({ file, from, to }) => `survived: ${JSON.stringify({ file, from, to })}`),
    ...stale.map((one) => `listed as equivalent, but noticed or not there: ${JSON.stringify(one)}`),
    `${room.padEnd(16)} ${share.padStart(7)}  ${mutants} mutants, ${killed} noticed, ${equivalent} equivalent, ${survivors.length} survived`,
  ];
}
