import { expect, test } from "vitest";
import { objectKey } from "../../src/store/bucket.ts";
import { MemoryBucket } from "../../src/store/memory-bucket.ts";

const file = (key: string, sizeBytes: number, text: string) => ({
  key,
  type: "audio/mpeg",
  sizeBytes,
  sha256: "ab",
  open: async () => new Blob([text]),
});

test("a bucket in memory holds what is put, as long as it is told to be, until it is deleted", async () => {
  const bucket = new MemoryBucket();
  await bucket.ready();
  await bucket.put(file("media/a.mp3", 4, "tide and more"));
  await bucket.put(file("media/b.mp3", 0, ""));
  expect(Buffer.from(bucket.objects.get("media/a.mp3") ?? []).toString()).toBe("tide");
  const sizes = () =>
    Promise.all(["media/a.mp3", "media/b.mp3", "media/c.mp3"].map((key) => bucket.sizeOf(key)));
  expect(await sizes()).toEqual([4, 0, null]);
  await bucket.delete(["media/a.mp3", "media/c.mp3"]);
  expect(await sizes()).toEqual([null, 0, null]);
  expect(bucket.name).toBe("memory");
});

test("a file is named after its address, without the slash in front", () => {
  expect(objectKey("/media/tea/a.mp3")).toBe("media/tea/a.mp3");
  expect(objectKey("media/a.mp3")).toBe("media/a.mp3");
});
