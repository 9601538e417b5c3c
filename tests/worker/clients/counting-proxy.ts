import { connect, createServer } from "node:net";

/** What went over the wire since the last look. */
export interface Traffic {
  /** Header fields and bodies of the answers. */
  readonly bytes: number;
  readonly statuses: readonly number[];
}

/** A proxy of bytes in front of an edge, so that real clients can be watched. */
export interface CountingProxy {
  readonly port: number;
  /** Traffic since the last call. */
  take(): Traffic;
  stop(): Promise<void>;
}

/** Starts a proxy. One answer at a time and connection: none of the clients pipelines. */
export async function startCountingProxy(edgePort: number): Promise<CountingProxy> {
  let bytes = 0;
  let statuses: number[] = [];
  const server = createServer((client) => {
    const edge = connect(edgePort, "127.0.0.1");
    client.pipe(edge).pipe(client);
    edge.on("data", (chunk) => {
      bytes += chunk.byteLength;
      const status = /^HTTP\/1\.1 (\d{3})/.exec(chunk.toString("latin1"))?.[1];
      if (status) statuses.push(Number(status));
    });
    for (const socket of [client, edge]) socket.on("error", () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return {
    port: address.port,
    take() {
      const taken = { bytes, statuses };
      bytes = 0;
      statuses = [];
      return taken;
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
