import { createRequire } from "node:module";
import type { HLJSApi, LanguageFn } from "highlight.js";

const require = createRequire(import.meta.url);
let library: HLJSApi | null = null;

/** Code as the sanitizer leaves it, with its language. */
const CODE = /<pre><code class="language-([^" ]+)">([^<]*)<\/code><\/pre>/g;
/**
 * The longest code and the longest line that are coloured, and the most of one page, in UTF-16 code
 * units, and the most lines of one code: some languages take the library the square of that.
 */
const [MAX_LENGTH, MAX_OF_PAGE, MAX_LINE, MAX_LINES] = [10_000, 50_000, 500, 500];
const LONG_LINE = new RegExp(`[^\\n]{${MAX_LINE + 1}}`);

/** Languages by other names than those of their files, beside those that the library knows itself. */
const FILES: Readonly<Record<string, string>> = {
  bat: "dos",
  clj: "clojure",
  cr: "crystal",
  docker: "dockerfile",
  erl: "erlang",
  ex: "elixir",
  exs: "elixir",
  hs: "haskell",
  ml: "ocaml",
  pas: "delphi",
  ps1: "powershell",
  proto: "protobuf",
  tex: "latex",
};

/** Marks the parts of code whose language is known with classes. What is not known stays as it is. */
export function highlightedCode(html: string): string {
  let left = MAX_OF_PAGE;
  return html.replace(CODE, (whole, language: string, escaped: string) => {
    if (escaped.length > Math.min(MAX_LENGTH, left) || LONG_LINE.test(escaped)) return whole;
    if (escaped.split("\n", MAX_LINES + 1).length > MAX_LINES) return whole;
    const name = languageOf(language.toLowerCase());
    if (name === null) return whole;
    left -= escaped.length;
    const { value } = libraryNow().highlight(unescaped(escaped), { language: name, ignoreIllegals: true });
    return `<pre><code class="language-${language}">${value}</code></pre>`;
  });
}

/** Loaded when the first page has code in a language. */
function libraryNow(): HLJSApi {
  library ??= require("highlight.js/lib/common") as HLJSApi;
  return library;
}

/** The name that the library knows a language by, which is loaded where it has to be; null where there is none. */
function languageOf(language: string): string | null {
  const known = libraryNow();
  if (known.getLanguage(language)) return language;
  const file = Object.hasOwn(FILES, language) ? FILES[language] : language;
  if (file === undefined || !/^[a-z][a-z0-9-]*$/.test(file)) return null;
  try {
    known.registerLanguage(file, require(`highlight.js/lib/languages/${file}`) as LanguageFn);
    return file;
  } catch {
    return null;
  }
}

function unescaped(html: string): string {
  return html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
}
