import { expect, test } from "vitest";
import type { Bucket, BucketObject } from "../../src/store/bucket.ts";
import { BoundBucket } from "../../src/store/r2/bound-bucket.ts";

const OBJECT: BucketObject = {
  key: "media/a.mp3",
  type: "audio/mpeg",
  sizeBytes: 1,
  sha256: "ab",
  open: async () => new Blob(["t"]),
};

test("a worker's bucket is looked for once, when it is asked something, and asked that", async () => {
  const asked: string[] = [];
  const found: Bucket = {
    name: "found",
    ready: async () => void asked.push("ready"),
    sizeOf: async (key) => key.length,
    put: async ({ key }, progress) => {
      asked.push(`put ${key}`);
      progress?.(1);
    },
    delete: async (keys) => void asked.push(`delete ${keys}`),
  };
  let looks = 0;
  const bucket = new BoundBucket(async () => {
    looks += 1;
    return found;
  });
  expect([bucket.name, looks]).toEqual(["the worker's R2 bucket", 0]);
  const told: number[] = [];
  await bucket.ready();
  expect(await bucket.sizeOf("media/a.mp3")).toBe(11);
  await bucket.put(OBJECT, (bytes) => told.push(bytes));
  await bucket.delete(["media/a.mp3", "media/b.mp3"]);
  expect(asked).toEqual(["ready", "put media/a.mp3", "delete media/a.mp3,media/b.mp3"]);
  expect([told, looks]).toEqual([[1], 1]);
});
