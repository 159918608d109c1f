/** Request and response halves of calls that still wait for each other, by call id. */
export class WaitingHalves<Request, Response> {
  readonly requests = new Map<string, Request>();
  readonly responses = new Map<string, Response>();
}
