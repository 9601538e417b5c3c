import type { CloudflareStandIn, Route, Seen } from "../stand-in/cloudflare-stand-in.ts";
import { refuse } from "../stand-in/kv-namespace.ts";

/** A worker that was deployed. */
export interface DeployedWorker {
  readonly bindings: readonly Record<string, string>[];
  readonly uploads: number;
  /** What is written beside its deployment. */
  readonly message?: string;
}

const NO_WORKER = refuse(404, 10_007, "This Worker does not exist on your account.");

/** What `wrangler deploy` asks Cloudflare, beside KV: enough to provision, upload and bind. */
export function addWorkersRoutes(cloudflare: CloudflareStandIn): Map<string, DeployedWorker> {
  const workers = new Map<string, DeployedWorker>();
  const ofWorker =
    (result: (worker: DeployedWorker, name: string) => unknown): Route[2] =>
    (_, name = "") => {
      const worker = workers.get(name);
      return worker ? { result: result(worker, name) } : NO_WORKER;
    };
  const upload = (seen: Seen, name = "") => {
    const { bindings = [] } = JSON.parse(partOf(seen.body.toString("latin1"), "metadata"));
    const before = workers.get(name);
    const known = bindings.map((binding: Record<string, string>) =>
      binding.type === "inherit" ? before?.bindings.find((one) => one.name === binding.name) : binding,
    );
    const uploads = (before?.uploads ?? 0) + 1;
    workers.set(name, { bindings: known, uploads });
    const resources = { script: { etag: "1", last_deployed_from: "wrangler" } };
    return { result: { id: name, etag: "1", startup_time_ms: 1, deployment_id: "1", resources } };
  };
  const deployments = ({ uploads, message }: DeployedWorker) => ({
    deployments: [
      {
        strategy: "percentage",
        versions: [{ version_id: String(uploads), percentage: 100 }],
        annotations: { "workers/message": message },
      },
    ],
  });
  const deploy = ({ body }: Seen, name = "") => {
    const worker = workers.get(name);
    if (!worker) return NO_WORKER;
    const { annotations } = JSON.parse(body.toString());
    workers.set(name, { ...worker, message: annotations?.["workers/message"] });
    return { result: { id: "1" } };
  };
  const subdomain = { enabled: true, previews_enabled: true };
  const script = "^workers/scripts/([^/]+)";
  cloudflare.routes.push(
    ["GET", /^workers\/subdomain$/, () => ({ result: { subdomain: "harbour" } })],
    [
      "GET",
      /^workers\/services\/([^/]+)$/,
      ofWorker((_, id) => ({
        id,
        default_environment: { environment: "production", script: { last_deployed_from: "wrangler" } },
      })),
    ],
    ["GET", new RegExp(`${script}/secrets$`), ofWorker(() => [])],
    ["GET", new RegExp(`${script}/deployments$`), ofWorker(deployments)],
    ["GET", new RegExp(`${script}/settings$`), ofWorker(({ bindings }) => ({ bindings, tags: [] }))],
    ["PUT", new RegExp(`${script}$`), upload],
    ["POST", new RegExp(`${script}/versions$`), upload],
    ["POST", new RegExp(`${script}/deployments$`), deploy],
    ["PATCH", new RegExp(`${script}/script-settings$`), ofWorker(() => ({}))],
    ["GET", new RegExp(`${script}/subdomain$`), ofWorker(() => subdomain)],
    ["POST", new RegExp(`${script}/subdomain$`), ofWorker(() => subdomain)],
    ["GET", /^workers\/workers\/([^/]+)$/, ofWorker((_, name) => ({ id: name, name, subdomain }))],
    ["PATCH", /^workers\/workers\/([^/]+)$/, ofWorker((_, name) => ({ id: name, name, subdomain }))],
    [
      "GET",
      /^storage\/kv\/namespaces$/,
      () => ({ result: [...cloudflare.namespaces.values()].map(({ id, title }) => ({ id, title })) }),
    ],
    [
      "POST",
      /^storage\/kv\/namespaces$/,
      ({ body }) => {
        const { id, title } = cloudflare.addNamespace(JSON.parse(body.toString()).title);
        return { result: { id, title } };
      },
    ],
  );
  return workers;
}

/** One part of a multipart/form-data body (RFC 7578). */
function partOf(body: string, name: string): string {
  const [, part = ""] = body.split(
    new RegExp(`Content-Disposition: form-data; name="${name}"[^\\r]*\\r\\n(?:[^\\r]+\\r\\n)*\\r\\n`),
  );
  return part.slice(0, part.indexOf("\r\n--"));
}
