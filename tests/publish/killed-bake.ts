import { bake } from "../../src/command/bake/bake.ts";
import { LocalStore } from "../../src/store/local-store.ts";
import { DyingStore, shuffledBy } from "../store/dying-store.ts";

// Bakes into the local KV and kills itself, workerd and all, at a write. A program of its own, since a
// process cannot outlive that.
const [content = "", persistTo = "", now = "", killedAfter = "", seed = ""] = process.argv.slice(2);
const die = () => {
  process.kill(0, "SIGKILL");
};
await bake(
  { content, persistTo, now: Number(now) },
  async () =>
    new DyingStore(await LocalStore.open(persistTo), Number(killedAfter), shuffledBy(Number(seed)), die),
);
