import type { Command, Option } from "commander";
import { distance } from "fastest-levenshtein";
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
  const kept = Object.entries(setting.environment).flatMap(([key, value = ""]) => {
    const option =
      key.startsWith(KEPT) && value !== "false" ? optionMeant(key.slice(KEPT.length), command) : null;
    return option?.long && value !== "" ? [{ long: option.long, required: option.required, value }] : [];
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

/** What the names of kept flags begin with. */
const KEPT = "npm_config_";

/** Letters in which a mistyped name may differ, and how many it must have at least. */
const TYPING_ERROR = { letters: 2, shortest: 5 } as const;

/** The option of that name, or of almost that name; null where npm has it from elsewhere. */
function optionMeant(name: string, { options }: Command): Option | null {
  const nameOf = ({ long }: Option) => long?.slice(2).replaceAll("-", "_") ?? "";
  const exact = options.find((option) => nameOf(option) === name);
  if (exact || name.length < TYPING_ERROR.shortest) return exact ?? null;
  const long = options.filter((option) => nameOf(option).length >= TYPING_ERROR.shortest);
  return long.find((option) => distance(nameOf(option), name) <= TYPING_ERROR.letters) ?? null;
}
