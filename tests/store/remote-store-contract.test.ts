import { RemoteStore } from "../../src/store/remote-store.ts";
import { startStandIn } from "./start-stand-in.ts";
import { describeStore } from "./store-contract.ts";

describeStore("Cloudflare's KV through its API", async () => {
  const cloudflare = await startStandIn();
  return new RemoteStore(cloudflare.account, cloudflare.addNamespace("documents").id);
});
