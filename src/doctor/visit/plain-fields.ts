import { isPrivateHost } from "./private-address.ts";

/** Stands for any page that reads a feed by script. */
const SOME_ORIGIN = "https://reader.example";

/** What is asked with everywhere: what is at a private address need be open to nobody elsewhere. */
export function plainFields(url: string) {
  const { hostname = "", origin = SOME_ORIGIN } = URL.parse(url) ?? {};
  return { "Accept-Encoding": "identity", Origin: isPrivateHost(hostname) ? origin : SOME_ORIGIN };
}
