import { createServer } from "node:net";

/** This machine, for itself alone. */
export const HOST = "127.0.0.1";

/** Where a port of this machine is served. */
export function localOrigin(port: number): string {
  return `http://${HOST}:${port}`;
}

/** What a user is told whose port another program has. */
export function portTaken(port: number): string {
  return `Port ${port} is in use; name another with --port N.\n`;
}

/** Whether nobody listens on a port. */
export async function isFree(port: number): Promise<boolean> {
  return (await listenOn(port)) !== null;
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const port = await listenOn(0);
  if (port === null) throw new Error("this machine has no free port");
  return port;
}

/** Listens on a port for a moment; 0 is any. Null where it is taken. */
function listenOn(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, HOST, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });
}
