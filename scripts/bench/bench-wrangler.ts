import { existsSync } from "node:fs";
import { wranglerProgram } from "../../src/command/stores/wrangler.ts";

/** What to install where wrangler is missing. */
export const INSTALL_WRANGLER = "npm ci";

/** Wrangler's program; null where it is not installed. */
export function installedWrangler(): string | null {
  try {
    const program = wranglerProgram();
    return existsSync(program) ? program : null;
  } catch {
    return null;
  }
}
