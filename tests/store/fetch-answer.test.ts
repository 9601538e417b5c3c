import type { ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { fetchFields } from "../../src/store/fetch-answer.ts";

/** What the fields of an answer are asked of. */
async function fieldsOf(answer: (response: ServerResponse) => void): Promise<Response> {
  const server = createServer((_, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return fetchFields(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

test("the fields of an answer are there before its body, which nobody waits for", async () => {
  const answer = await fieldsOf((response) => {
    response.writeHead(200, { ETag: '"1"', "Content-Length": "7000000000" }).write("endless");
  });
  expect([answer.status, answer.headers.get("ETag")]).toEqual([200, '"1"']);
  expect(await answer.text()).toBe("");
});

test("an answer without a body is one too", async () => {
  expect((await fieldsOf((response) => response.writeHead(204).end())).status).toBe(204);
});

test("an error comes with its body, which tells of it", async () => {
  const answer = await fieldsOf((response) => response.writeHead(403).end('{"success":false}'));
  expect([answer.status, await answer.text()]).toEqual([403, '{"success":false}']);
});
