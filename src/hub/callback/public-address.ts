/**
 * Networks of IPv4 that are not on the public internet, as first address and length of the prefix
 * (https://www.iana.org/assignments/iana-ipv4-special-registry).
 */
const NETWORKS = [
  [0x00000000, 8],
  [0x0a000000, 8],
  [0x64400000, 10],
  [0x7f000000, 8],
  [0xa9fe0000, 16],
  [0xac100000, 12],
  [0xc0000000, 24],
  [0xc0000200, 24],
  [0xc0586300, 24],
  [0xc0a80000, 16],
  [0xc6120000, 15],
  [0xc6336400, 24],
  [0xcb007100, 24],
  [0xe0000000, 4],
  [0xf0000000, 4],
] as const;

/** Whether an address that DNS gave is on the public internet. What is no address is not. */
export function isPublicAddress(address: string): boolean {
  return address.includes(":") ? isPublicIpv6(address) : isPublicIpv4(address);
}

function isPublicIpv4(address: string): boolean {
  const octets = address.split(".").map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 256));
  if (octets.length !== 4 || octets.some((octet) => octet > 255)) return false;
  const value = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  return !NETWORKS.some(([first, length]) => value - first >= 0 && value - first < 2 ** (32 - length));
}

/**
 * Only 2000::/3 is given out to the public (RFC 4291 §2.4); of that not what is for protocols and examples
 * (2001::/23, 2001:db8::/32, 3fff::/20), nor what hides an address of IPv4 (2002::/16).
 */
function isPublicIpv6(address: string): boolean {
  const host = URL.parse(`http://[${address}]/`)?.hostname;
  const [first = 0, second = 0] = (host ?? "")
    .slice(1)
    .split(":", 2)
    .map((group) => Number.parseInt(group || "0", 16));
  if (host === undefined || first < 0x2000 || first > 0x3fff) return false;
  if (first === 0x2001) return second >= 0x200 && second !== 0xdb8;
  return first !== 0x2002 && !(first === 0x3fff && second < 0x1000);
}
