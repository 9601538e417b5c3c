import { expect, test } from "vitest";
import { linkField } from "../../src/bake/site-documents.ts";

test("a feed names itself and each hub (RFC 8288 §3, WebSub §4)", () => {
  expect(linkField("https://quay.example/rss.xml", [])).toBe('<https://quay.example/rss.xml>; rel="self"');
  expect(linkField("https://quay.example/rss.xml", ["https://hub.example/", "https://relay.example/"])).toBe(
    '<https://quay.example/rss.xml>; rel="self", <https://hub.example/>; rel="hub", <https://relay.example/>; rel="hub"',
  );
});
