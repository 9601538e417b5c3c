import { RemoteStore } from "../../src/store/remote-store.ts";
import { CloudflareStandIn } from "./cloudflare-stand-in.ts";
import { describeStore } from "./store-contract.ts";

describeStore("Cloudflare's KV through its API", async () => {
  const cloudflare = await CloudflareStandIn.start();
  return new RemoteStore(cloudflare.account, cloudflare.addNamespace("documents").id);
});
