import { onTestFinished } from "vitest";
import { CloudflareStandIn } from "../stand-in/cloudflare-stand-in.ts";

/** Starts a stand-in of Cloudflare's API that is gone when the test ends. */
export async function startStandIn(): Promise<CloudflareStandIn> {
  const standIn = await CloudflareStandIn.start();
  onTestFinished(() => standIn.stop());
  return standIn;
}
