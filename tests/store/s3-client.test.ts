import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { refusal, S3Client, S3Error, textOf } from "../../src/store/r2/s3-client.ts";
import { StoreError } from "../../src/store/store.ts";
import { HASTY } from "./remote-namespace.ts";

// What never ends is told before long.
vi.setConfig({ testTimeout: 10_000 });

interface Asked {
  readonly line: string;
  readonly fields: IncomingMessage["headers"];
  readonly body: string;
}

/** A client, and what it asked of a bucket that answers so. */
async function clientOver(
  answer: (response: ServerResponse, asked: readonly Asked[]) => void,
  policy = HASTY,
) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const { method, url, headers } = request;
    asked.push({ line: `${method} ${url}`, fields: headers, body: await text(request) });
    answer(response, asked);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: "the-id", secretAccessKey: "the-secret" };
  return { asked, host, client: new S3Client(`http://${host}/quay`, credentials, policy) };
}

const errorOf = (code: string) => `<Error><Code>${code}</Code></Error>`;

describe("a request over the S3 API", () => {
  test("goes to the bucket, or to an object in it, with its search, its body and its media type", async () => {
    const { asked, client } = await clientOver((response) => response.setHeader("ETag", '"1"').end("<a/>"));
    const { text: said, fields } = await client.ask({
      method: "PUT",
      key: "media/a.mp3",
      search: { partNumber: "2" },
      body: new TextEncoder().encode("tide"),
      type: "audio/mpeg",
    });
    expect([said, fields.get("ETag")]).toEqual(["<a/>", '"1"']);
    await client.ask({ method: "GET", key: "" });
    expect(asked.map(({ line, body }) => [line, body])).toEqual([
      ["PUT /quay/media/a.mp3?partNumber=2", "tide"],
      ["GET /quay", ""],
    ]);
    expect(asked[0]?.fields["content-type"]).toBe("audio/mpeg");
    // Of no bytes (RFC 6234).
    expect(asked[1]?.fields["x-amz-content-sha256"]).toMatch(/^e3b0c44298fc1c14/);
  });

  test("is signed anew with every try, and so never too old", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2025-07-01T18:00:00Z") });
    onTestFinished(() => void vi.useRealTimers());
    const { asked, client } = await clientOver((response, { length }) => {
      vi.setSystemTime(new Date("2025-07-01T18:10:00Z"));
      response.writeHead(length < 3 ? 503 : 200).end();
    });
    await client.ask({ method: "POST", key: "a" });
    expect(asked.map(({ fields }) => fields["x-amz-date"])).toEqual([
      "20250701T180000Z",
      "20250701T181000Z",
      "20250701T181000Z",
    ]);
    expect(asked.map(({ fields }) => fields.authorization)).toEqual(
      asked.map(() => expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=the-id\/20250701\/auto\/s3\//)),
    );
    expect(new Set(asked.map(({ fields }) => fields.authorization)).size).toBe(2);
  });

  test("follows nobody elsewhere, who would get the signature", async () => {
    const { asked, host, client } = await clientOver((response) =>
      response.writeHead(307, { Location: "/elsewhere" }).end(),
    );
    await expect(client.ask({ method: "GET", key: "a" })).rejects.toThrow(
      new StoreError(`${host} cannot be reached (the connection broke off)`),
    );
    expect(new Set(asked.map(({ line }) => line))).toEqual(new Set(["GET /quay/a"]));
  });

  test("that is not answered in time is told as that", async () => {
    const { host, client } = await clientOver(() => {}, { ...HASTY, attempts: 1, answerMs: 30 });
    await expect(client.ask({ method: "GET", key: "a" })).rejects.toThrow(
      new StoreError(`${host} cannot be reached (no answer in time)`),
    );
  });

  test("that is refused for good is told with the refusal, at once", async () => {
    const { asked, client } = await clientOver((response) =>
      response.writeHead(404).end(errorOf("NoSuchUpload")),
    );
    await expect(client.ask({ method: "GET", key: "a" })).rejects.toThrow(S3Error);
    await expect(client.ask({ method: "GET", key: "a" })).rejects.toMatchObject({
      message: "R2 answered HTTP 404, NoSuchUpload",
      code: "NoSuchUpload",
      status: 404,
    });
    expect(asked).toHaveLength(2);
  });

  test("that is refused without a word is told by its status", async () => {
    const { client } = await clientOver((response) => response.writeHead(400).end());
    await expect(client.ask({ method: "GET", key: "a" })).rejects.toMatchObject({ code: "", status: 400 });
  });
});

describe("a refusal says what to do", () => {
  const TOKEN =
    "R2 rejected the API token; files above 300 MB need a token with the permission Workers R2 Storage: Edit, set as CLOUDFLARE_API_TOKEN";
  test.for([
    { status: 403, said: errorOf("AccessDenied"), tells: `${TOKEN} (HTTP 403, AccessDenied)` },
    { status: 403, said: errorOf("InvalidAccessKeyId"), tells: `${TOKEN} (HTTP 403, InvalidAccessKeyId)` },
    {
      status: 403,
      said: errorOf("SignatureDoesNotMatch"),
      tells: `${TOKEN} (HTTP 403, SignatureDoesNotMatch)`,
    },
    { status: 403, said: "", tells: `${TOKEN} (HTTP 403, AccessDenied)` },
    {
      status: 403,
      said: errorOf("RequestTimeTooSkewed"),
      tells:
        "R2 rejected the time of this machine's clock; set it, and run the command again (HTTP 403, RequestTimeTooSkewed)",
    },
    {
      status: 404,
      said: errorOf("NoSuchBucket"),
      tells:
        "the R2 bucket no longer exists; run npm run deploy, which makes it again (HTTP 404, NoSuchBucket)",
    },
    { status: 404, said: "", tells: "R2 answered HTTP 404, NoSuchKey" },
    { status: 400, said: errorOf("EntityTooSmall"), tells: "R2 answered HTTP 400, EntityTooSmall" },
    { status: 400, said: "no", tells: "R2 answered HTTP 400" },
  ])("$status with '$said': $tells", ({ status, said, tells }) => {
    expect(refusal(status, said)).toMatchObject({ message: tells, status });
  });
});

test.for([
  { xml: "<a><ETag>&quot;1&quot;</ETag></a>", name: "ETag", text: '"1"' },
  { xml: "<UploadId>one</UploadId><UploadId>two</UploadId>", name: "UploadId", text: "one" },
  { xml: "<UploadId></UploadId>", name: "UploadId", text: "" },
  { xml: "<a/>", name: "UploadId", text: null },
])("the text of the first $name in $xml is $text", ({ xml, name, text }) => {
  expect(textOf(xml, name)).toBe(text);
});
