import { expect, test } from "vitest";
import { withoutRecoding } from "../../src/representation/entity-tag.ts";

test.for([
  { name: "a strong tag as it is", tag: '"tide"', bare: '"tide"' },
  { name: "a weak tag (RFC 9110 §8.8.1)", tag: 'W/"tide"', bare: '"tide"' },
  { name: "Apache's suffix", tag: '"tide-gzip"', bare: '"tide"' },
  { name: "Jetty's suffix", tag: 'W/"tide--gzip"', bare: '"tide"' },
  { name: "Caddy's suffix", tag: '"tide;br"', bare: '"tide"' },
  { name: "another coding", tag: '"tide-zstd"', bare: '"tide"' },
  { name: "no suffix that is no coding", tag: '"tide-old"', bare: '"tide-old"' },
  { name: "no coding within the tag", tag: '"tide-gzip-2"', bare: '"tide-gzip-2"' },
])("what a server in front made of a tag: $name", ({ tag, bare }) => {
  expect(withoutRecoding(tag)).toBe(bare);
});
