import type { Setting } from "../../src/command/flags/setting.ts";
import { SAMPLE } from "../../src/command/flags/setting.ts";
import { openKept } from "./kept-store.ts";

/** A command of the repository. */
export const REPOSITORY: Setting = {
  sample: SAMPLE,
  folder: "/repository",
  environment: {},
  openLocal: openKept,
};

/** A command of a package that is installed in `folder`. */
export function installedIn(folder: string, environment: Setting["environment"] = {}): Setting {
  return { sample: null, folder, environment, openLocal: openKept };
}
