import { createHmac, hash } from "node:crypto";

/** What lets one into R2 over the S3 API. */
export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** A request before it is signed. */
export interface UnsignedRequest {
  readonly method: string;
  readonly url: URL;
  /** SHA-256 of the body, in hexadecimal. */
  readonly bodySha256: string;
  /** Beside `host` and those of the signature, in small letters. */
  readonly fields?: Readonly<Record<string, string>>;
}

const REGION = "auto";
const SERVICE = "s3";

/**
 * Signs a request in the way of AWS (Signature Version 4, header form), which R2 takes for region `auto`.
 * `at` is when it is sent. Gives its header fields.
 */
export function signRequest(
  { method, url, bodySha256, fields = {} }: UnsignedRequest,
  { accessKeyId, secretAccessKey }: S3Credentials,
  at: Date,
): Record<string, string> {
  const instant = at.toISOString().replace(/[-:]|\.\d+/g, "");
  const day = instant.slice(0, 8);
  const signed: Record<string, string> = {
    ...fields,
    host: url.host,
    "x-amz-content-sha256": bodySha256,
    "x-amz-date": instant,
  };
  const names = Object.keys(signed).sort();
  const request = [
    method,
    url.pathname,
    [...url.searchParams].map(pair).sort().join("&"),
    ...names.map((name) => `${name}:${(signed[name] ?? "").trim()}`),
    "",
    names.join(";"),
    bodySha256,
  ].join("\n");
  const scope = `${day}/${REGION}/${SERVICE}/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", instant, scope, hash("sha256", request, "hex")].join("\n");
  const key = [day, REGION, SERVICE, "aws4_request"].reduce<Buffer>(
    (secret, part) => createHmac("sha256", secret).update(part).digest(),
    Buffer.from(`AWS4${secretAccessKey}`),
  );
  const signature = createHmac("sha256", key).update(text).digest("hex");
  const { host: _, ...sent } = signed;
  return {
    ...sent,
    Authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names.join(";")}, Signature=${signature}`,
  };
}

function pair([name, value]: readonly [string, string]): string {
  return `${encoded(name)}=${encoded(value)}`;
}

/** RFC 3986 §2.3: all but the unreserved. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
