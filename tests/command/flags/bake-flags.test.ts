import { describe, expect, test } from "vitest";
import {
  bakeCommandLine,
  refuseIdleRemote,
  remoteFlags,
  withRemote,
} from "../../../src/command/flags/bake-flags.ts";
import { commandLine, parseFlags } from "../../../src/command/flags/flags.ts";
import { captured } from "../captured.ts";
import { REPOSITORY } from "../settings.ts";

const bake = () => bakeCommandLine("bake", "Bakes.", REPOSITORY);
const parse = (...args: readonly string[]) => parseFlags(bake(), args);

/** A bake's help, one option a line. */
const help = bake().command.configureHelp({ helpWidth: 200 }).helpInformation();

describe("npm run bake", () => {
  test("without flags is told nothing", () => {
    expect(parse()).toEqual({});
  });

  test.for([
    { flags: ["--content", "news"], is: { content: "news" }, help: /folder of articles/ },
    {
      flags: ["--url", "https://quay.example/"],
      is: { url: "https://quay.example" },
      help: /address of the site/,
    },
    { flags: ["--persist-to", "state"], is: { persistTo: "state" }, help: /folder of the local store/ },
    { flags: ["--dry-run"], is: { dryRun: true }, help: /write nothing/ },
    { flags: ["--json"], is: { json: true }, help: /the report as JSON/ },
    {
      flags: ["--now", "2025-07-01T18:00:00Z"],
      is: { now: 1_751_392_800 },
      help: /publish as of this instant/,
    },
    { flags: ["--future"], is: { future: true }, help: /more than a day ahead of the clock/ },
    { flags: ["--replace-site"], is: { replaceSite: true }, help: /the other site that the store holds/ },
    { flags: ["--full"], is: { full: true }, help: /ignore the build cache/ },
    { flags: ["--drafts"], is: { drafts: true }, help: /publish drafts/ },
    { flags: ["--max-writes", "1"], is: { maxWrites: 1 }, help: /stop after this many writes/ },
    {
      flags: ["--max-writes", "10000000"],
      is: { maxWrites: 10_000_000 },
      help: /stop after this many writes/,
    },
    { flags: ["--allow-empty"], is: { allowEmpty: true }, help: /has no articles/ },
    { flags: ["--allow-deletions"], is: { allowDeletions: true }, help: /many articles to disappear/ },
    { flags: ["--skip-invalid"], is: { skipInvalid: true }, help: /leave out those/ },
    { flags: ["--verbose"], is: { verbose: true }, help: /show everything/ },
  ])("takes $flags, and help says what for", ({ flags, is, help: says }) => {
    expect(parse(...flags)).toEqual(is);
    const line = help.split("\n").find((one) => one.includes(` ${flags[0]} `));
    expect(line).toMatch(says);
  });

  test.for([
    ["--url", "quay.example"],
    ["--now", "soon"],
    ["--max-writes", "0"],
    ["--max-writes", "10000001"],
    ["--remote"],
  ])("does not take %s", async (flags) => {
    const { result } = await captured(() => {
      try {
        return parse(...flags);
      } catch (cause) {
        return cause;
      }
    });
    expect(result).toMatchObject({ name: "UsageError" });
  });

  test("says what the command does that begins with it", () => {
    expect(bakeCommandLine("deploy", "Deploys.", REPOSITORY).command.helpInformation()).toMatch(
      /^Usage: npm run deploy -- .*\n\nDeploys\.\n/,
    );
  });
});

describe("a deployed worker", () => {
  const command = () => withRemote(commandLine("deploy", "Deploys.", REPOSITORY));

  test("is production as wrangler.toml has it, unless flags say otherwise", () => {
    expect(parseFlags(command(), [])).toEqual({ env: "production", config: "wrangler.toml" });
    expect(parseFlags(command(), ["--env", "preview", "--config", "other.toml"])).toEqual({
      env: "preview",
      config: "other.toml",
    });
  });

  test("has flags that help explains", () => {
    const text = command().command.configureHelp({ helpWidth: 200 }).helpInformation();
    expect(text).toMatch(/--env <name> +environment in wrangler\.toml/);
    expect(text).toMatch(/--config <file> +wrangler configuration file/);
  });
});

describe("flags of a deployed worker, beside --remote", () => {
  const command = () => withRemote(commandLine("bake", "Bakes.", REPOSITORY));
  const refused = (remote: boolean, args: readonly string[]) =>
    captured(() => {
      const line = command();
      parseFlags(line, args);
      try {
        refuseIdleRemote(line, { remote });
        return null;
      } catch (cause) {
        return cause;
      }
    });

  test.for([
    { args: ["--env", "preview"], says: "--env is for Cloudflare; add --remote, or leave it out" },
    { args: ["--config", "a.toml"], says: "--config is for Cloudflare; add --remote, or leave it out" },
  ])("say nothing without it: $args", async ({ args, says }) => {
    const { result, stderr } = await refused(false, args);
    expect(result).toMatchObject({ name: "UsageError", exitCode: 2 });
    expect(stderr).toContain(says);
    expect((await refused(true, args)).result).toBeNull();
  });

  test("have values all the same that nobody gave", async () => {
    expect((await refused(false, [])).result).toBeNull();
  });

  test.for([
    { name: "none of a local store", flags: { env: "preview", config: "a.toml" }, are: "" },
    { name: "one for production", flags: { remote: true }, are: "--remote " },
    {
      name: "one for production by its name",
      flags: { remote: true, env: "production", config: "wrangler.toml" },
      are: "--remote ",
    },
    { name: "an environment", flags: { remote: true, env: "preview" }, are: "--remote --env preview " },
    { name: "a file", flags: { remote: true, config: "a.toml" }, are: "--remote --config a.toml " },
    {
      name: "both",
      flags: { remote: true, env: "preview", config: "a.toml" },
      are: "--remote --env preview --config a.toml ",
    },
  ])("are told again as they were given: $name", ({ flags, are }) => {
    expect(remoteFlags(flags)).toBe(are);
  });
});
