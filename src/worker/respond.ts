import { cacheControl, DELIVERY } from "../representation/cache-policy.ts";
import { storedRange } from "../representation/codings.ts";
import { isLocation } from "../representation/location.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { GONE_KEY } from "../representation/storage-key.ts";
import type { Body } from "./bodies.ts";
import { codedBody, streamedPart } from "./bodies.ts";
import { decide } from "./decide.ts";
import type { EdgeRequest } from "./edge-request.ts";
import type { Fields } from "./header-fields.ts";
import { documentFields, sharedFields } from "./header-fields.ts";
import { logFault } from "./log-fault.ts";
import { answerPlainly, redirect } from "./plain-answer.ts";
import { respondWithChanges } from "./respond-with-changes.ts";
import type { ReadDocument, StoredDocument } from "./stored-document.ts";
import { StoreFaultError } from "./stored-document.ts";

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
    case "moved":
      return respondMoved(document);
    case "gone":
      await body.cancel();
      return respondWithPage(request, GONE_KEY, 410, read);
    case "precondition-failed":
      await body.cancel();
      return answerPlainly(412);
    case "not-modified":
      await body.cancel();
      return send(304, sharedFields(metadata, decision.validators, nowSeconds), null);
    case "unsatisfiable-range":
      await body.cancel();
      return answerPlainly(416, { "Content-Range": `bytes */${metadata.sizeBytes}` });
    case "part": {
      const { offset, length } = decision.range;
      const range = `bytes ${offset}-${offset + length - 1}/${metadata.sizeBytes}`;
      const fields = documentFields(metadata, nowSeconds, length, "identity");
      return send(206, { ...fields, "Content-Range": range }, streamedPart(body, decision.range));
    }
    case "changes": {
      const { status, fields, body: sent } = await respondWithChanges(document, decision, nowSeconds);
      return send(status, fields, method === "HEAD" ? null : sent);
    }
    case "whole": {
      const { coding } = decision;
      const length = storedRange(metadata.stored, coding)?.length ?? metadata.sizeBytes;
      const shown = { ...metadata, type: shownType(request, metadata.type) };
      const fields = documentFields(shown, nowSeconds, length, coding);
      if (method === "GET") return send(metadata.status, fields, await codedBody(document, coding));
      await body.cancel();
      return send(metadata.status, fields, null);
    }
  }
}

/** Browsers style a feed for a person only where it comes as plain XML; readers get its own type. */
function shownType({ fields }: EdgeRequest, type: string): string {
  return fields.get("Sec-Fetch-Dest") === "document" ? type.replace(/(rss|atom)\+/, "") : type;
}

/** The runtime must not recode what already is in a coding. */
function send(status: number, headers: Fields, body: Body | null): Response {
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
  return answerPlainly(status);
}

/** A long target stands in the body. */
async function respondMoved({ metadata, body }: StoredDocument): Promise<Response> {
  const { status, location, kind, pollSeconds } = metadata;
  if (location !== undefined) await body.cancel();
  const target = location ?? (await new Response(body).text());
  if (!isLocation(target)) throw new StoreFaultError("a moved document has no target");
  return redirect(status, target, {
    "Cache-Control": cacheControl(DELIVERY[kind], pollSeconds),
    "Cloudflare-CDN-Cache-Control": DELIVERY[kind].edge,
  });
}
