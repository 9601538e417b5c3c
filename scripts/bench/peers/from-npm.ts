import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Peer } from "./peer.ts";
import { writeFiles } from "./peer.ts";

/** What a peer from npm has: it is installed in a folder where it is missing. */
export function fromNpm(
  folder: string,
  name: string,
  packages: readonly string[],
  bin: string,
): Pick<Peer, "install" | "available"> & { bin: string } {
  return {
    install: `npm install --prefix ${folder} ${packages.join(" ")}`,
    bin: join(folder, "node_modules", bin),
    available() {
      if (existsSync(join(folder, "node_modules", bin))) return true;
      writeFiles(folder, { "package.json": JSON.stringify({ name, private: true, type: "module" }) });
      return (
        spawnSync("npm", ["install", "--no-save", "--no-audit", "--no-fund", ...packages], { cwd: folder })
          .status === 0
      );
    },
  };
}
