import { hash } from "node:crypto";
import { expect, test } from "vitest";
import { signRequest } from "../../src/store/r2/sign-request.ts";

const BUCKET = "https://acc.r2.cloudflarestorage.com/quay";
const CREDENTIALS = { accessKeyId: "the-id", secretAccessKey: "the-secret" };
const AT = new Date("2025-07-01T18:00:09.123Z");

// As botocore 1.43.11 signs the same request for region `auto` (`S3SigV4Auth`).
test.for([
  {
    name: "an object",
    method: "GET",
    path: "/media/a.mp3",
    names: "host;x-amz-content-sha256;x-amz-date",
    signature: "9b5150bbe7112a4eb5f9dfa925d85748e88df45aa7c1331be11a9e680aed1ca2",
  },
  {
    name: "an upload that begins, with a field of its own",
    method: "POST",
    path: "/media/a.mp3?uploads=",
    fields: { "content-type": " audio/mpeg " },
    names: "content-type;host;x-amz-content-sha256;x-amz-date",
    signature: "563a310b947b087ceb9b279a6a43e0a5aff2a125a874d86a11e463c7742f7f48",
  },
  {
    name: "a part of an object, with fields before and after the host",
    method: "GET",
    path: "/media/a.mp3",
    fields: { range: "bytes=0-9", accept: "*/*" },
    names: "accept;host;range;x-amz-content-sha256;x-amz-date",
    signature: "4f68fe06403146ae8a7b8158d2d3ceeeaf6ba338f96bc95f89eabaed0b63baf2",
  },
  {
    name: "a part, whose upload has a name of every sign",
    method: "PUT",
    path: "/media/a.mp3?uploadId=b%2F%2B%2A%28%29&partNumber=2",
    body: "tide",
    names: "host;x-amz-content-sha256;x-amz-date",
    signature: "9d9051773a39f00b4429cc51c7ec362505582103035e01b96f6111fe918f50f7",
  },
  {
    name: "a listing of the bucket, by a beginning with a space",
    method: "GET",
    path: "?uploads=&prefix=media%2Fa%20b",
    names: "host;x-amz-content-sha256;x-amz-date",
    signature: "676a57104b10eb922dfe977454b9a8edb2f64a44afb3fe7483c1dd4fec098400",
  },
])(
  "a request for $name is signed as AWS signs it (Signature Version 4)",
  ({ method, path, body = "", fields, names, signature }) => {
    const bodySha256 = hash("sha256", body, "hex");
    const url = new URL(BUCKET + path);
    const request = { method, url, bodySha256, ...(fields && { fields }) };
    expect(signRequest(request, CREDENTIALS, AT)).toEqual({
      ...fields,
      "x-amz-content-sha256": bodySha256,
      "x-amz-date": "20250701T180009Z",
      Authorization:
        "AWS4-HMAC-SHA256 Credential=the-id/20250701/auto/s3/aws4_request, " +
        `SignedHeaders=${names}, Signature=${signature}`,
    });
  },
);
