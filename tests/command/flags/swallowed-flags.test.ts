import { describe, expect, test } from "vitest";
import { bakeCommandLine } from "../../../src/command/flags/bake-flags.ts";
import { meantLine } from "../../../src/command/flags/swallowed-flags.ts";
import { REPOSITORY } from "../settings.ts";

/** What npm 11 leaves of a line, and the line that was meant. */
const LINES = [
  { typed: "--content=mine", env: { content: "mine" }, args: [], meant: "--content mine" },
  { typed: "--content mine", env: { content: "true" }, args: ["mine"], meant: "--content mine" },
  { typed: "--dry-run", env: { dry_run: "true" }, args: [], meant: "--dry-run" },
  { typed: "--json", env: { json: "true" }, args: [], meant: "--json" },
  {
    typed: "--max-writes=3 --full",
    env: { max_writes: "3", full: "true" },
    args: [],
    meant: "--max-writes 3 --full",
  },
  {
    typed: "--url https://quay.example --dry-run",
    env: { url: "true", dry_run: "true" },
    args: ["https://quay.example"],
    meant: "--url https://quay.example --dry-run",
  },
  { typed: "--contnet=mine", env: { contnet: "mine" }, args: [], meant: "--content mine" },
  { typed: "--dry-rnu", env: { dry_rnu: "true" }, args: [], meant: "--dry-run" },
  {
    typed: "--content mine --persist-to state",
    env: { content: "true", persist_to: "true" },
    args: ["mine", "state"],
    meant: "--content … --persist-to …",
  },
] as const;

const meantBy = (env: object, args: readonly string[], script = "bake") => {
  const kept = Object.entries(env).map(([name, value]) => [`npm_config_${name}`, String(value)]);
  const environment = { npm_lifecycle_event: script, ...Object.fromEntries(kept) };
  const setting = { ...REPOSITORY, environment };
  const { command } = bakeCommandLine("bake", "Bakes.", setting);
  return meantLine("bake", command, args, setting);
};

describe("npm keeps flags that no -- precedes", () => {
  test.for(LINES)("npm run bake $typed", ({ env, args, meant }) => {
    expect(meantBy(env, args)).toBe(`npm run bake -- ${meant}`);
  });

  test.for([
    { name: "nothing", env: {} },
    {
      name: "what is no flag of the command",
      env: {
        registry: "x",
        loglevel: "silent",
        cache: "/c",
        prefix: "/p",
        globalconfig: "/g",
        userconfig: "/u",
        noproxy: "x",
        init_module: "m",
        user_agent: "npm",
        node_gyp: "g",
        yes: "true",
        fund: "true",
        proxy: "http://p",
      },
    },
    { name: "what npm says of a flag that is off", env: { json: "", dry_run: "false" } },
  ])("$name is kept of a line as it should be", ({ env }) => {
    expect(meantBy(env, ["--content", "mine"])).toBeNull();
  });

  test("another script's flags are its own", () => {
    expect(meantBy({ content: "mine" }, [], "test")).toBeNull();
  });
});
