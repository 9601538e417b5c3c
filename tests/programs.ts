import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Whether a program of the machine can be run. Where it cannot, its tests are skipped and say so;
 * under `CI=true` that is an error, since there they must run.
 */
export function hasProgram(name: string): boolean {
  const found = (process.env.PATH ?? "").split(delimiter).some((folder) => isExecutable(join(folder, name)));
  if (found) return true;
  if (process.env.CI === "true") throw new Error(`${name} is not installed; .ci/run installs it`);
  console.warn(`${name} is not installed: its tests are skipped`);
  return false;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
