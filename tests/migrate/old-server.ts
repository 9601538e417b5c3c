import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { deflateSync } from "node:zlib";
import { onTestFinished } from "vitest";

/** What a server of the old site answers: a body, or a status. */
export type Answers = Record<string, string | Buffer | number>;

/** A server of an old site, and what it was asked for. */
export interface OldServer {
  readonly origin: string;
  readonly asked: string[];
  readonly answers: Answers;
}

/** Serves what `answersAt` gives for its origin, until the test ends. */
export async function oldServer(answersAt: (origin: string) => Answers): Promise<OldServer> {
  const asked: string[] = [];
  let answers: Answers = {};
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    if (request.method === "GET") asked.push(path);
    const answer = answers[path] ?? 404;
    if (typeof answer === "number") response.writeHead(answer).end();
    else
      response
        .writeHead(200, { "Content-Type": typeof answer === "string" ? "text/xml" : "image/png" })
        .end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  answers = answersAt(origin);
  return { origin, asked, answers };
}

/** A picture of one dot, which differs by its colour. */
export function dot(colour: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(checksum(body), body.length + 4);
    return framed;
  };
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.from([0, colour]))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** CRC-32 as PNG has it (ISO/IEC 15948 annex D). */
function checksum(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
