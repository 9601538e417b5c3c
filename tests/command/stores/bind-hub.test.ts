import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { describe, expect, test } from "vitest";
import { withHub } from "../../../src/command/stores/bind-hub.ts";
import { readWorkerConfig } from "../../../src/command/stores/worker-config.ts";

const OWN = readFileSync("wrangler.toml", "utf8");

const bound = (toml: string, env = "production") => withHub(toml, env, readWorkerConfig(toml, env));
const settings = (toml: string) => parse(toml) as Record<string, unknown> & { env: Record<string, unknown> };

const BINDINGS = [
  { name: "HUB_DIRECTORY", class_name: "HubDirectory" },
  { name: "HUB_TOPIC", class_name: "HubTopic" },
  { name: "HUB_SHARD", class_name: "HubShard" },
];
const MIGRATION = {
  tag: "feedwright-hub-1",
  new_sqlite_classes: ["HubDirectory", "HubTopic", "HubShard"],
};

describe("a wrangler.toml for a hub", () => {
  test("has the worker with a hub, its Durable Objects and their migration, in that environment alone", () => {
    const { main, env, ...rest } = settings(bound(OWN));
    const { main: _, env: envBefore, ...before } = settings(OWN);
    expect(main).toBe("src/worker-with-hub.ts");
    expect(rest).toEqual(before);
    expect(env).toEqual({
      ...envBefore,
      production: {
        ...(envBefore.production as object),
        durable_objects: { bindings: BINDINGS },
        migrations: [MIGRATION],
      },
    });
  });

  test("is not touched where it has all of that", () => {
    const once = bound(OWN);
    expect(bound(once)).toBe(once);
  });

  test("keeps every line and comment that was there", () => {
    const lines = new Set(bound(OWN).split("\n"));
    expect(OWN.split("\n").filter((line) => !lines.has(line))).toEqual(['main = "src/worker/app.ts"']);
  });

  test("has the preview's beside the other's, once that is deployed", () => {
    const { env } = settings(bound(bound(OWN), "preview"));
    expect([env.production, env.preview]).toMatchObject([
      { migrations: [MIGRATION] },
      { migrations: [MIGRATION] },
    ]);
  });

  test("goes on with migrations of one's own, where they stand", () => {
    const migration = '\n[[migrations]]\ntag = "v1"\nnew_sqlite_classes = ["Counter"]\n';
    const { env, migrations } = settings(bound(OWN + migration));
    expect(migrations).toEqual([{ tag: "v1", new_sqlite_classes: ["Counter"] }, MIGRATION]);
    expect(env.production).not.toHaveProperty("migrations");
  });

  test("names the worker of the package in a site of one's own", () => {
    const toml = OWN.replace("src/worker/app.ts", "node_modules/feedwright/dist/worker/app.js");
    expect(settings(bound(toml)).main).toBe("node_modules/feedwright/dist/hub/worker.js");
  });

  test("keeps a worker of one's own, which has to export the classes itself", () => {
    expect(settings(bound(OWN.replace("src/worker/app.ts", "mine.ts"))).main).toBe("mine.ts");
  });
});
