import { connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

/** An answer as it came over the wire, nothing decoded. */
export interface RawAnswer {
  readonly status: number;
  /** In lower case, in order. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Without transfer coding. */
  readonly body: Buffer;
  /** The value of a field that occurs once; null where it is not there. Throws where it occurs twice. */
  field(name: string): string | null;
  /** The body without its content coding, as text. */
  text(): string;
}

/** A request as it goes over the wire. Values of null are not sent. */
export interface RawRequest {
  readonly method?: string;
  readonly target: string;
  readonly fields?: Readonly<Record<string, string | null>>;
  readonly version?: "1.0" | "1.1";
}

/** Sends one request on a connection of its own and reads until the other side closes it. */
export async function sendRaw(port: number, request: RawRequest): Promise<RawAnswer> {
  const { method = "GET", target, fields = {}, version = "1.1" } = request;
  const all = { Host: "quay.example", Connection: "close", ...fields };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : `${name}: ${value}`));
  const head = `${[`${method} ${target} HTTP/${version}`, ...lines].join("\r\n")}\r\n\r\n`;
  return parseAnswer(await exchange(port, Buffer.from(head, "latin1")), method);
}

/** Sends bytes and gives all that comes back. */
export function exchange(port: number, bytes: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("end", () => socket.end());
    socket.on("close", () => resolve(Buffer.concat(chunks)));
    socket.on("error", (error) => (chunks.length > 0 ? resolve(Buffer.concat(chunks)) : reject(error)));
  });
}

/** Reads an answer (RFC 9112 §4, §5, §6, §7.1). Throws where it is malformed or its body is not whole. */
export function parseAnswer(bytes: Buffer, method: string): RawAnswer {
  const end = bytes.indexOf("\r\n\r\n");
  if (end === -1) throw new Error(`no answer: ${JSON.stringify(bytes.toString("latin1").slice(0, 200))}`);
  const [statusLine = "", ...lines] = bytes.subarray(0, end).toString("latin1").split("\r\n");
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(statusLine)?.[1]);
  const fields = lines.map((line) => {
    const match = /^([^\s:]+):\s*(.*?)\s*$/.exec(line);
    if (!match) throw new Error(`malformed field: ${line}`);
    return [(match[1] ?? "").toLowerCase(), match[2] ?? ""] as const;
  });
  const field = (name: string) => {
    const values = fields.filter(([one]) => one === name.toLowerCase()).map(([, value]) => value);
    if (values.length > 1) throw new Error(`${name} occurs ${values.length} times`);
    return values[0] ?? null;
  };
  const content = bytes.subarray(end + 4);
  const chunked = field("transfer-encoding") === "chunked" && content.length > 0;
  const body = chunked ? unchunk(content) : content;
  const length = field("content-length");
  const bodiless = method === "HEAD" || status === 204 || status === 304;
  if (bodiless && body.length > 0) throw new Error(`${status} to ${method} with ${body.length} bytes`);
  if (!bodiless && length !== null && Number(length) !== body.length) {
    throw new Error(`${body.length} bytes came of ${length}`);
  }
  return { status, fields, body, field, text: () => decode(body, field("content-encoding")) };
}

function decode(body: Buffer, coding: string | null): string {
  if (coding === null) return body.toString("utf8");
  const decoders = { gzip: gunzipSync, br: brotliDecompressSync };
  if (coding !== "gzip" && coding !== "br") throw new Error(`unknown coding ${coding}`);
  return decoders[coding](body).toString("utf8");
}

function unchunk(content: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = content.indexOf("\r\n", at);
    const size = Number.parseInt(content.subarray(at, lineEnd).toString("latin1"), 16);
    if (lineEnd === -1 || Number.isNaN(size)) throw new Error("the last chunk is missing");
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(content.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}
