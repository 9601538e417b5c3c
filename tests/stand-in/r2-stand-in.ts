import { createHash, createHmac, hash } from "node:crypto";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { CloudflareAccount } from "../../src/store/cloudflare-account.ts";
import type { CloudflareStandIn } from "./cloudflare-stand-in.ts";
import { refuse } from "./kv-namespace.ts";

/** A request over the S3 API as the stand-in saw it. */
export interface SeenByS3 {
  readonly method: string;
  readonly key: string;
  readonly search: URLSearchParams;
  readonly bytes: number;
}

interface Upload {
  readonly key: string;
  readonly parts: Map<number, Buffer>;
}

const TOKEN_ID = "the-id-of-the-token";
const BUCKET = "quay-media";

/** One bucket of R2 on this machine, behind Cloudflare's API and the S3 API, with their limits and tags. */
export class R2StandIn {
  readonly bucket = BUCKET;
  readonly objects = new Map<string, { readonly bytes: Buffer; readonly tag: string }>();
  readonly uploads = new Map<string, Upload>();
  readonly seen: SeenByS3[] = [];
  /** Asked before each request over the S3 API: a status to answer with, or a connection to break. */
  fault: (seen: SeenByS3, index: number) => number | "reset" | null = () => null;
  /** Whether the account has switched R2 on. */
  isOn = true;
  /** What a part holds at least, but for the last one. */
  leastPartBytes = 5 * 1024 * 1024;
  /** Parts that one page of a listing tells. */
  partsAPage = 2;
  readonly #server: Server;
  readonly #cloudflare: CloudflareStandIn;

  static async start(cloudflare: CloudflareStandIn): Promise<R2StandIn> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new R2StandIn(server, cloudflare);
  }

  private constructor(server: Server, cloudflare: CloudflareStandIn) {
    this.#server = server;
    this.#cloudflare = cloudflare;
    server.on("request", (request, response) => void this.#serve(request, response));
    this.#addRoutes();
  }

  /** The account, with the S3 API of this machine. */
  get account(): CloudflareAccount {
    const { port } = this.#server.address() as AddressInfo;
    return { ...this.#cloudflare.account, s3Url: `http://127.0.0.1:${port}` };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #addRoutes(): void {
    const path = `^r2/buckets/${BUCKET}`;
    const on = <T>(answer: T) =>
      this.isOn ? answer : refuse(403, 10_042, "Please enable R2 through the Cloudflare Dashboard.");
    this.#cloudflare.routes.push(
      ["GET", /^user\/tokens\/verify$/, () => ({ result: { id: TOKEN_ID, status: "active" } })],
      ["GET", new RegExp(`${path}$`), () => on({ result: { name: BUCKET } })],
      [
        "GET",
        new RegExp(`${path}/objects/(.+)$`),
        (_, key = "") => {
          const found = this.objects.get(key);
          if (found === undefined) return refuse(404, 10_007, "The specified key does not exist.");
          return { bytes: found.bytes, headers: { ETag: `"${found.tag}"` } };
        },
      ],
      [
        "PUT",
        new RegExp(`${path}/objects/(.+)$`),
        ({ body }, key = "") => {
          if (body.byteLength > 300_000_000) return refuse(413, 100_100, "Payload too large");
          this.objects.set(key, { bytes: body, tag: hash("md5", body, "hex") });
          return on({ result: { key } });
        },
      ],
      [
        "DELETE",
        new RegExp(`${path}/objects/(.+)$`),
        (_, key = "") => {
          this.objects.delete(key);
          return { result: null };
        },
      ],
    );
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      return;
    }
    const body = Buffer.concat(chunks);
    const url = new URL(request.url ?? "", "http://r2");
    const key = url.pathname.slice(`/${BUCKET}/`.length);
    const { method = "" } = request;
    const seen = { method, key, search: url.searchParams, bytes: body.byteLength };
    this.seen.push(seen);
    const fault = this.fault(seen, this.seen.length - 1);
    if (fault === "reset") request.socket.destroy();
    else if (fault !== null) error(response, fault, "SlowDown");
    else if (!isSigned(request, url, body, this.#cloudflare.account.token))
      error(response, 403, "SignatureDoesNotMatch");
    else this.#answer(seen, body, response);
  }

  #answer({ method, key, search }: SeenByS3, body: Buffer, response: ServerResponse): void {
    const uploadId = search.get("uploadId") ?? "";
    const upload = this.uploads.get(uploadId);
    const xml = (text: string) => response.writeHead(200, { "Content-Type": "application/xml" }).end(text);
    if (method === "GET" && search.has("uploads")) {
      const own = [...this.uploads].filter(([, one]) => one.key.startsWith(search.get("prefix") ?? ""));
      const listed = own.map(
        ([id, one]) => `<Upload><Key>${one.key}</Key><UploadId>${id}</UploadId></Upload>`,
      );
      xml(`<ListMultipartUploadsResult>${listed.join("")}</ListMultipartUploadsResult>`);
    } else if (method === "POST" && search.has("uploads")) {
      const id = `upload-${this.uploads.size + 1}`;
      this.uploads.set(id, { key, parts: new Map() });
      xml(`<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
    } else if (upload?.key !== key) error(response, 404, "NoSuchUpload");
    else if (method === "GET") xml(this.#partsOf(upload, Number(search.get("part-number-marker"))));
    else if (method === "PUT") {
      upload.parts.set(Number(search.get("partNumber")), body);
      response.writeHead(200, { ETag: `"${hash("md5", body, "hex")}"` }).end();
    } else this.#complete(uploadId, upload, body.toString(), response);
  }

  #partsOf({ parts }: Upload, marker: number): string {
    const after = [...parts].filter(([number]) => number > marker).sort(([a], [b]) => a - b);
    const page = after.slice(0, this.partsAPage);
    const listed = page.map(
      ([number, bytes]) =>
        `<Part><PartNumber>${number}</PartNumber><ETag>&quot;${hash("md5", bytes, "hex")}&quot;</ETag></Part>`,
    );
    const next = `<NextPartNumberMarker>${page.at(-1)?.[0] ?? 0}</NextPartNumberMarker>`;
    return `<ListPartsResult>${next}<IsTruncated>${after.length > page.length}</IsTruncated>${listed.join("")}</ListPartsResult>`;
  }

  #complete(id: string, { key, parts }: Upload, body: string, response: ServerResponse): void {
    const numbers = [...body.matchAll(/<PartNumber>(\d+)<\/PartNumber>/g)].map(([, one]) => Number(one));
    const bytes = numbers.map((number) => parts.get(number) ?? Buffer.alloc(0));
    const lengths = new Set(bytes.slice(0, -1).map(({ byteLength }) => byteLength));
    const [length = this.leastPartBytes] = lengths;
    if (lengths.size > 1 || length < this.leastPartBytes) {
      error(response, 400, "EntityTooSmall");
      return;
    }
    const whole = createHash("md5");
    for (const part of bytes) whole.update(createHash("md5").update(part).digest());
    const tag = `${whole.digest("hex")}-${bytes.length}`;
    this.objects.set(key, { bytes: Buffer.concat(bytes), tag });
    this.uploads.delete(id);
    response
      .writeHead(200)
      .end(`<CompleteMultipartUploadResult><ETag>"${tag}"</ETag></CompleteMultipartUploadResult>`);
  }
}

function error(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status).end(`<Error><Code>${code}</Code><Message>no</Message></Error>`);
}

/** AWS Signature Version 4, from the request as it came. */
function isSigned(request: IncomingMessage, url: URL, body: Buffer, token: string): boolean {
  const { authorization = "", "x-amz-date": date = "", "x-amz-content-sha256": sent = "" } = request.headers;
  const [, id, day, names = "", signature] =
    /Credential=([^/]+)\/(\d{8})\/auto\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(
      authorization,
    ) ?? [];
  if (id !== TOKEN_ID || sent !== hash("sha256", body, "hex") || !String(date).startsWith(day ?? "-"))
    return false;
  const query = url.search.slice(1).split("&").filter(Boolean).sort();
  const canonical = [
    request.method,
    url.pathname,
    query.map((one) => (one.includes("=") ? one : `${one}=`)).join("&"),
    ...names.split(";").map((name) => `${name}:${request.headers[name]}`),
    "",
    names,
    sent,
  ].join("\n");
  const hmac = (key: Buffer | string, text: string) => createHmac("sha256", key).update(text).digest();
  const dayKey = hmac(`AWS4${hash("sha256", token, "hex")}`, day ?? "");
  const key = hmac(hmac(hmac(dayKey, "auto"), "s3"), "aws4_request");
  const text = `AWS4-HMAC-SHA256\n${date}\n${day}/auto/s3/aws4_request\n${hash("sha256", canonical, "hex")}`;
  return hmac(key, text).toString("hex") === signature;
}
