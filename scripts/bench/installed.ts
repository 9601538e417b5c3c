import { cpSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildModules } from "../package/build.ts";
import { ROOT } from "../package/root.ts";

/** Programs as a publisher has them: built, with the libraries beside them. */
export interface Installed {
  readonly feedwright: string;
  /** `core-process.ts`. */
  readonly core: string;
}

/** Builds the program into a new folder, and lays around it what it is installed with. */
export async function installProgram(folder: string): Promise<Installed> {
  const dist = join(folder, "dist");
  await buildModules(dist, [
    join(ROOT, "src/feedwright.ts"),
    fileURLToPath(new URL("core-process.ts", import.meta.url)),
  ]);
  for (const name of ["bin", "package.json"])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return { feedwright: join(folder, "bin/feedwright.cjs"), core: join(dist, "core-process.js") };
}
