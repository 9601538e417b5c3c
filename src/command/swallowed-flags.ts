import type { Command } from "commander";
import type { Setting } from "./setting.ts";
import { isNpmRun, typedCommand } from "./setting.ts";

/**
 * The line that was meant where npm kept flags for itself: without `--`, `npm run bake --content x` runs
 * the script with the word `x` alone, and leaves `npm_config_content` in the environment. Null where npm
 * kept none. https://docs.npmjs.com/cli/commands/npm-run
 */
export function meantLine(
  name: string,
  command: Command,
  args: readonly string[],
  setting: Setting,
): string | null {
  if (!isNpmRun(name, setting)) return null;
  const kept = command.options.flatMap(({ long, required }) => {
    const value = long && setting.environment[`npm_config_${long.slice(2).replaceAll("-", "_")}`];
    return !long || !value || value === "false" ? [] : [{ long, required, value }];
  });
  if (kept.length === 0) return null;
  const rest = [...args];
  const lacking = kept.filter(({ required, value }) => required && value === "true").length;
  // Of several words nobody can tell whose they are.
  const word = lacking === 1 ? (rest.pop() ?? "…") : "…";
  const flags = kept.map(({ long, required, value }) =>
    required ? `${long} ${value === "true" ? word : value}` : long,
  );
  return [typedCommand(name, setting), ...flags, ...(lacking > 1 ? [] : rest)].join(" ");
}
