import { hash, randomBytes } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import type { BucketObject } from "../../src/store/bucket.ts";
import { partsOf, tagOf, tagOfParts, uploadInParts } from "../../src/store/r2/multipart-upload.ts";
import type { S3Request } from "../../src/store/r2/s3-client.ts";
import { S3Client, S3Error } from "../../src/store/r2/s3-client.ts";
import { StoreError } from "../../src/store/store.ts";
import { R2StandIn } from "../stand-in/r2-stand-in.ts";
import { HASTY } from "./remote-namespace.ts";
import { startStandIn } from "./start-stand-in.ts";

const MIB = 1024 * 1024;
const BYTES = new Uint8Array(randomBytes(4.5 * MIB));
const KEY = "media/0123.mp3";
const OBJECT: BucketObject = {
  key: KEY,
  type: "audio/mpeg",
  sizeBytes: BYTES.byteLength,
  sha256: hash("sha256", BYTES, "hex"),
  open: async () => new Blob([BYTES]),
};

/** A bucket whose parts have a mebibyte; `upload` sends the file and gives how far it was told to be. */
async function setUp() {
  const cloudflare = await startStandIn();
  const r2 = await R2StandIn.start(cloudflare);
  onTestFinished(() => r2.stop());
  r2.leastPartBytes = MIB;
  const { s3Url, token } = r2.account;
  const credentials = { accessKeyId: "the-id-of-the-token", secretAccessKey: hash("sha256", token, "hex") };
  const client = new S3Client(`${s3Url}/${r2.bucket}`, credentials, HASTY);
  const upload = async () => {
    const told: number[] = [];
    await uploadInParts(OBJECT, client, (bytes) => told.push(bytes), MIB);
    return told;
  };
  const sent = () =>
    r2.seen.filter(({ method }) => method === "PUT").map(({ search }) => Number(search.get("partNumber")));
  return { r2, upload, sent };
}

/** The parts of an upload that was interrupted. */
const partsOfBytes = (...numbers: readonly number[]) =>
  new Map(numbers.map((number) => [number, Buffer.from(BYTES.slice((number - 1) * MIB, number * MIB))]));

describe("a file in parts", () => {
  test("is sent part after part, tells how far it is, and is put together in order", async () => {
    const { r2, upload, sent } = await setUp();
    const told = await upload();
    expect(sent().sort()).toEqual([1, 2, 3, 4, 5]);
    expect(told.toSorted((a, b) => a - b)).toEqual(told);
    expect([told.length, told.at(-1)]).toEqual([5, OBJECT.sizeBytes]);
    expect(r2.objects.get(KEY)?.bytes.equals(BYTES)).toBe(true);
    expect(r2.seen[0]).toMatchObject({ method: "GET", key: "" });
    expect(r2.seen[0]?.search.get("prefix")).toBe(KEY);
  });

  test("is gone on with where an upload was interrupted, whatever page of a listing tells its parts", async () => {
    const { r2, upload, sent } = await setUp();
    r2.uploads.set("left", { key: KEY, parts: partsOfBytes(1, 2, 3, 4) });
    expect((await upload()).at(-1)).toBe(OBJECT.sizeBytes);
    expect(sent()).toEqual([5]);
    expect(r2.uploads.size).toBe(0);
    const pages = r2.seen.flatMap(({ search }) => search.get("part-number-marker") ?? []);
    expect(pages).toEqual(["0", "2"]);
  });

  test("goes on with the newest of several uploads, and with none of another file", async () => {
    const { r2, upload, sent } = await setUp();
    r2.uploads.set("older", { key: KEY, parts: new Map() });
    r2.uploads.set("newest", { key: KEY, parts: partsOfBytes(1, 2, 3, 4, 5) });
    r2.uploads.set("of another", { key: "other.mp3", parts: new Map() });
    await upload();
    expect(sent()).toEqual([]);
    expect([...r2.uploads.keys()]).toEqual(["older", "of another"]);
  });

  test("begins anew where its upload has ended meanwhile, and that fails: the next run finds none", async () => {
    const { r2, upload } = await setUp();
    r2.uploads.set("left", { key: KEY, parts: partsOfBytes(1) });
    r2.fault = ({ method, search }) => {
      if (method === "GET" && search.has("uploadId")) r2.uploads.clear();
      return null;
    };
    await expect(upload()).rejects.toThrow(S3Error);
    r2.fault = () => null;
    await upload();
    expect(r2.objects.get(KEY)?.bytes.equals(BYTES)).toBe(true);
  });

  test("whose parts nobody may list is a fault", async () => {
    const { r2, upload, sent } = await setUp();
    r2.fault = ({ method, search }) => (method === "GET" && search.has("uploadId") ? 403 : null);
    await expect(upload()).rejects.toThrow("R2 answered HTTP 403, SlowDown");
    expect(sent()).toEqual([]);
  });
});

describe("an answer that does not fit what was sent", () => {
  /** A client that answers as R2 does, but for one kind of requests. */
  function answering(
    but: (method: string, search: Readonly<Record<string, string>>) => string | null,
    asked: S3Request[] = [],
  ) {
    const parts: string[] = [];
    const ask: S3Client["ask"] = async (request) => {
      const { method, search = {}, body } = request;
      asked.push(request);
      const other = but(method, search);
      const digest = hash("md5", body ?? "", "hex");
      if (method === "PUT") parts[Number(search.partNumber) - 1] = digest;
      const whole = `<ETag>"${tagOfParts(parts)}"</ETag>`;
      const upload = "uploads" in search ? "<UploadId>one</UploadId>" : "";
      const tag = method === "PUT" ? (other ?? `"${digest}"`) : "";
      const text = method === "PUT" ? "" : (other ?? (upload || (method === "POST" ? whole : "<a/>")));
      return { text, fields: new Headers({ ETag: tag }) };
    };
    return uploadInParts(OBJECT, { ask } as S3Client, () => {}, MIB);
  }
  const OTHER = new StoreError(`R2 has other bytes of ${KEY} than were sent; run the command again`);
  const isEnd = (method: string, search: Readonly<Record<string, string>>) =>
    method === "POST" && "uploadId" in search;

  test("is none: what R2 answers is taken, and told its parts in their order at the end", async () => {
    const asked: S3Request[] = [];
    await answering(() => null, asked);
    const parts = [1, 2, 3, 4, 5].map((number) => {
      const digest = hash("md5", BYTES.slice((number - 1) * MIB, number * MIB), "hex");
      return `<Part><PartNumber>${number}</PartNumber><ETag>"${digest}"</ETag></Part>`;
    });
    const body = Buffer.from(asked.at(-1)?.body ?? []).toString();
    expect(body).toBe(`<CompleteMultipartUpload>${parts.join("")}</CompleteMultipartUpload>`);
  });

  test("is none of a new upload, in which R2 says that it knows no parts of it", async () => {
    const unknown = (method: string, search: object) => {
      if (method === "GET" && "uploadId" in search) throw new S3Error("no", "NoSuchUpload", 404);
      return null;
    };
    await expect(answering(unknown)).resolves.toBeUndefined();
  });

  test("is one where the parts cannot be listed for another reason", async () => {
    const fault = new S3Error("no", "AccessDenied", 403);
    const refused = (method: string, search: object) => {
      if (method === "GET" && "uploadId" in search) throw fault;
      return null;
    };
    await expect(answering(refused)).rejects.toThrow(fault);
  });

  test.for([
    {
      name: "a part of other bytes",
      but: (method: string) => (method === "PUT" ? '"0"' : null),
      fault: OTHER,
    },
    {
      name: "a whole of other bytes",
      but: (method: string, search: object) => (isEnd(method, { ...search }) ? '<ETag>"0-5"</ETag>' : null),
      fault: OTHER,
    },
    {
      name: "a whole without a tag",
      but: (method: string, search: object) => (isEnd(method, { ...search }) ? "<a/>" : null),
      fault: OTHER,
    },
    {
      name: "an error that comes with status 200, once the answer has begun",
      but: (method: string, search: object) =>
        isEnd(method, { ...search }) ? "<Error><Code>InternalError</Code></Error>" : null,
      fault: new StoreError(`R2 could not put ${KEY} together; run the command again`),
    },
    {
      name: "an upload without a name",
      but: (method: string, search: object) => (method === "POST" && "uploads" in search ? "<a/>" : null),
      fault: new StoreError("R2's answer is not what the S3 API sends"),
    },
  ])("is a fault: $name", async ({ but, fault }) => {
    await expect(answering(but)).rejects.toThrow(fault);
  });
});

test.for([
  { field: '"ab"', tag: "ab" },
  { field: 'W/"ab"', tag: "ab" },
  { field: '"abW/"', tag: "abW/" },
  { field: null, tag: "" },
])("an entity tag of $field is $tag without its marks", ({ field, tag }) => {
  expect(tagOf(field)).toBe(tag);
});

test.for([
  { sizeBytes: 1, lengths: [1] },
  { sizeBytes: 16 * MIB, lengths: [16 * MIB] },
  { sizeBytes: 16 * MIB + 1, lengths: [16 * MIB, 1] },
  { sizeBytes: 0, lengths: [] },
])("a file of $sizeBytes bytes has parts of $lengths", ({ sizeBytes, lengths }) => {
  const parts = partsOf(sizeBytes);
  expect(parts.map(({ start, end }) => end - start)).toEqual(lengths);
  expect(parts.map(({ number }) => number)).toEqual(lengths.map((_, at) => at + 1));
});

test("a file of more than ten thousand least parts has longer ones, in whole mebibytes", () => {
  const [first] = partsOf(10_000 * 16 * MIB + 1);
  expect(first).toEqual({ number: 1, start: 0, end: 17 * MIB });
});
