import { urlUtil } from '@grafana/data';
import type { BackendSrv, BackendSrvRequest, FetchError, FetchResponse } from '@grafana/runtime';
import { lastValueFrom, Observable } from 'rxjs';

const inFlight = new Map<string, AbortController>();

/** One HTTP call. A later call with the same requestId takes its place, as in Grafana. */
function fetchOnce<T>(request: BackendSrvRequest): Observable<FetchResponse<T>> {
  return new Observable((subscriber) => {
    const abort = new AbortController();
    const { requestId } = request;
    if (requestId) {
      inFlight.get(requestId)?.abort();
      inFlight.set(requestId, abort);
    }
    request.abortSignal?.addEventListener('abort', () => abort.abort());
    call<T>(request, abort.signal)
      .then((response) => {
        subscriber.next(response);
        subscriber.complete();
      })
      .catch((error: unknown) => subscriber.error(abort.signal.aborted ? cancelled(request) : error));
    return () => abort.abort();
  });
}

async function call<T>(request: BackendSrvRequest, signal: AbortSignal): Promise<FetchResponse<T>> {
  const { method = 'GET', headers = {}, data, params, responseType } = request;
  const url = urlUtil.renderUrl(request.url.replace(/^\/?/, '/'), params ?? {});
  const isText = typeof data === 'string';
  const response = await fetch(url, {
    method,
    signal,
    headers: { ...(data !== undefined && !isText && { 'Content-Type': 'application/json' }), ...headers },
    ...(data !== undefined && method !== 'GET' && { body: isText ? data : JSON.stringify(data) }),
  }).catch((cause: unknown) => {
    throw failure(request, {
      status: 0,
      statusText: '',
      data: { message: `The preview's server does not answer (${cause}).` },
    });
  });
  const text = await response.text();
  const body = responseType === 'text' ? text : parsed(text);
  const { status, statusText, ok, redirected, type, headers: replyHeaders } = response;
  if (!ok) {
    throw failure(request, { status, statusText, data: body });
  }
  return { data: body, status, statusText, ok, redirected, type, headers: replyHeaders, url, config: request };
}

function failure(config: BackendSrvRequest, { status, statusText, data }: Omit<FetchError, 'config'>): FetchError {
  const message = typeof data?.message === 'string' ? data.message : `${config.url} answered ${status} ${statusText}`;
  return { status, statusText, data, message, config };
}

function cancelled(config: BackendSrvRequest): FetchError {
  return { status: -1, statusText: 'Request was aborted', data: {}, cancelled: true, config };
}

function parsed(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function request<T>(options: BackendSrvRequest): Promise<T> {
  return lastValueFrom(fetchOnce<T>(options)).then(({ data }) => data);
}

export const backendSrv: BackendSrv = {
  get: (url, params, requestId, options) => request({ ...options, url, params, requestId, method: 'GET' }),
  delete: (url, data, options) => request({ ...options, url, data, method: 'DELETE' }),
  post: (url, data, options) => request({ ...options, url, data, method: 'POST' }),
  patch: (url, data, options) => request({ ...options, url, data, method: 'PATCH' }),
  put: (url, data, options) => request({ ...options, url, data, method: 'PUT' }),
  request,
  datasourceRequest: (options) => lastValueFrom(fetchOnce(options)),
  fetch: fetchOnce,
  chunked: () => {
    throw new Error('The preview has no chunked requests.');
  },
};
