import { existsSync } from "node:fs";
import type { Store } from "../../store/store.ts";
import { hearWorkerd } from "../../store/workerd-processes.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import type { OpenLocal } from "../flags/setting.ts";
import { openLocalStore } from "./open-store.ts";

/** A store of this machine that is being opened while something else is done. */
export interface BegunStore {
  /** Opens it; where it could not be begun, as if nobody had tried. */
  readonly openLocal: OpenLocal;
  /** Closes it where nobody has opened it. */
  readonly letGo: () => Promise<void>;
}

/**
 * Begins to open the store that flags name, and comes back as soon as its runtime is starting: that takes
 * as long as a small site is read. Null for a store elsewhere, and for one that is not there yet, so that
 * whoever is refused later leaves none.
 */
export async function beginStore(
  { persistTo, remote, dryRun }: Pick<BakeFlags, "persistTo" | "remote" | "dryRun">,
  open: OpenLocal = openLocalStore,
): Promise<BegunStore | null> {
  if (remote || !existsSync(persistTo)) return null;
  const starting = new Promise<void>((done) => hearWorkerd(() => done()));
  const opened: Promise<Store | null> = open({ persistTo }, { writes: !dryRun }).catch(() => null);
  let isTaken = false;
  await Promise.race([starting, opened]);
  return {
    async openLocal(flags, needs) {
      isTaken = true;
      return (await opened) ?? open(flags, needs);
    },
    async letGo() {
      if (!isTaken) await (await opened)?.close();
    },
  };
}
