import { setUp } from "./remote-namespace.ts";
import { describeStore } from "./store-contract.ts";

describeStore("Cloudflare's KV through its API", async () => (await setUp()).store);
