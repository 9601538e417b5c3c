import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { CloudflareAccount } from "../../src/store/cloudflare-account.ts";
import type { Reply } from "./kv-namespace.ts";
import { KvNamespace, refuse } from "./kv-namespace.ts";

/** What goes wrong with one request. */
export type Fault =
  | {
      readonly kind: "status";
      readonly status: number;
      readonly code?: number;
      readonly message?: string;
      readonly retryAfter?: string;
    }
  /** The connection breaks off before anything is done. */
  | { readonly kind: "reset" }
  /** It breaks off once all is done: the caller cannot know. */
  | { readonly kind: "reset after" }
  /** It breaks off in the middle of the answer. */
  | { readonly kind: "cut answer" }
  /** An answer of something that is not Cloudflare's. */
  | { readonly kind: "other answer"; readonly status: number; readonly body: string }
  /** An answer begins and never ends. */
  | { readonly kind: "endless answer" }
  /** The caller is sent elsewhere. */
  | { readonly kind: "redirect"; readonly to: string }
  /** No answer comes, and nothing is done. */
  | { readonly kind: "silence" }
  /** No answer comes, though all is done. */
  | { readonly kind: "silence after" }
  /** A page of something in between, with status 200. */
  | { readonly kind: "garbage" }
  /** Every nth key of a bulk request is left undone and named so. */
  | { readonly kind: "partial"; readonly every: number };

/** A request as the stand-in saw it. */
export interface Seen {
  readonly method: string;
  /** The account; null for what is below none. */
  readonly owner: string | null;
  /** Below the account. */
  readonly path: string;
  readonly search: URLSearchParams;
  readonly body: Buffer;
  readonly headers: IncomingMessage["headers"];
}

/** A route below the account: method, path, and what it does with what the path's groups hold. */
export type Route = readonly [string, RegExp, (seen: Seen, ...groups: readonly string[]) => Reply];

/** Cloudflare's API on this machine: real HTTP, the documented limits, and faults on demand. */
export class CloudflareStandIn {
  readonly account: CloudflareAccount;
  readonly namespaces = new Map<string, KvNamespace>();
  readonly seen: Seen[] = [];
  /** Routes of more than KV. */
  readonly routes: Route[] = [];
  /** Asked before each request is carried out; null lets it through. */
  fault: (seen: Seen, index: number) => Fault | null = () => null;
  /** Calls left before 429; Cloudflare grants 1,200 in five minutes. */
  callsLeft = 1200;
  /** The most requests that were under way at a time. */
  mostUnderWay = 0;
  #underWay = 0;
  readonly #server: Server;

  /** Listens on loopback until it is stopped. */
  static async start(): Promise<CloudflareStandIn> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new CloudflareStandIn(server, (server.address() as AddressInfo).port);
  }

  private constructor(server: Server, port: number) {
    this.#server = server;
    server.on("request", (request, response) => {
      this.#underWay += 1;
      this.mostUnderWay = Math.max(this.mostUnderWay, this.#underWay);
      response.once("close", () => {
        this.#underWay -= 1;
      });
      void this.#serve(request, response);
    });
    this.account = {
      apiUrl: `http://127.0.0.1:${port}/client/v4`,
      id: "0123456789abcdef0123456789abcdef",
      token: "secret-token-of-the-stand-in",
    };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  addNamespace(title: string): KvNamespace {
    const namespace = new KvNamespace((this.namespaces.size + 1).toString(16).padStart(32, "a"), title);
    this.namespaces.set(namespace.id, namespace);
    return namespace;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      return; // the caller was killed while it was sending
    }
    const { pathname, searchParams: search } = new URL(request.url ?? "", this.account.apiUrl);
    const { groups } = /^\/client\/v4\/(accounts\/(?<owner>[^/]+)\/)?(?<path>.*)$/.exec(pathname) ?? {};
    const { method = "", headers } = request;
    const path = groups?.path ?? "";
    const owner = groups?.owner ?? null;
    const seen: Seen = { method, owner, path, search, body: Buffer.concat(chunks), headers };
    this.seen.push(seen);
    const fault = this.fault(seen, this.seen.length - 1);
    if (fault?.kind === "silence") return;
    if (fault?.kind === "reset") request.socket.destroy();
    else if (fault?.kind === "garbage") response.end("<html>One moment, please.</html>");
    else if (fault?.kind === "other answer") {
      const type = fault.body.startsWith("{") ? "application/json" : "text/html";
      response.writeHead(fault.status, { "Content-Type": type }).end(fault.body);
    } else if (fault?.kind === "endless answer") response.writeHead(200).write("{");
    else if (fault?.kind === "redirect") response.writeHead(307, { Location: fault.to }).end();
    else if (fault?.kind === "status") {
      const { status, code = 0, message = "", retryAfter } = fault;
      if (retryAfter !== undefined) response.setHeader("Retry-After", retryAfter);
      send(response, refuse(status, code, message));
    } else {
      const reply = this.#turnAway(owner, headers) ?? this.#carryOut(seen, fault);
      if (fault?.kind === "silence after") return;
      if (fault?.kind === "reset after") request.socket.destroy();
      else if (fault?.kind === "cut answer") {
        response.writeHead(200, { "Content-Length": 1000 }).write("{", () => request.socket.destroy());
      } else send(response, reply);
    }
  }

  /** What stands before every route: rate, credential, account. */
  #turnAway(owner: string | null, { authorization }: IncomingMessage["headers"]): Reply | null {
    this.callsLeft -= 1;
    if (this.callsLeft < 0) return refuse(429, 971, "Please wait and consider throttling your request speed");
    if (authorization !== `Bearer ${this.account.token}`) return refuse(403, 10_000, "Authentication error");
    if (owner === null || owner === this.account.id) return null;
    return refuse(
      404,
      7003,
      `Could not route to /accounts/${owner}, perhaps your object identifier is invalid?`,
    );
  }

  #carryOut(seen: Seen, fault: Fault | null): Reply {
    for (const [method, pattern, answer] of [...this.routes, ...this.#kvRoutes(fault)]) {
      const match = method === seen.method ? pattern.exec(seen.path) : null;
      if (match) return answer(seen, ...match.slice(1).map(decodeURIComponent));
    }
    return refuse(404, 7000, `No route for ${seen.method} ${seen.path}`);
  }

  #kvRoutes(fault: Fault | null): Route[] {
    const every = fault?.kind === "partial" ? fault.every : Number.POSITIVE_INFINITY;
    const within =
      (answer: (namespace: KvNamespace, seen: Seen, key: string) => Reply): Route[2] =>
      (seen, id = "", key = "") => {
        const namespace = this.namespaces.get(id);
        return namespace ? answer(namespace, seen, key) : refuse(404, 10_013, "namespace not found");
      };
    const kv = "^storage/kv/namespaces/([^/]+)";
    return [
      ["PUT", new RegExp(`${kv}/bulk$`), within((namespace, { body }) => namespace.write(body, every))],
      [
        "POST",
        new RegExp(`${kv}/bulk/delete$`),
        within((namespace, { body }) => namespace.erase(body, every)),
      ],
      ["POST", new RegExp(`${kv}/bulk/get$`), within((namespace, { body }) => namespace.texts(body))],
      ["GET", new RegExp(`${kv}/keys$`), within((namespace, { search }) => namespace.list(search))],
      ["GET", new RegExp(`${kv}/values/([^/]+)$`), within((namespace, _, key) => namespace.value(key))],
      ["GET", new RegExp(`${kv}/metadata/([^/]+)$`), within((namespace, _, key) => namespace.metadata(key))],
    ];
  }
}

function send(response: ServerResponse, reply: Reply): void {
  if ("bytes" in reply) {
    const { bytes, headers = {} } = reply;
    const length = { "Content-Length": bytes.byteLength };
    response.writeHead(200, { "Content-Type": "application/octet-stream", ...length, ...headers }).end(bytes);
    return;
  }
  const refusal = "refusal" in reply ? reply.refusal : null;
  response.writeHead(refusal?.status ?? 200, { "Content-Type": "application/json" });
  const body = {
    success: refusal === null,
    errors: refusal ? [{ code: refusal.code, message: refusal.message }] : [],
    messages: [],
    result: "result" in reply ? reply.result : null,
    ...("info" in reply && { result_info: reply.info }),
  };
  response.end(JSON.stringify(body));
}
