import { bake } from "../../src/command/bake/bake.ts";
import type { Setting } from "../../src/command/flags/setting.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { contentFolder } from "../content-folder.ts";
import { openKept } from "./kept-store.ts";
import type { CommandHere } from "./run-here.ts";
import { runHere } from "./run-here.ts";

/** A folder of articles about a town, under the authority of a host. */
export function newspaper(
  folder: string,
  host: string,
  names: readonly string[] = ["tide", "lock", "mole"],
): string {
  return contentFolder(
    {
      "site.toml": `title = "The News"\nurl = "https://${host}"\nauthority = "${host},2025"\n`,
      ...Object.fromEntries(
        names.map((name) => [`${name}.md`, `# The ${name} of ${host}\n\nIt is there.\n`]),
      ),
    },
    folder,
  );
}

/** Articles without settings. */
export function bareFolder(folder: string): string {
  return contentFolder({ "eel.md": "# Eel\n\nIt swims.\n", "buoy.md": "# Buoy\n\nIt floats.\n" }, folder);
}

/** Runs a command in this process; gives its exit code, and all that it told. */
export async function told(command: CommandHere, args: readonly string[], setting: Setting) {
  const { exitCode, stdout, stderr } = await runHere(command, args, setting);
  return { exitCode, says: stdout + stderr };
}

/** All that a local store holds. */
export async function everythingIn(persistTo: string): Promise<ReadonlyMap<string, string>> {
  const store = await openKept({ persistTo }, { writes: false });
  try {
    const found = new Map<string, string>();
    for await (const { key } of store.list()) {
      const entry = await store.get(key as StorageKey);
      found.set(key, JSON.stringify([entry?.metadata, Buffer.from(entry?.value ?? []).toString("base64")]));
    }
    return found;
  } finally {
    await store.close();
  }
}

/** Publishes a folder into a store of its own. */
export async function publishedStore(content: string, persistTo: string): Promise<void> {
  const { report } = await bake({ content, persistTo, now: Math.floor(Date.now() / 1000) - 3600 }, openKept);
  if (report.refusal !== null) throw new Error(report.refusal);
}
