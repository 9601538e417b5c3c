import { astro } from "./astro.ts";
import { eleventy } from "./eleventy.ts";
import { hugo } from "./hugo.ts";
import type { Peer } from "./peer.ts";

/** Every peer; those from npm are installed below `packages`, never as dependencies. */
export function peers(packages: string): readonly Peer[] {
  return [hugo, eleventy(packages), astro(packages)];
}
