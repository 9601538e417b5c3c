import { resolve } from "node:path";
import type { Store } from "../../store/store.ts";

/** Where a command was started, and how: all that it may know of the process before its flags. */
export interface Setting {
  /** In the repository: the content of the sample site and the folder of its stores; null elsewhere. */
  readonly sample: Sample | null;
  /** The folder that the process runs in, absolute. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** How a command gets at a store of this machine; by default it starts a runtime for it. */
  readonly openLocal?: OpenLocal;
}

/** Opens the store in a folder of this machine. It has one writer at a time; anybody may read it meanwhile. */
export type OpenLocal = (
  flags: { readonly persistTo: string },
  needs: { readonly writes: boolean },
) => Promise<Store>;

/** What commands fall back to in the repository. */
export interface Sample {
  readonly content: string;
  readonly persistTo: string;
}

/** What the sample site of the repository is, seen from there. */
export const SAMPLE: Sample = {
  content: "seeds",
  persistTo: ".wrangler/sample",
};

/** What a person types to begin a command here, up to its flags. */
export function typedCommand(name: string, setting: Setting): string {
  const { npm_lifecycle_event: script = "npx" } = setting.environment;
  return setting.sample !== null || script !== "npx"
    ? `npm run ${name} --`
    : `npx --no-install feedwright ${name}`;
}

/** Whether npm runs the script of that name. */
export function isNpmRun(name: string, { environment }: Setting): boolean {
  return environment.npm_lifecycle_event === name;
}

/**
 * A path as a person gave it, seen from the process. `npm run` moves to the folder of package.json, and
 * leaves the folder that the person stands in in `INIT_CWD`. The scripts of a site name paths of their
 * own, which are meant from there; those of the repository do not.
 */
export function givenPath(path: string, name: string, setting: Setting): string {
  const { INIT_CWD: standing } = setting.environment;
  const isMoved = setting.sample !== null && isNpmRun(name, setting) && standing !== undefined;
  return isMoved && standing !== setting.folder ? resolve(standing, path) : path;
}
