import { describe, expect, test } from "vitest";
import { contractOf } from "../../src/publish/contract-of.ts";
import { bytesOf, objectsOf, readyBucket, uploadObjects } from "../../src/publish/upload-objects.ts";
import type { BucketObject, UploadProgress } from "../../src/store/bucket.ts";
import { MemoryBucket } from "../../src/store/memory-bucket.ts";
import type { StoreEntry } from "../../src/store/store.ts";
import { keyOf } from "./wanted-site.ts";

const object = (key: string, sizeBytes: number): BucketObject => ({
  key,
  type: "audio/mpeg",
  sizeBytes,
  sha256: key,
  open: async () => new Blob([new Uint8Array(sizeBytes)]),
});

/** What is written for a file in the bucket, and for a page. */
const file = (key: string, sizeBytes: number): StoreEntry => ({
  ...page(`/${key}`),
  object: object(key, sizeBytes),
});
const page = (name: string, metadata: unknown = null): StoreEntry => ({
  key: keyOf(name),
  value: new Uint8Array(),
  metadata,
});

/** A bucket that tells how it was asked, and on the way of each file how much of it is there. */
class ToldBucket extends MemoryBucket {
  asked = 0;

  override async ready(): Promise<void> {
    this.asked += 1;
  }

  override async put(object: BucketObject, progress?: UploadProgress): Promise<void> {
    progress?.(1);
    await super.put(object);
  }
}

const ENTRIES = [file("media/a.mp3", 3), page("/a"), file("media/b.mp3", 5)];

describe("what belongs into the bucket", () => {
  test("is put there, and told in bytes of all that belong there", async () => {
    const bucket = new ToldBucket();
    const told: [number, number][] = [];
    await uploadObjects(ENTRIES, { bucket }, (...bytes) => void told.push(bytes));
    expect([...bucket.objects].map(([key, { byteLength }]) => [key, byteLength]).sort()).toEqual([
      ["media/a.mp3", 3],
      ["media/b.mp3", 5],
    ]);
    expect(told[0]).toEqual([1, 8]);
    expect(told.at(-1)).toEqual([8, 8]);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b));
  });

  test("is a fault where no bucket is bound, and nothing where nothing belongs there", async () => {
    await expect(uploadObjects(ENTRIES, {}, () => {})).rejects.toThrow("no bucket is bound as MEDIA");
    await expect(uploadObjects([page("/a")], {}, () => {})).resolves.toBeUndefined();
  });

  test("is a reason to ask whether the bucket is ready, and only that is", async () => {
    const bucket = new ToldBucket();
    await readyBucket([page("/a")], { bucket });
    expect(bucket.asked).toBe(0);
    await readyBucket(ENTRIES, { bucket });
    expect(bucket.asked).toBe(1);
    await expect(readyBucket(ENTRIES, {})).resolves.toBeUndefined();
  });

  test("is counted", () => {
    expect(objectsOf(ENTRIES).map(({ key }) => key)).toEqual(["media/a.mp3", "media/b.mp3"]);
    expect(bytesOf(objectsOf(ENTRIES))).toBe(8);
  });
});

test("a plan needs the newest contract of its documents, and none where it writes none", () => {
  const stages = [[page("journal")], [page("/a", { v: 3 }), page("/b", { v: 5 })], [page("/c", { v: "9" })]];
  expect(contractOf({ stages })).toBe(5);
  expect(contractOf({ stages: [[page("journal")], []] })).toBe(0);
});
