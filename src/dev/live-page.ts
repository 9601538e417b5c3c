import { lines, markup } from "../render/text/markup.ts";
import { DEV_ADDRESS } from "./dev-addresses.ts";

/** A header field, as it is spelled in the message. */
export type Field = readonly [name: string, value: string];

/** A page and the fields that it came with. */
export interface SourcePage {
  readonly html: string;
  readonly fields: readonly Field[];
}

/** What makes a page a live one. */
export interface Liveness {
  /** Of the site, as the page shows it. */
  readonly version: number;
  /** Allows one script; another one for every answer (CSP 3 §2.3.1). */
  readonly nonce: string;
}

/** Fields that tell of bytes which a live page no longer has, or that would keep it after it changes. */
const OUTDATED = /^(?:etag|last-modified|content-length|content-encoding|cache-control|age)$/i;

/** Adds the script that reloads a page when the site changes. */
export function livePage(html: string, { version, nonce }: Liveness): string {
  const source = `${DEV_ADDRESS.script}?version=${version}`;
  const script = markup`<script type="module" src="${source}" nonce="${nonce}"></script>`.source;
  const end = html.indexOf("</head>");
  return end === -1 ? html + script : html.slice(0, end) + script + html.slice(end);
}

/** The fields of a page that is made a live one, but for its length. */
export function livePageFields(fields: readonly Field[], { nonce }: Pick<Liveness, "nonce">): Field[] {
  return [
    ...fields
      .filter(([name]) => !OUTDATED.test(name))
      .map(
        ([name, value]): Field => [
          name,
          /^content-security-policy$/i.test(name) ? livePolicy(value, nonce) : value,
        ],
      ),
    ["Cache-Control", "no-store"],
  ];
}

/** A Content-Security-Policy that also lets the one script in, and what it loads from this server (CSP 3 §6). */
export function livePolicy(policy: string, nonce: string): string {
  const directives = new Map(
    policy
      .split(";")
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = "", ...sources]) => [name.toLowerCase(), sources] as const)
      .filter(([name]) => name !== ""),
  );
  const allow = (name: string, source: string) => {
    const sources = directives.get(name) ?? directives.get("default-src") ?? [];
    const others = sources.filter((one) => one !== "'none'" && one !== source);
    directives.set(name, [...others, source]);
  };
  allow("script-src", `'nonce-${nonce}'`);
  allow("connect-src", "'self'");
  allow("style-src", "'self'");
  return [...directives].map(([name, sources]) => [name, ...sources].join(" ")).join("; ");
}

/** A page for where the site has none yet, or cannot answer. The script shows why over it. */
export function standInPage(sentence: string): SourcePage {
  const page = lines(
    markup`<!doctype html>`,
    markup`<html lang="en">`,
    markup`<head>`,
    markup`<meta charset="utf-8">`,
    markup`<meta name="viewport" content="width=device-width, initial-scale=1">`,
    markup`<meta name="color-scheme" content="light dark">`,
    markup`<title>${sentence}</title>`,
    markup`</head>`,
    markup`<body>`,
    markup`<main>`,
    markup`<h1>${sentence}</h1>`,
    markup`<p>This page reloads when the site is published.</p>`,
    markup`</main>`,
    markup`</body>`,
    markup`</html>`,
  );
  return {
    html: page.source,
    fields: [
      ["Content-Type", "text/html; charset=utf-8"],
      ["Content-Security-Policy", "default-src 'none'"],
    ],
  };
}
