import { parseXml } from "@rgrove/parse-xml";
import type { RawAnswer, RawRequest } from "../raw-http.ts";
import { sendRaw } from "../raw-http.ts";

/** One case of the suite: a request, and all that matters of the answer. */
export interface Row {
  /** The rule, with its clause. */
  readonly name: string;
  readonly request: RawRequest;
  readonly status: number;
  /** Null: the field must not be there. */
  readonly fields?: Readonly<Record<string, string | RegExp | null>>;
  /** The names of all fields that the worker may send, `Connection` aside. */
  readonly only?: readonly string[];
  /** The body, decoded. */
  readonly body?: string | Buffer | RegExp;
  /** Decoded, it must be less than this part of the whole document. */
  readonly atMost?: number;
  /** Whether the decoded body parses as what its type says. */
  readonly wellFormed?: true;
  /** False: not for `npm run serve`, which would log the fault. */
  readonly onServe?: false;
}

/** What `npm run serve` tells beside what a deployment does. */
export const SERVE_FIELDS: readonly string[] = ["server-timing"];

/**
 * Sends a row's request; gives what is wrong with the answer, one sentence each. Fields in `ignored`
 * (lower case) are not looked at.
 */
export async function checkRow(port: number, row: Row, ignored: readonly string[] = []): Promise<string[]> {
  const answer = await sendRaw(port, row.request).catch((error: Error) => error);
  if (answer instanceof Error) return [answer.message];
  const faults = [...checkAnswer(row, answer, ignored)];
  if ((row.request.method ?? "GET") === "GET" && !row.request.fields?.Range) {
    const head = await sendRaw(port, { ...row.request, method: "HEAD" }).catch((error: Error) => error);
    faults.push(...(head instanceof Error ? [`HEAD: ${head.message}`] : differences(answer, head, ignored)));
  }
  return faults;
}

function* checkAnswer(row: Row, answer: RawAnswer, ignored: readonly string[]): Generator<string> {
  if (answer.status !== row.status) yield `status is ${answer.status}, not ${row.status}`;
  for (const [name, wanted] of Object.entries(row.fields ?? {})) {
    if (ignored.includes(name.toLowerCase())) continue;
    const value = answer.field(name);
    const good = wanted instanceof RegExp ? value !== null && wanted.test(value) : value === wanted;
    if (!good) yield `${name} is ${value}, not ${wanted}`;
  }
  if (row.only) {
    const allowed = [...row.only, "connection", ...ignored].map((name) => name.toLowerCase());
    const others = answer.fields.map(([name]) => name).filter((name) => !allowed.includes(name));
    if (others.length > 0) yield `has fields it should not have: ${others.join(", ")}`;
  }
  if (row.body === undefined && row.atMost === undefined) return;
  yield* checkBody(row, answer);
}

function* checkBody(row: Row, answer: RawAnswer): Generator<string> {
  let text = "";
  try {
    text = answer.text();
    if (row.wellFormed) parse(text, answer.field("content-type") ?? "");
  } catch (error) {
    yield `the body cannot be read: ${error}`;
  }
  if (row.body instanceof RegExp && !row.body.test(text))
    yield `body is ${JSON.stringify(text.slice(0, 200))}`;
  if (typeof row.body === "string" && text !== row.body)
    yield `body is ${JSON.stringify(text.slice(0, 200))}`;
  if (row.body instanceof Buffer && !row.body.equals(Buffer.from(text)) && !row.body.equals(answer.body)) {
    yield `body of ${answer.body.length} bytes is another`;
  }
  if (row.atMost !== undefined && Buffer.byteLength(text) > row.atMost)
    yield `body has ${text.length} characters`;
}

function parse(text: string, type: string): void {
  if (type.includes("json")) JSON.parse(text);
  else parseXml(text);
}

/** HEAD has the header fields of GET (RFC 9110 §9.3.2); the seconds may have moved on. */
export function differences(get: RawAnswer, head: RawAnswer, ignored: readonly string[] = []): string[] {
  const faults = get.status === head.status ? [] : [`HEAD has status ${head.status}, GET ${get.status}`];
  const mayDiffer = ["date", "transfer-encoding", "server-timing", ...ignored];
  const names = new Set([...get.fields, ...head.fields].map(([name]) => name));
  for (const name of names) {
    if (!mayDiffer.includes(name) && get.field(name) !== head.field(name)) {
      faults.push(`HEAD has ${name}: ${head.field(name)}, GET ${get.field(name)}`);
    }
  }
  return faults;
}
