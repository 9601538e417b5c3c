import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { askHub, HubError } from "../../src/publish/ask-hub.ts";

/** Where something answers on loopback until the test ends. */
async function listen(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hub`;
}

const MESSAGE = { do: "topics", drop: "https://quay.example/rss.xml" } as const;

test.for<{
  readonly name: string;
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  readonly answerMs?: number;
  readonly says: string;
}>([
  { name: "does not answer in time", answer: () => {}, answerMs: 20, says: "no answer in 0.02 seconds" },
  {
    name: "does not end its answer in time",
    answer: (_, response) => void response.writeHead(200).write("{"),
    answerMs: 200,
    says: "no answer in 0.2 seconds",
  },
  {
    name: "breaks off in its answer",
    answer: (_, response) => {
      response.writeHead(200, { "Content-Length": "9" });
      response.write("{", () => response.destroy());
    },
    says: "it cannot be reached",
  },
  { name: "breaks off before", answer: (request) => request.socket.destroy(), says: "it cannot be reached" },
  {
    name: "answers with something else",
    answer: (_, response) => response.end("<html>"),
    says: "something else answers there",
  },
])("a hub that $name is told as that, with the cause", async ({ answer, answerMs, says }) => {
  const url = await listen(answer);
  const asking = askHub({ url, secret: "tide", ...(answerMs && { answerMs }) }, MESSAGE);
  const fault = await asking.catch((cause: unknown) => cause);
  expect(fault).toBeInstanceOf(HubError);
  expect(fault).toMatchObject({ name: "HubError", message: says, cause: expect.any(Error) });
});

test("what a hub is told is bytes, not text that servers in between may change", async () => {
  let type: string | undefined;
  const url = await listen((request, response) => {
    type = request.headers["content-type"];
    response.end("{}");
  });
  await askHub({ url, secret: "tide" }, MESSAGE);
  expect(type).toBe("application/octet-stream");
});
