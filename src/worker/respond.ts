import { DELIVERY } from "../representation/cache-policy.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { GONE_KEY } from "../representation/storage-key.ts";
import type { ServedBody } from "./bodies.ts";
import { codedBody, streamedPart } from "./bodies.ts";
import { decide } from "./decide.ts";
import { respondWithChanges } from "./delta.ts";
import type { EdgeRequest } from "./edge-request.ts";
import type { Fields } from "./header-fields.ts";
import { documentFields, headersOnce, sharedFields } from "./header-fields.ts";
import { answerPlainly } from "./plain-answer.ts";
import type { ReadDocument, StoredDocument } from "./stored-document.ts";
import { logFault } from "./stored-document.ts";

/** Answers GET and HEAD from what stands under a key. */
export async function respond(
  request: EdgeRequest,
  document: StoredDocument,
  read: ReadDocument,
): Promise<Response> {
  const { metadata, body } = document;
  const { nowSeconds, method } = request;
  const decision = decide(request, metadata);
  switch (decision.kind) {
    case "gone":
      await body.cancel();
      return respondWithPage(request, GONE_KEY, 410, read);
    case "failed":
      await body.cancel();
      return answerPlainly(412, nowSeconds);
    case "not-modified": {
      const { validators } = decision;
      const fields = () => sharedFields(metadata, validators, nowSeconds);
      await body.cancel();
      // Of validators that are not our own there may be many.
      const once = validators === metadata ? headersOnce(document, "", nowSeconds, fields) : fields();
      return send(304, once, null);
    }
    case "unsatisfiable":
      await body.cancel();
      return answerPlainly(416, nowSeconds, { "Content-Range": `bytes */${metadata.sizeBytes}` });
    case "part": {
      const { offset, length } = decision.range;
      const range = `bytes ${offset}-${offset + length - 1}/${metadata.sizeBytes}`;
      const fields = documentFields(metadata, nowSeconds, "identity", length);
      return send(
        206,
        { ...fields, "Content-Range": range },
        (await document.open?.(decision.range)) ?? streamedPart(body, decision.range),
      );
    }
    case "changes": {
      const { status, fields, body: sent } = await respondWithChanges(document, decision, nowSeconds);
      return send(status, fields, method === "HEAD" ? null : sent);
    }
    case "whole": {
      const { coding } = decision;
      const type = shownType(request, metadata);
      const headers = headersOnce(document, coding + type, nowSeconds, () =>
        documentFields({ ...metadata, type }, nowSeconds, coding),
      );
      if (method === "GET") return send(metadata.status, headers, await codedBody(document, coding));
      await body.cancel();
      return send(metadata.status, headers, null);
    }
    default:
      return decision satisfies never;
  }
}

/** Browsers style a feed for a person only where it comes as plain XML; readers get its own type. */
function shownType({ fields }: EdgeRequest, { kind, type }: RepresentationMetadata): string {
  const browsed = DELIVERY[kind].alsoVaries && fields.get("Sec-Fetch-Dest") === "document";
  return browsed ? type.replace(/(rss|atom)\+/, "") : type;
}

/** The runtime must not recode what already is in a coding. */
function send(status: number, headers: Fields | Headers, body: ServedBody | null): Response {
  return new Response(body, { status, headers, encodeBody: "manual" });
}

/** The site's own page for a status; a sentence where there is none, or the store fails now. */
export async function respondWithPage(
  request: EdgeRequest,
  key: StorageKey,
  status: 404 | 410,
  read: ReadDocument,
): Promise<Response> {
  const page = await read(key).catch((fault: unknown) => {
    logFault(fault, request.pathname);
    return null;
  });
  if (page?.metadata.status === status && page.metadata.sizeBytes > 0) return respond(request, page, read);
  await page?.body.cancel();
  return answerPlainly(status, request.nowSeconds);
}
