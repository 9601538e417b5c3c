import { readFileSync, writeFileSync } from "node:fs";
import * as v from "valibot";
import type { RemoteFlags } from "../flags/bake-flags.ts";
import type { WorkerConfig } from "./worker-config.ts";

/** The Durable Objects of a hub: bindings, and the classes behind them. */
export const HUB_CLASSES = {
  HUB_DIRECTORY: "HubDirectory",
  HUB_TOPIC: "HubTopic",
  HUB_SHARD: "HubShard",
} as const;

/** The worker without a hub and the one with it, in a site of one's own and in the repository. */
const MAINS = [
  ["node_modules/feedwright/dist/worker/app.js", "node_modules/feedwright/dist/hub/worker.js"],
  ["src/worker/app.ts", "src/worker-with-hub.ts"],
] as const;

/** What is looked at of an environment. */
const BOUND = v.looseObject({
  durable_objects: v.optional(
    v.looseObject({ bindings: v.optional(v.array(v.looseObject({ name: v.string() })), []) }),
    {},
  ),
  migrations: v.optional(v.array(v.looseObject({ new_sqlite_classes: v.optional(v.array(v.string()), []) }))),
});
const SETTINGS = v.looseObject({ ...BOUND.entries, env: BOUND });

/** Writes what a hub needs into wrangler.toml where it is missing; whether anything was. A dry run writes nothing. */
export function bindHub({ config, env }: RemoteFlags, worker: WorkerConfig, dryRun: boolean): boolean {
  const before = readFileSync(config, "utf8");
  const after = withHub(before, env, worker);
  if (after === before) return false;
  if (!dryRun) writeFileSync(config, after);
  return true;
}

/**
 * The text of a wrangler.toml with the worker that has a hub, its Durable Objects and the migration that
 * makes them, in one environment; all else stays as it is.
 */
export function withHub(toml: string, env: string, { settings }: Pick<WorkerConfig, "settings">): string {
  const parsed = v.parse(SETTINGS, settings);
  const bound = new Set(parsed.env.durable_objects.bindings.map(({ name }) => name));
  const missing = Object.entries(HUB_CLASSES).filter(([name]) => !bound.has(name));
  // Where an environment has migrations, those of the top do not count.
  const migrations = parsed.env.migrations ?? parsed.migrations ?? [];
  const made = new Set(migrations.flatMap(({ new_sqlite_classes }) => new_sqlite_classes));
  const unmade = Object.values(HUB_CLASSES).filter((name) => !made.has(name));
  const table = parsed.env.migrations || !parsed.migrations ? `env.${env}.migrations` : "migrations";
  const lines = [
    ...missing.map(
      ([name, className]) =>
        `[[env.${env}.durable_objects.bindings]]\nname = "${name}"\nclass_name = "${className}"\n`,
    ),
    ...(unmade.length === 0
      ? []
      : [`[[${table}]]\ntag = "feedwright-hub-1"\nnew_sqlite_classes = ${JSON.stringify(unmade)}\n`]),
  ];
  const text = MAINS.reduce(
    (text, [without, with_]) => text.replace(`main = "${without}"`, `main = "${with_}"`),
    toml,
  );
  if (lines.length === 0) return text;
  const heading = "# The site's own WebSub hub (hub = true in site.toml), which deploy added.";
  return `${text.replace(/\n*$/, "\n\n")}${heading}\n${lines.join("\n")}`;
}
