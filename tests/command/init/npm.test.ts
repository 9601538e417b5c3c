import { join } from "node:path";
import { expect, test } from "vitest";
import { runNpm } from "../../../src/command/init/npm.ts";
import { contentFolder } from "../../content-folder.ts";

/** A folder with an npm that ends as it is told. */
function npmThat(script: string): string {
  return contentFolder({ "npm-cli.js": script });
}

test.for([{ running: "npm-cli.js" }, { running: "npx-cli.js" }])(
  "below $running it is the npm that lies there",
  async ({ running }) => {
    const folder = npmThat(
      'process.stderr.write("npm error code E1\\nnpm error it was me\\n"); process.exit(1);',
    );
    const environment = { ...process.env, npm_execpath: join(folder, running) };
    expect(await runNpm(["pack"], folder, environment)).toEqual({ isDone: false, reason: "it was me" });
  },
);

test("what the npm that runs this was told is not passed on", async () => {
  const folder = npmThat(
    "process.exit(Object.keys(process.env).some((n) => /^npm_config_/i.test(n)) ? 1 : 0);",
  );
  const environment = {
    ...process.env,
    npm_config_dry_run: "true",
    npm_execpath: join(folder, "npm-cli.js"),
  };
  expect(await runNpm(["pack"], folder, environment)).toMatchObject({ isDone: true });
});

test("another program's npm is the one of the machine", async () => {
  const environment = { ...process.env, npm_execpath: "/opt/yarn/bin/yarn.js" };
  expect(await runNpm(["--version"], "/", environment)).toMatchObject({ isDone: true });
});
