import { nearNameOf } from "../values/near-name.ts";

/** How to fix an address that is no URL of the web. */
export function urlFix(text: string): string {
  const rest = text.trim().replace(/^[a-z]*:?[/\\]+/i, "");
  const [, host = "", port = ""] = /^(\[[\da-f:]+\]|[^/:?#\s]+)(?::(\d+))?/i.exec(rest) ?? [];
  if (port !== "" && !(Number(port) >= 1 && Number(port) <= 65_535))
    return "a port is a number from 1 to 65535";
  const scheme = isLocal(host) ? "http" : "https";
  return (host.includes(".") || isLocal(host)) && URL.canParse(`${scheme}://${rest}`)
    ? `write it with ${scheme}:// in front: "${scheme}://${rest}"`
    : "write a URL with https:// in front, such as https://example.com";
}

function isLocal(host: string): boolean {
  return /^(?:localhost|127\.[\d.]+|\[::1\])$/i.test(host);
}

/** How to fix a time zone that nobody knows: by its city, or by a name that is near. */
export function timezoneFix(text: string): string {
  const zones = Intl.supportedValuesOf("timeZone");
  const typed = text.trim().replace(/\s+/g, "_");
  const cities = new Map(zones.map((zone) => [zone.slice(zone.lastIndexOf("/") + 1), zone]));
  const zone = nearNameOf(zones)(typed) ?? cities.get(nearNameOf([...cities.keys()])(typed) ?? "");
  return zone === undefined
    ? "write the zone of a large city, such as Europe/Paris"
    : `write a zone by its full name; did you mean "${zone}"?`;
}

/** How to fix a colour that is not written as `#rrggbb`. */
export function colourFix(text: string): string {
  const [, digits = ""] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim()) ?? [];
  if (digits === "") return "write a colour as # and six digits from 0 to f, such as #8a2c12";
  return `write it as "#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits}"`;
}
