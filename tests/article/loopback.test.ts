import { expect, test } from "vitest";
import { isLoopback } from "../../src/article/loopback.ts";

test.for([
  { host: "localhost", is: true },
  { host: "quay.localhost", is: true },
  { host: "a.quay.localhost", is: true },
  { host: "127.0.0.1", is: true },
  { host: "127.1", is: true },
  { host: "[::1]", is: true },
  { host: "quay.example", is: false },
  { host: "mylocalhost", is: false },
  { host: "localhost.example", is: false },
  { host: "127.quay.example", is: false },
  { host: "10.127.0.1", is: false },
  { host: "127.0.0.1.example", is: false },
  { host: "[::1].example", is: false },
])("$host is this machine: $is (RFC 6761 §6.3)", ({ host, is }) => {
  expect(isLoopback(host)).toBe(is);
});
