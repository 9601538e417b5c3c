import { hash, randomBytes } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { R2Bucket } from "../../src/store/r2/r2-bucket.ts";
import { R2StandIn } from "../stand-in/r2-stand-in.ts";
import { HASTY } from "./remote-namespace.ts";
import { startStandIn } from "./start-stand-in.ts";

test("a file above 300 MB goes in parts that R2 takes, and arrives as it is", async () => {
  const r2 = await R2StandIn.start(await startStandIn());
  onTestFinished(() => r2.stop());
  const bytes = new Uint8Array(randomBytes(301_000_000));
  const sha256 = hash("sha256", bytes, "hex");
  const open = async () => new Blob([bytes]);
  const object = { key: "media/a.mp3", type: "audio/mpeg", sizeBytes: bytes.byteLength, sha256, open };
  await new R2Bucket(r2.account, r2.bucket, HASTY).put(object);
  expect(hash("sha256", r2.objects.get(object.key)?.bytes ?? "", "hex")).toBe(sha256);
  expect(r2.seen.filter(({ method }) => method === "PUT")).toHaveLength(18);
});
