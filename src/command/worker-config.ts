import * as v from "valibot";
import { readToml } from "../source/front-matter-formats.ts";
import { StoreError } from "../store/store.ts";

/** What the tools must know of the worker that is deployed, from wrangler.toml. */
export interface WorkerConfig {
  readonly name: string;
  /** Null where wrangler is left to find it. */
  readonly accountId: string | null;
  /** Null where wrangler provisioned the namespace. */
  readonly namespaceId: string | null;
  /** All that wrangler reads for this environment. */
  readonly settings: unknown;
}

/** Name of the KV binding that the worker reads its documents from. */
export const DOCUMENTS_BINDING = "DOCUMENTS";

const ENVIRONMENT = v.looseObject({
  name: v.optional(v.string()),
  account_id: v.optional(v.string()),
  kv_namespaces: v.optional(v.array(v.looseObject({ binding: v.string(), id: v.optional(v.string()) })), []),
});
const CONFIG = v.looseObject({
  ...ENVIRONMENT.entries,
  env: v.optional(v.record(v.string(), ENVIRONMENT), {}),
});

/**
 * Reads one environment of a wrangler.toml. Names and accounts are inherited, bindings are not, as
 * wrangler has it (https://developers.cloudflare.com/workers/wrangler/environments/).
 */
export function readWorkerConfig(toml: string, environment: string): WorkerConfig {
  const parsed = v.safeParse(CONFIG, parseToml(toml));
  if (!parsed.success) throw new StoreError(`wrangler.toml cannot be used: ${parsed.issues[0].message}`);
  const { env, ...top } = parsed.output;
  const chosen = env[environment];
  if (chosen === undefined) {
    throw new StoreError(
      `wrangler.toml has no environment ${environment}; it has ${Object.keys(env).join(", ") || "none"}`,
    );
  }
  const name = chosen.name ?? (top.name && `${top.name}-${environment}`);
  if (name === undefined) throw new StoreError("wrangler.toml has no name for the worker; add one");
  const documents = chosen.kv_namespaces.find(({ binding }) => binding === DOCUMENTS_BINDING);
  return {
    name,
    accountId: chosen.account_id ?? top.account_id ?? null,
    namespaceId: documents?.id ?? null,
    settings: { ...top, env: chosen },
  };
}

function parseToml(toml: string): unknown {
  const reading = readToml(toml);
  if ("value" in reading) return reading.value;
  const { line, column, message } = reading.fault;
  throw new StoreError(`wrangler.toml cannot be read, line ${line}, column ${column}: ${message}`);
}
