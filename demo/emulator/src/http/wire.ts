/** A request as the routes see it. Header names are lower case; `body` is the unpacked bytes. */
export interface WireRequest {
  method: string;
  /** The path as it was sent, without the query. */
  path: string;
  headers: Record<string, string | undefined>;
  params: Record<string, string>;
  query: Record<string, string>;
  body: Buffer;
}

/** What a route answers. The content type is exactly what goes over the wire; empty sends none. */
export interface Reply {
  /** 0 closes the connection without an answer. */
  status: number;
  contentType: string;
  body: string;
  headers?: Record<string, string>;
}
