import * as v from "valibot";
import { readToml } from "../../source/formats/front-matter-formats.ts";
import { StoreError } from "../../store/store.ts";

/** What the tools must know of the worker that is deployed, from wrangler.toml. */
export interface WorkerConfig {
  readonly name: string;
  /** Null where wrangler is left to find it. */
  readonly accountId: string | null;
  /** Null where wrangler provisioned the namespace. */
  readonly namespaceId: string | null;
  /** Null where it has none of its own. */
  readonly customDomain: string | null;
  /** All that wrangler reads for this environment. */
  readonly settings: unknown;
}

/** The environment of wrangler.toml whose links lead to the site's own address. */
export const PRODUCTION = "production";

/** Name of the KV binding that the worker reads its documents from. */
export const DOCUMENTS_BINDING = "DOCUMENTS";

/** The name under which it knows the bucket. */
export const MEDIA_BINDING = "MEDIA";

const ROUTE = v.union([
  v.string(),
  v.looseObject({ pattern: v.string(), custom_domain: v.optional(v.boolean()) }),
]);
const ENVIRONMENT = v.looseObject({
  name: v.optional(v.string()),
  account_id: v.optional(v.string()),
  route: v.optional(ROUTE),
  routes: v.optional(v.array(ROUTE)),
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
    customDomain: customDomainOf(chosen) ?? customDomainOf(top),
    settings: { ...top, env: chosen },
  };
}

/** Routes are inherited (https://developers.cloudflare.com/workers/configuration/routing/custom-domains/). */
function customDomainOf({ route, routes }: v.InferOutput<typeof ENVIRONMENT>): string | null {
  const all = [...(route === undefined ? [] : [route]), ...(routes ?? [])];
  const own = all.flatMap((one) => (typeof one === "object" && one.custom_domain ? one.pattern : []));
  return own[0] ?? null;
}

function parseToml(toml: string): unknown {
  const reading = readToml(toml);
  if ("value" in reading) return reading.value;
  const { line, column, message } = reading.fault;
  throw new StoreError(`wrangler.toml cannot be read, line ${line}, column ${column}: ${message}`);
}
