import type { Equivalent } from "../mutant.ts";

/** Mutants of `store` that behave as the program does. */
export const STORE_EQUIVALENTS: readonly Equivalent[] = [
  {
    file: "store/bulk.ts",
    from: "const batches = stages.at(-1)?.batches ?? [];",
    to: 'const batches = stages.at(-1)?.batches ?? ["Stryker was here"];',
    because: "A stage was begun just before; the empty list is for the type.",
  },
  {
    file: "store/bulk.ts",
    from: "const batches = stages.at(-1)?.batches ?? [];",
    to: "const batches = stages.at(-1).batches ?? [];",
    because: "A stage was begun just before; the check is for the type.",
  },
  ...["{}", '{ result: null, cursor: "Stryker was here!" }'].map((answer) => ({
    file: "store/cloudflare-api.ts",
    from: 'let answer: ApiAnswer = { result: null, cursor: "" };',
    to: `let answer: ApiAnswer = ${answer};`,
    because: "What is asked for gives an answer or throws, so this one is never given; it is for the type.",
  })),
  {
    file: "store/cloudflare-api.ts",
    from: "const envelope = decodeEnvelope(await response.json().catch(() => null));",
    to: "const envelope = decodeEnvelope(await response.json().catch(() => undefined));",
    because: "Neither null nor undefined is a frame of Cloudflare's.",
  },
  {
    file: "store/cloudflare-api.ts",
    from: "...(body !== undefined && { body }),",
    to: "...(true && { body }),",
    because: "A body that is undefined is no body.",
  },
  {
    file: "store/cloudflare-api.ts",
    from: 'return fault instanceof Error ? fault.name : "fault";',
    to: 'return fault instanceof Error ? fault.name : "";',
    because: "ky makes an error of whatever is thrown, so this word is never told; it is for the type.",
  },
  {
    file: "store/loader-store.ts",
    from: "if (batch.length > 0 && (bytes > BATCH_BYTES || entry.stage !== batch[0]?.stage)) break;",
    to: "if (batch.length > 0 && (bytes > BATCH_BYTES || entry.stage !== batch[0].stage)) break;",
    because: "The batch holds an entry there; the check is for the type.",
  },
  {
    file: "store/memory-store.ts",
    from: "yield { key, metadata: this.#values.get(key)?.metadata ?? null };",
    to: "yield { key, metadata: this.#values.get(key).metadata ?? null };",
    because: "The key was listed from the same values; the check is for the type.",
  },
  {
    file: "store/kv-answers.ts",
    from: "v.object({ unsuccessful_keys: v.optional(v.array(v.string()), []) }),",
    to: 'v.object({ unsuccessful_keys: v.optional(v.array(v.string()), ["Stryker was here"]) }),',
    because: "Only keys that were sent are sent again, whatever else is named.",
  },
  {
    file: "store/remote-store.ts",
    from: "if (text !== null) texts.set(key, text);",
    to: "if (true) texts.set(key, text);",
    because:
      "A text that is null is given as one that is not there, which is null; the check is for the type.",
  },
  {
    file: "store/process-facts.ts",
    from: 'const found = /^\\s*(\\d+)\\s+(\\w+ \\w+\\s+\\d+ [\\d:]+ \\d+)\\s+(.*)$/.exec(stdout?.trimEnd() ?? "");',
    to: 'const found = /^\\s*(\\d+)\\s+(\\w+ \\w+\\s+\\d+ [\\d:]+ \\d+)\\s+(.*)$/.exec(stdout?.trimEnd() ?? "Stryker was here!");',
    because:
      "The expression has all its groups whenever it matches, and a process has a script; the defaults are for the types.",
  },
  {
    file: "store/process-facts.ts",
    from: 'const [, parent, started = "", program = ""] = found;',
    to: 'const [, parent, started = "Stryker was here!", program = ""] = found;',
    because:
      "The expression has all its groups whenever it matches, and a process has a script; the defaults are for the types.",
  },
  {
    file: "store/process-facts.ts",
    from: 'const [, parent, started = "", program = ""] = found;',
    to: 'const [, parent, started = "", program = "Stryker was here!"] = found;',
    because:
      "The expression has all its groups whenever it matches, and a process has a script; the defaults are for the types.",
  },
  {
    file: "store/store-lock.ts",
    from: 'const [, script = "", ...args] = process.argv;',
    to: 'const [, script = "Stryker was here!", ...args] = process.argv;',
    because:
      "The expression has all its groups whenever it matches, and a process has a script; the defaults are for the types.",
  },
  {
    file: "store/process-facts.ts",
    from: 'const found = /^\\s*(\\d+)\\s+(\\w+ \\w+\\s+\\d+ [\\d:]+ \\d+)\\s+(.*)$/.exec(stdout?.trimEnd() ?? "");',
    to: 'const found = /\\s*(\\d+)\\s+(\\w+ \\w+\\s+\\d+ [\\d:]+ \\d+)\\s+(.*)$/.exec(stdout?.trimEnd() ?? "");',
    because: "ps tells one line, and what is greedy reaches from its first sign to its last.",
  },
  {
    file: "store/process-facts.ts",
    from: 'const found = /^\\s*(\\d+)\\s+(\\w+ \\w+\\s+\\d+ [\\d:]+ \\d+)\\s+(.*)$/.exec(stdout?.trimEnd() ?? "");',
    to: 'const found = /^\\s*(\\d+)\\s+(\\w+ \\w+\\s+\\d+ [\\d:]+ \\d+)\\s+(.*)/.exec(stdout?.trimEnd() ?? "");',
    because: "ps tells one line, and what is greedy reaches from its first sign to its last.",
  },
  {
    file: "store/retry-policy.ts",
    from: 'const asked = headers.get("Retry-After") ?? "0";',
    to: 'const asked = headers.get("Retry-After") ?? "";',
    because: "Nothing is as little a number of seconds as zero.",
  },
  {
    file: "store/said-of.ts",
    from: 'const names = readdirSync(folder, { recursive: true, encoding: "utf8" });',
    to: 'const names = readdirSync(folder, { recursive: true, encoding: "" });',
    because: "Names are UTF-8 by default.",
  },
  {
    file: "store/store-lock.ts",
    from: "await new Promise((done) => setTimeout(done, Math.random() * LONGEST_PAUSE_MS));",
    to: "await new Promise((done) => setTimeout(done, Math.random() / LONGEST_PAUSE_MS));",
    because: "How long it waits is chance; it only saves tries.",
  },
  {
    file: "store/store-lock.ts",
    from: "if (!(cause instanceof Error)) throw cause;",
    to: "if (false) throw cause;",
    because: "Node throws nothing but errors there; the question is for the types.",
  },
  {
    file: "store/said-of.ts",
    from: "return existsSync(folder) || folder === dirname(folder) ? folder : nearestThere(dirname(folder));",
    to: "return existsSync(folder) || false ? folder : nearestThere(dirname(folder));",
    because: "The root is always there.",
  },
  {
    file: "store/loader-store.ts",
    from: "const said = [answer, ...this.#runtime.said(), ...(listing instanceof Response ? [] : [listing])];",
    to: 'const said = [answer, ...this.#runtime.said(), ...(listing instanceof Response ? ["Stryker was here"] : [listing])];',
    because: "Nothing is known to mean what this text says.",
  },
  {
    file: "store/r2/multipart-upload.ts",
    from: 'if (tag !== tagOfParts(parts.map((part) => digests.get(part.number) ?? ""))) throw otherBytes(key);',
    to: 'if (tag !== tagOfParts(parts.map((part) => digests.get(part.number) ?? "Stryker was here!"))) throw otherBytes(key);',
    because: "Every part has its digest by then; the default is for the types.",
  },
  {
    file: "store/r2/multipart-upload.ts",
    from: "const uploads = text.match(/<Upload>.*?<\\/Upload>/gs) ?? [];",
    to: 'const uploads = text.match(/<Upload>.*?<\\/Upload>/gs) ?? ["Stryker was here"];',
    because: "A text without an element names no upload.",
  },
  {
    file: "store/r2/multipart-upload.ts",
    from: "for (const part of text.match(/<Part>.*?<\\/Part>/gs) ?? []) {",
    to: 'for (const part of text.match(/<Part>.*?<\\/Part>/gs) ?? ["Stryker was here"]) {',
    because: "A text without an element tells of part 0, and they count from 1.",
  },
  {
    file: "store/r2/s3-client.ts",
    from: "retry: retryOptions(this.#policy, () => false),",
    to: "retry: retryOptions(this.#policy, () => undefined),",
    because: "Undefined is as little a yes as false.",
  },
  {
    file: "store/r2/s3-client.ts",
    from: 'if (isHTTPError(fault)) throw refusal(fault.response.status, String(fault.data ?? ""));',
    to: 'if (isHTTPError(fault)) throw refusal(fault.response.status, String(fault.data ?? "Stryker was here!"));',
    because: "A text without an element Code says as little as none.",
  },
  {
    file: "store/r2/s3-client.ts",
    from: 'return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1]?.replaceAll("&quot;", \'"\') ?? null;',
    to: 'return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1].replaceAll("&quot;", \'"\') ?? null;',
    because: "The expression has its group whenever it matches; the question is for the types.",
  },
  {
    file: "store/r2/sign-request.ts",
    from: '...names.map((name) => `${name}:${(signed[name] ?? "").trim()}`),',
    to: '...names.map((name) => `${name}:${(signed[name] ?? "Stryker was here!").trim()}`),',
    because: "The names are those of the fields that are there; the default is for the types.",
  },
  {
    file: "store/store-lock.ts",
    from: "return [];",
    to: 'return ["Stryker was here"];',
    because: "No writer is called this.",
  },
  {
    file: "store/store-lock.ts",
    from: 'if (code === "EEXIST" && holds(folder, file)) return false;',
    to: "if (true && holds(folder, file)) return false;",
    because: "A file that is there is in the way of a new one, and that is all that EEXIST says.",
  },
];
