import { isPrivateHost } from "../visit/private-address.ts";
import type { Check } from "./check.ts";
import { when } from "./check.ts";
import type { ReadFeed } from "./content.ts";
import { counted } from "./counted.ts";

/** What a reader must not open or show as it is. */
export const SAFETY_CHECKS: readonly Check<ReadFeed>[] = [
  {
    name: "foreign-schemes",
    severity: "warning",
    fix: "Link to http:// or https://: readers open nothing else, or ask before they do.",
    find: ({ feed: { items, hubs } }) => [
      ...hubs.filter(isForeign).map((hub) => `its hub ${hub} is at neither http: nor https:`),
      ...counted(
        items,
        ({ url, files }) => [url, ...files].some(isForeign),
        "with a link or a file that is at neither http: nor https:",
      ),
    ],
  },
  {
    name: "private-links",
    severity: "error",
    fix: "Write the address of the site itself: what leads to a private address leads nobody anywhere.",
    find: ({ feed: { items, hubs }, url: feedUrl }) => {
      if (isPrivate(feedUrl)) return [];
      return [
        ...hubs.filter(isPrivate).map((hub) => `its hub ${hub} is at a private address`),
        ...counted(
          items,
          ({ url, files }) => [url, ...files].some(isPrivate),
          "with a link or a file at a private address",
        ),
      ];
    },
  },
  {
    name: "control-characters",
    severity: "warning",
    fix: "Leave out control characters and characters that turn the order of text around.",
    find: ({ feed: { items, title } }) => [
      ...when(hasControls(title), "its title holds control characters"),
      ...counted(
        items,
        (item) => [item.title, item.id, item.url].some(hasControls),
        "whose title, id or link holds control characters",
      ),
    ],
  },
];

function isForeign(address: string | null): boolean {
  const protocol = URL.parse(address ?? "")?.protocol;
  return protocol !== undefined && !/^https?:$/.test(protocol);
}

function isPrivate(address: string | null): boolean {
  const url = URL.parse(address ?? "");
  return url !== null && isPrivateHost(url.hostname);
}

/** Control characters that have no place in text, and what turns the order of letters around. */
const CONTROL = /[^\P{Cc}\t\n\r]|[\u202D\u202E]/u;

function hasControls(text: string | null): boolean {
  return text !== null && CONTROL.test(text);
}
