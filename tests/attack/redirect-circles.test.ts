import fc from "fast-check";
import { expect, test } from "vitest";
import type { Redirect } from "../../src/article/old-addresses.ts";
import { pastOf } from "../../src/bake/redirects/redirects.ts";
import { movedRepresentation, packedRepresentation } from "../../src/representation/moved.ts";
import { packRedirects } from "../../src/representation/redirects/table.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { readSiteSettings } from "../../src/source/settings/site-settings.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";
import { answer } from "../../src/worker/answer.ts";
import { readRequest } from "../../src/worker/edge-request.ts";
import { siteRedirects } from "../../src/worker/site-redirects.ts";
import { runs } from "../runs.ts";

const NOW = 1_760_000_000;
const HOME = "https://quay.example";
const SITE = {
  ...readSiteSettings(null, "site", new FileProblems("site.toml")),
  url: HOME,
  hosts: new Set(["old.example"]),
};

const words = fc.array(fc.constantFrom("a", "b", "A", "B", "c", "%61"), { minLength: 1, maxLength: 3 });
const path = fc.tuple(words, fc.constantFrom("", "", "/")).map(([list, end]) => `/${list.join("/")}${end}`);
const origin = fc.constantFrom("", "", "", "", HOME, "http://quay.example", "https://old.example");
const behind = (...ends: readonly string[]) => fc.constantFrom("", "", "", ...ends);
const glued = (...parts: readonly fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(""));

/** An old path and where it leads: whole paths, queries, patterns with `*` and with names. */
const redirect = fc.oneof(
  fc.tuple(glued(path, behind("?p=1")), glued(origin, path, behind("?p=1", "?x=1", "#f"))),
  fc.tuple(
    glued(path, fc.constantFrom("*", "*/b", "x*", "*.html")),
    glued(origin, path, fc.constantFrom("", ":splat", "/:splat", "?p=:splat", ":splat/:splat"), behind("/")),
  ),
  fc.tuple(glued(path, fc.constant("/:n"), behind("/", "/b")), glued(origin, path, behind("/:n", "/:n/"))),
  fc.tuple(
    fc.constantFrom("/*", "/:n", "/:n/:m", "/:n/*", "/*/:n", "/a:n/*b", "/a/:n/b/*", "/b/*/:n/"),
    glued(
      origin,
      behind("/a", "/B"),
      fc.constantFrom("/", "/:splat", "/:n", "/:m/:n", "/:n/:splat/", "/:splat/b/:n"),
    ),
  ),
);

const asked = fc.tuple(path, behind("?p=1", "?x=1")).map((parts) => parts.join(""));

/** What the edge has of redirects. What is an error of theirs is left out, as a publisher would. */
function stored(written: readonly (readonly [string, string])[]) {
  const given = new Map<string, Redirect>(
    written.map(([from, to], line) => [from, { to, status: 301, file: "_redirects", line }]),
  );
  for (;;) {
    const past = pastOf([], { ...SITE, redirects: given });
    const wrong = past.problems.flatMap(({ severity, line }) => (severity === "error" ? [line] : []));
    if (wrong.length === 0) {
      return new Map([
        ...[...past.moved].map(([key, to]) => [key, movedRepresentation(to, NOW)] as const),
        ...[...packRedirects(past.packed)].map(
          ([key, text]) => [key, packedRepresentation(text, NOW)] as const,
        ),
      ] as const);
    }
    for (const [from, { line }] of [...given]) if (wrong.includes(line)) given.delete(from);
  }
}

test("whatever the redirects are, no request is led on without an end", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(redirect, { minLength: 1, maxLength: 5 }),
      fc.array(asked, { minLength: 1, maxLength: 8 }),
      async (written, targets) => {
        const documents = stored(written);
        const redirects = siteRedirects();
        const read = async (key: StorageKey) => {
          const found = documents.get(key);
          const body = found && new Blob([Buffer.from(found.value)]).stream();
          return found && body
            ? { metadata: found.metadata, body: body as ReadableStream<Uint8Array>, made: {} }
            : null;
        };
        for (const target of targets) {
          let url: string | null = HOME + target;
          const way: string[] = [];
          while (url !== null && /^https?:\/\/(?:quay|old)\.example/.test(url)) {
            way.push(url);
            expect(way.length, way.join(" -> ")).toBeLessThan(8);
            const response = await answer(readRequest(new Request(url), NOW), read, redirects);
            await response.body?.cancel();
            const location = response.headers.get("Location");
            url = location === null ? null : new URL(location, url).href;
          }
        }
      },
    ),
    runs(300),
  );
});
