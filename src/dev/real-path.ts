import { realpathSync } from "node:fs";
import { resolve } from "node:path";

/** Where a folder is once links are followed; where it would be while it is not there. */
export function realPath(directory: string): string {
  try {
    return realpathSync(directory);
  } catch {
    return resolve(directory);
  }
}
