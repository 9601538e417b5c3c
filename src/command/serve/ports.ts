import { lookup } from "node:dns/promises";
import { createServer, isIP } from "node:net";
import { networkInterfaces } from "node:os";
import { Refusal } from "../reports/refusal.ts";

/** What the flags of a server say. */
export interface HostFlags {
  readonly host?: string;
  readonly port: number;
}

/** Where a server listens, and by which names it answers. */
export interface Listening {
  /** An IP address of this machine, or the one that means all of them. */
  readonly address: string;
  readonly port: number;
  /** The names that `Host` may have, in lower case, without a port. */
  readonly names: readonly string[];
  /** Where a browser finds it, in the order in which people are told. */
  readonly origins: readonly [string, ...string[]];
}

/** This machine, for itself alone. */
export const LOOPBACK = "127.0.0.1";

/** By which names a browser of this machine asks for it. */
const OWN_NAMES = ["localhost", LOOPBACK, "[::1]"] as const;

/** Addresses that mean all addresses of this machine. */
const EVERYWHERE = ["0.0.0.0", "::"];

/** Where a port of this machine is served. */
export function localOrigin(port: number): string {
  return `http://${LOOPBACK}:${port}`;
}

/**
 * Where to listen: for this machine alone, or at the address that `--host` names. Throws `Refusal` where
 * that is not this machine's, or the port is not to be had.
 */
export async function chooseListening({ host, port }: HostFlags): Promise<Listening> {
  const listening = host === undefined ? forItself(port) : await named(withoutBrackets(host), port);
  const fault = await listenFault(listening);
  if (fault !== null) throw new Refusal(faultSentence(fault, listening, host));
  return listening;
}

/** The rule for `Host`: a web page whose name leads to this machine (DNS rebinding) sends a name of its own. */
export function isOwnName(field: string | undefined, { names }: Pick<Listening, "names">): boolean {
  return names.includes((field ?? "").replace(/:\d+$/, "").toLowerCase());
}

/** What is told who asks by another name. */
export function otherNameSentence({ names }: Pick<Listening, "names">): string {
  return `This server answers to ${names.join(", ")}; --host NAME lets it answer to another name.\n`;
}

function forItself(port: number): Listening {
  return { address: LOOPBACK, port, names: OWN_NAMES, origins: [localOrigin(port)] };
}

async function named(host: string, port: number): Promise<Listening> {
  const at = (name: string) => `http://${bracketed(name)}:${port}`;
  if (EVERYWHERE.includes(host)) {
    const others = ownAddresses();
    return {
      address: host,
      port,
      names: [...OWN_NAMES, ...others.map(bracketed)],
      origins: [localOrigin(port), ...others.map(at)],
    };
  }
  const address = isIP(host) ? host : await addressOf(host);
  const names = new Set([...OWN_NAMES, bracketed(host).toLowerCase(), bracketed(address)]);
  return { address, port, names: [...names], origins: [at(host)] };
}

async function addressOf(name: string): Promise<string> {
  try {
    return (await lookup(name, { order: "ipv4first" })).address;
  } catch (cause) {
    throw new Refusal(`--host ${name} is not the name of any machine; ${ownAddressesSentence()}`, { cause });
  }
}

/** Addresses at which other machines find this one. Those of one link only (`fe80::`) need more than an address. */
function ownAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, scopeid }) => !internal && !scopeid)
    .map(({ address }) => address);
}

function ownAddressesSentence(): string {
  const own = ownAddresses();
  return own.length === 0
    ? "this machine is on no network"
    : `the addresses of this machine are ${own.join(", ")}`;
}

function faultSentence(code: string, { port }: Listening, host: string | undefined): string {
  if (code === "EADDRINUSE") return `Port ${port} is in use; name another with --port N`;
  if (code === "EACCES") return `Port ${port} is not for this user; name one above 1023 with --port N`;
  if (code === "EADDRNOTAVAIL") {
    return `--host ${host} is no address of this machine; ${ownAddressesSentence()}`;
  }
  return `Port ${port} cannot be listened on: ${code}`;
}

/** Listens for a moment; the code of what is in the way, null where nothing is. */
function listenFault({ address, port }: Listening): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (cause: NodeJS.ErrnoException) => resolve(cause.code ?? cause.message));
    server.listen(port, address, () => server.close(() => resolve(null)));
  });
}

function bracketed(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host;
}

function withoutBrackets(host: string): string {
  return host.replace(/^\[(.*)\]$/, "$1");
}
