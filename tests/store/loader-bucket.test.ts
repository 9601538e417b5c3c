import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, onTestFinished, test } from "vitest";
import type { BucketObject } from "../../src/store/bucket.ts";
import { chunksOf, LoaderBucket } from "../../src/store/loader-bucket.ts";
import { StoreError } from "../../src/store/store.ts";

interface Asked {
  readonly verb: string;
  readonly body: string;
  /** What is told of an object beside it. */
  readonly object: unknown;
}

/** A bucket, and what it asked of a loader that answers so. */
async function bucketOver(answer: (verb: string) => { readonly status?: number; readonly body?: string }) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const { object } = request.headers;
    const verb = `${request.method} ${request.url}`;
    const told = object === undefined ? null : JSON.parse(decodeURIComponent(String(object)));
    asked.push({ verb, body: await text(request), object: told });
    const { status = 200, body = "done" } = answer(verb);
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/door/`);
  return { asked, bucket: new LoaderBucket(async () => url) };
}

const OBJECT: BucketObject = {
  key: "media/é.mp3",
  type: "audio/mpeg",
  sizeBytes: 4,
  sha256: "ab",
  open: async () => new Blob(["tide", "more"]),
};

describe("the bucket of this machine", () => {
  test.for([
    { name: "the length of what is there", answer: { body: "7" }, size: 7 },
    { name: "null for what is not", answer: { status: 404, body: "" }, size: null },
  ])("tells $name", async ({ answer, size }) => {
    const { asked, bucket } = await bucketOver(() => answer);
    expect(await bucket.sizeOf("media/a.mp3")).toBe(size);
    expect(asked).toEqual([{ verb: "POST /door/size", body: '{"key":"media/a.mp3"}', object: null }]);
  });

  test("takes a file with what is told of it, and tells how far it is", async () => {
    const { asked, bucket } = await bucketOver((verb) => (verb.endsWith("size") ? { status: 404 } : {}));
    const told: number[] = [];
    await bucket.put(OBJECT, (bytes) => told.push(bytes));
    const object = { key: OBJECT.key, type: "audio/mpeg", size: 4, sha256: "ab" };
    expect(asked.slice(1)).toEqual([{ verb: "POST /door/keep", body: "tide", object }]);
    expect(told).toEqual([4]);
    await bucket.put(OBJECT);
    expect(asked.at(-1)?.body).toBe("tide");
  });

  test.for([
    { name: "is not sent again where it lies there", size: "4", asks: ["POST /door/size"] },
    {
      name: "is, where what lies there is shorter",
      size: "3",
      asks: ["POST /door/size", "POST /door/keep"],
    },
  ])("takes a file once: it $name", async ({ size, asks }) => {
    const { asked, bucket } = await bucketOver((verb) => (verb.endsWith("size") ? { body: size } : {}));
    await bucket.put(OBJECT);
    expect(asked.map(({ verb }) => verb)).toEqual(asks);
  });

  test("loses what is deleted", async () => {
    const { asked, bucket } = await bucketOver(() => ({}));
    await bucket.delete(["media/a.mp3", "media/b.mp3"]);
    expect(asked).toEqual([
      { verb: "POST /door/remove", body: '["media/a.mp3","media/b.mp3"]', object: null },
    ]);
  });

  test("tells what failed, and why", async () => {
    const { bucket } = await bucketOver(() => ({ status: 500, body: "the hash is another" }));
    await expect(bucket.delete(["media/a.mp3"])).rejects.toThrow(
      new StoreError("the bucket of this machine failed to remove: the hash is another"),
    );
  });

  test("is ready, and asks nobody for that", async () => {
    const { asked, bucket } = await bucketOver(() => ({}));
    await bucket.ready();
    expect(asked).toEqual([]);
  });
});

test("a file is read eight mebibytes at a time, as far as it is told to reach", async () => {
  const mebibytes = 1024 * 1024;
  const slices: [number, number][] = [];
  const open = async () => ({
    slice(start: number, end: number) {
      slices.push([start / mebibytes, end / mebibytes]);
      return new Blob(["x"]);
    },
  });
  const told: number[] = [];
  for (const sizeBytes of [20 * mebibytes, 8 * mebibytes, 0]) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of chunksOf({ sizeBytes, open }, (bytes) => told.push(bytes / mebibytes)))
      chunks.push(chunk);
    expect(chunks).toEqual(Array(Math.ceil(sizeBytes / (8 * mebibytes))).fill(new Uint8Array([120])));
  }
  expect(slices).toEqual([
    [0, 8],
    [8, 16],
    [16, 20],
    [0, 8],
  ]);
  expect(told).toEqual([8, 16, 20, 8]);
});
