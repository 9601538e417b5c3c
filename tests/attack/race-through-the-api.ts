import type { ShardMemory } from "../../src/publish/read-shards.ts";
import { RemoteStore } from "../../src/store/remote-store.ts";
import { CloudflareStandIn } from "../stand-in/cloudflare-stand-in.ts";
import { HASTY } from "../store/remote-namespace.ts";
import type { End } from "./race-of-two.ts";
import { race } from "./race-of-two.ts";

/** Most writes and deletions that a read does not show yet: more than one publish of these makes. */
const LAG = 100;

/** Races through a stand-in of Cloudflare's API whose reads lag, each by chance. */
export async function raceThroughTheApi(): Promise<{
  readonly race: (seed: number, shards?: ShardMemory) => Promise<readonly [End, End]>;
  readonly stop: () => Promise<void>;
}> {
  const cloudflare = await CloudflareStandIn.start();
  cloudflare.callsLeft = Number.POSITIVE_INFINITY;
  return {
    race(seed, shards) {
      const namespace = cloudflare.addNamespace("feedwright-documents");
      return race(
        new RemoteStore(cloudflare.account, namespace.id, HASTY),
        seed,
        (chance) => namespace.lagBy(chance ? () => chance(LAG) : () => 0),
        shards,
      );
    },
    stop: () => cloudflare.stop(),
  };
}
