import { describe, expect, test } from "vitest";
import { decodeEnvelope } from "../../src/store/envelope.ts";

describe("an answer of Cloudflare's API", () => {
  test.for([
    { name: "a success", body: { success: true, errors: [], messages: [], result: { id: 1 } } },
    {
      name: "a refusal",
      body: { success: false, errors: [{ code: 10_000, message: "Authentication error" }], result: null },
    },
    {
      name: "a page of a listing",
      body: { success: true, errors: [], result: [], result_info: { cursor: "c" } },
    },
    { name: "the last page", body: { success: true, errors: [], result: [], result_info: { cursor: null } } },
    { name: "one without a cursor", body: { success: true, errors: [], result: [], result_info: {} } },
    { name: "one without a listing", body: { success: true, errors: [], result: [], result_info: null } },
  ])("is read: $name", ({ body }) => {
    const { messages: _, ...known } = { messages: null, ...body };
    expect(decodeEnvelope(body)).toEqual(known);
  });

  test("has no errors where it names none", () => {
    expect(decodeEnvelope({ success: true })).toEqual({ success: true, errors: [] });
  });

  test.for([
    { name: "nothing", body: null },
    { name: "text", body: "<html>" },
    { name: "no success", body: { errors: [] } },
    { name: "a success that is no boolean", body: { success: "yes" } },
    { name: "an error without a code", body: { success: false, errors: [{ message: "no" }] } },
    { name: "an error without words", body: { success: false, errors: [{ code: 1 }] } },
    { name: "a cursor that is no text", body: { success: true, result_info: { cursor: 7 } } },
  ])("is none of it: $name", ({ body }) => {
    expect(decodeEnvelope(body)).toBeNull();
  });
});
