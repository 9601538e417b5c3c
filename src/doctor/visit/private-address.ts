import { BlockList, isIP } from "node:net";

/**
 * Networks that no address of the public internet lies in
 * (https://www.iana.org/assignments/iana-ipv4-special-registry, …/iana-ipv6-special-registry).
 */
const PRIVATE_NETWORKS = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  // Unspecified, loopback, and IPv4 written in the old way.
  "::/96",
  "64:ff9b:1::/48",
  "100::/64",
  "2001::/23",
  "2001:db8::/32",
  "2002::/16",
  "fc00::/7",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
] as const;

/** IPv4 behind NAT64, whose own networks count (RFC 6052 §2.1). */
const NAT64 = /^64:ff9b::(?=[\da-f]{1,4}(?::[\da-f]{1,4})?$)/i;

const BLOCKED = new BlockList();
for (const network of PRIVATE_NETWORKS) {
  const [address = "", length = ""] = network.split("/");
  BLOCKED.addSubnet(address, Number(length), isIP(address) === 6 ? "ipv6" : "ipv4");
}

/** Whether an IP address is of a private network, of this machine or of a link, or is none at all. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$|%.*$/g, "").replace(NAT64, "::ffff:");
  const family = isIP(bare);
  // IPv4 that is mapped into IPv6 is checked as what it is.
  return family === 0 || BLOCKED.check(bare, family === 6 ? "ipv6" : "ipv4");
}

/** Whether the host of a URL says by itself that it is private; a name is not looked up. */
export function isPrivateHost(hostname: string): boolean {
  if (/(^|\.)localhost\.?$/i.test(hostname)) return true;
  return isIP(hostname.replace(/^\[|\]$/g, "")) !== 0 && isPrivateAddress(hostname);
}
