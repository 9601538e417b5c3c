/**
 * How a page that a browser opens looks where it is served on this machine: what of its own site it
 * names by the whole URL, such as the pictures and links of an article, is asked for here, where it is
 * new, and not at a live site, where it may not be yet. Programs get what is published, to the byte.
 * It is text because it runs inside workerd, not here.
 */
export const OWN_PAGES_SCRIPT = `
// The site's origin stands in the links to its feeds.
const FEED = /<link rel="alternate" type="application\\/rss\\+xml"[^>]* href="(https?:\\/\\/[^/"]+)\\//;
const SHOWN = /<(?:a|img|source|video|audio|track|link rel="icon")\\s[^>]*>/g;
const PLACE = /(\\s(?:href|src|srcset|poster)=")([^"]*)/g;

export const opensPage = ({ method, headers }) =>
  method === "GET" && /\\btext\\/html\\b/.test(headers.get("Accept") ?? "");

/** The fields of a request for a page that can be read here. */
export function plainFields(headers) {
  const fields = new Headers(headers);
  fields.set("Accept-Encoding", "identity");
  return fields;
}

export async function ownPage(answer) {
  const isPage = answer.status === 200 && answer.headers.get("Content-Type")?.startsWith("text/html");
  if (!isPage) return answer;
  const fields = new Headers(answer.headers);
  fields.delete("Content-Length");
  return new Response(withOwnPlaces(await answer.text()), { status: 200, headers: fields });
}

function withOwnPlaces(html) {
  const origin = FEED.exec(html)?.[1];
  if (origin === undefined) return html;
  const own = (url) => (url.startsWith(origin + "/") ? url.slice(origin.length) : url);
  // The parts of a srcset stand behind commas with a space.
  const ownAll = (value) => value.split(", ").map(own).join(", ");
  return html.replace(SHOWN, (tag) => tag.replace(PLACE, (_, name, value) => name + ownAll(value)));
}
`;
