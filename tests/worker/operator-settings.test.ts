import { afterEach, describe, expect, test } from "vitest";
import type { Edge } from "./edge.ts";
import { startEdge } from "./edge.ts";
import { sendRaw } from "./raw-http.ts";

const TARGET = "/rss";
const HSTS = "max-age=31536000";
let edge: Edge | null = null;

afterEach(() => edge?.stop());

describe("Strict-Transport-Security", () => {
  test("is sent over TLS where the operator sets it (RFC 6797 §6.1)", async () => {
    edge = await startEdge({ variables: { STRICT_TRANSPORT_SECURITY: HSTS } });
    expect(await edge.fieldOverTls(TARGET, "Strict-Transport-Security")).toBe(HSTS);
  });

  test("is not sent over plain HTTP (RFC 6797 §7.2)", async () => {
    edge = await startEdge({ variables: { STRICT_TRANSPORT_SECURITY: HSTS } });
    const answer = await sendRaw(edge.port, { target: TARGET });
    expect(answer.field("Strict-Transport-Security")).toBeNull();
  });

  test("is not sent where the operator does not set it", async () => {
    edge = await startEdge();
    expect(await edge.fieldOverTls(TARGET, "Strict-Transport-Security")).toBeNull();
  });
});

test("Server-Timing tells how long the store took, in local mode", async () => {
  edge = await startEdge({ variables: { SERVER_TIMING: "on" } });
  const answer = await sendRaw(edge.port, { target: "/nothing" });
  expect(answer.field("Server-Timing")).toMatch(/^kv;dur=\d+$/);
});
