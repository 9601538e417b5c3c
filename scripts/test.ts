import { spawnSync } from "node:child_process";
import { argv, env, execPath, exit } from "node:process";
import { fileURLToPath } from "node:url";

// `npm test` runs the quick suites, `npm run test:all` all of them; other arguments go to vitest.
const args = argv.slice(2);
const everything = args.includes("--all");
const vitest = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
const { status } = spawnSync(execPath, [vitest, "run", ...args.filter((arg) => arg !== "--all")], {
  stdio: "inherit",
  env: { ...env, ...(everything && { FEEDWRIGHT_TESTS: "all" }) },
});
exit(status ?? 1);
