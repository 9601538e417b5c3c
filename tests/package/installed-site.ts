import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SITE_TOML } from "../content-folder.ts";
import type { Finished } from "../served-site.ts";
import { freePort } from "../served-site.ts";
import { runShell, startShell } from "./run-shell.ts";

const BINDING = `[[kv_namespaces]]\nbinding = "DOCUMENTS"\n`;
const FILES = {
  "package.json": `{ "name": "quay", "private": true }\n`,
  "wrangler.toml": `name = "quay"
main = "node_modules/feedwright/dist/worker/app.js"
no_bundle = true
compatibility_date = "2026-10-01"
send_metrics = false
${BINDING}
[env.production]
name = "quay-production"
${BINDING.replace("[[", "[[env.production.")}`,
  "content/site.toml": SITE_TOML,
  "content/lock.md": "---\ndate: 2025-07-01T10:00:00Z\n---\n# A second lock\n\nIt opens at noon.\n",
};

/** A folder outside the repository with a site in it, which has Feedwright installed. */
export class InstalledSite {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Writes the site, and installs a tarball beside it. */
  static async make(folder: string, tarball: string): Promise<InstalledSite> {
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(join(folder, name, ".."), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const site = new InstalledSite(folder);
    await site.type(`npm install --prefer-offline ${tarball}`);
    return site;
  }

  /** Runs a command of Feedwright's as a person types it. */
  feedwright(command: string, env: Readonly<Record<string, string>> = {}): Promise<Finished> {
    return runShell({ folder: this.folder, env }, `npx --no-install feedwright ${command}`);
  }

  /** Runs any command, which has to go well. */
  async type(command: string): Promise<void> {
    const { exitCode, stderr } = await runShell({ folder: this.folder }, command);
    if (exitCode !== 0) throw new Error(`${command} ended with ${exitCode}: ${stderr}`);
  }

  /** Serves what was baked, as long as `work` takes. */
  async serve<T>(work: (origin: string) => Promise<T>): Promise<T> {
    const port = await freePort();
    // The process itself, which ends when it is told to; npx is one more in between.
    const child = startShell(this, `exec node_modules/.bin/feedwright serve --port ${port}`);
    const closed = new Promise<number | null>((resolve) => child.once("close", resolve));
    try {
      await new Promise<void>((resolve, reject) => {
        child.stdout?.once("data", () => resolve());
        closed.then((code) => reject(new Error(`serve ended with ${code}`)));
      });
      return await work(`http://127.0.0.1:${port}`);
    } finally {
      child.kill("SIGTERM");
      await closed;
    }
  }
}
