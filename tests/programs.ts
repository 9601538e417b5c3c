import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Whether a program of the machine can be run. Where it cannot, its tests are skipped and say so;
 * under `CI=true` that is an error, since there they must run.
 */
export function hasProgram(name: string): boolean {
  if (programPath(name) !== null) return true;
  if (process.env.CI === "true") throw new Error(`${name} is not installed; .ci/run installs it`);
  console.warn(`${name} is not installed: its tests are skipped`);
  return false;
}

/** Where a program of the machine lies; null where it is not installed. */
export function programPath(name: string): string | null {
  const places = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, name));
  return places.find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
