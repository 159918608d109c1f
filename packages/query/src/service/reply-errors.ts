import { CoreError } from '../core/io.ts';
import type { Reply, Request } from '../core/io.ts';
import { isRecord } from '../core/json.ts';

/** "GET /info", the place that every sentence names. */
export function placeOf(request: Request): string {
  const [path] = request.path.split('?');
  return `${request.method} ${path ?? request.path}`;
}

const IN_SETTINGS = 'in the data source settings';

const QUOTE_LIMIT = 300;

function quote(text: string): string {
  // A body may be megabytes of anything.
  const line = text
    .slice(0, 4 * QUOTE_LIMIT)
    .split(/\s+/)
    .join(' ')
    .trim();
  return line.length > QUOTE_LIMIT ? `${line.slice(0, QUOTE_LIMIT)}…` : line;
}

/** What the service says went wrong: every error shape of both dialects, or '' where the body is empty. */
export function serviceSays(reply: Reply): string {
  let body: unknown;
  try {
    body = JSON.parse(reply.body);
  } catch {
    return quote(reply.body);
  }
  if (!isRecord(body)) {
    return typeof body === 'string' ? quote(body) : '';
  }
  const { detail, details, violations } = body;
  // Java's `details` is the id under which its log has the cause.
  const text = detail ?? details;
  if (typeof text === 'string') {
    return quote(text);
  }
  const parts = Array.isArray(detail) ? detail : Array.isArray(violations) ? violations : [];
  const messages = parts.flatMap((part): string[] => {
    if (!isRecord(part)) {
      return [];
    }
    const said = part['msg'] ?? part['message'];
    const loc = Array.isArray(part['loc']) ? part['loc'].slice(1).join('.') : '';
    const where = loc === '' ? '' : `${loc}: `;
    // Java adds this sentence to every refusal; it says nothing.
    return typeof said === 'string' && !said.endsWith('request details are not valid.') ? [where + said] : [];
  });
  return quote(messages.join(' '));
}

export function looksLikeHtml(reply: Reply): boolean {
  return reply.contentType.toLowerCase().includes('html') || reply.body.trimStart().startsWith('<');
}

/** What to do, by the words of the TLS libraries of Go and Node. */
function tlsAdvice(message: string): string {
  if (message.includes('HTTP response to HTTPS client')) {
    return `The service answers there without TLS: begin the URL with http:// ${IN_SETTINGS}.`;
  }
  if (message.includes('certificate required') || message.includes('bad certificate')) {
    return `The service asks for a client certificate: set one that it accepts ${IN_SETTINGS}.`;
  }
  return `Check the CA certificate ${IN_SETTINGS}.`;
}

function transportSentence(reply: Reply, place: string): string {
  const detail = reply.errorMessage ? ` (${quote(reply.errorMessage)})` : '';
  switch (reply.error) {
    case 'timeout':
      return `TrustyAI did not answer ${place} in time${detail}. It may still be computing: wait before asking again, or use fewer rows.`;
    case 'tls':
      return `The TLS connection to TrustyAI failed at ${place}${detail}. ${tlsAdvice(reply.errorMessage ?? '')}`;
    case 'too large':
      return `The reply to ${place} is larger than the data source accepts${detail}. Ask for fewer rows or features.`;
    case 'cancelled':
      return `${place} was cancelled before TrustyAI answered.`;
    default:
      return `TrustyAI cannot be reached at ${place}${detail}. Check the URL ${IN_SETTINGS} and that the service runs.`;
  }
}

function statusSentence(reply: Reply, place: string): string {
  if (reply.status >= 300 && reply.status < 400) {
    // Never followed: credentials must not travel.
    return `${place} was sent on to another address (${reply.status}): most likely to a login page. Check the token and the URL ${IN_SETTINGS}.`;
  }
  const said = serviceSays(reply);
  // Our own sentence ends with a full stop.
  const reason = said.endsWith('.') ? said.slice(0, -1) : said;
  const saying = reason ? `: ${reason}` : ' without an explanation';
  switch (reply.status) {
    case 401:
      return `TrustyAI refused the credentials for ${place} (401). Set a valid token ${IN_SETTINGS}.`;
    case 403:
      return `TrustyAI does not allow this account to call ${place} (403). Its account needs "get" on the service in that namespace.`;
    case 404:
      return `TrustyAI has nothing at ${place} (404)${reason ? `: ${reason}` : ''}. Check the URL, or the model, tag or metric if the path is right.`;
    case 400:
    case 422:
      return `TrustyAI refused ${place} (${reply.status})${saying}. Correct the query.`;
    case 405:
    case 501:
      return `This TrustyAI version does not offer ${place} (${reply.status}).`;
    case 503:
      return `TrustyAI is not ready for ${place} (503)${saying}. Try again later, or ask its operator whether an optional package is missing.`;
    default:
      return `TrustyAI failed at ${place} (${reply.status})${saying}. The service's log has the cause.`;
  }
}

/** TrustyAI never answers with a web page: something in front of it did. */
function webPageSentence(reply: Reply, place: string): string {
  const answered = `${place} was answered with a web page instead of data (${reply.status})`;
  if (reply.status >= 500) {
    return `${answered}: a proxy or router in front of TrustyAI says that it cannot reach it. Check that the service runs.`;
  }
  if (reply.status === 404) {
    return `${answered}: this URL is not that of a TrustyAI service. Check the URL ${IN_SETTINGS}.`;
  }
  return `${answered}: most likely a login page. Check the token and the URL ${IN_SETTINGS}.`;
}

/** The sentence for a reply that is no success, or undefined where it is one. */
export function errorOf(request: Request, reply: Reply): CoreError | undefined {
  const place = placeOf(request);
  if (reply.error !== undefined || reply.status === 0) {
    return new CoreError(transportSentence(reply, place));
  }
  const refused = reply.status === 401 || reply.status === 403;
  if (looksLikeHtml(reply) && !refused) {
    return new CoreError(webPageSentence(reply, place));
  }
  if (reply.status >= 200 && reply.status < 300) {
    return undefined;
  }
  return new CoreError(statusSentence(reply, place));
}
