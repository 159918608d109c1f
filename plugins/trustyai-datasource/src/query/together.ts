import { LoadingState, type DataFrame, type DataQueryError, type DataQueryResponse } from '@grafana/data';

function withNotices(frame: DataFrame, failed: readonly DataQueryError[]): DataFrame {
  const added = failed.map(({ message }) => ({ severity: 'warning' as const, text: message ?? '' }));
  return { ...frame, meta: { ...frame.meta, notices: [...(frame.meta?.notices ?? []), ...added] } };
}

/**
 * One response of many. Queries fail one by one: frames of the others stand beside the errors.
 * @param inParts refIds of queries that several answer, each for itself: what failed of them is a notice on the rest,
 *   because Grafana drops every annotation of a query that has an error
 */
export function together(responses: readonly DataQueryResponse[], inParts: ReadonlySet<string>): DataQueryResponse {
  const all = responses.flatMap(({ errors }) => errors ?? []);
  const frames: DataFrame[] = responses.flatMap(({ data }) => data);
  const rest = new Map<string, DataFrame>();
  for (const frame of frames) {
    if (frame.refId !== undefined && inParts.has(frame.refId) && !rest.has(frame.refId)) {
      rest.set(frame.refId, frame);
    }
  }
  const isPart = ({ refId }: DataQueryError) => refId !== undefined && rest.has(refId);
  const errors = all.filter((error) => !isPart(error));
  const data = frames.map((frame) => {
    const failed = all.filter(({ refId }) => refId !== undefined && rest.get(refId) === frame);
    return failed.length > 0 ? withNotices(frame, failed) : frame;
  });
  return errors.length > 0 ? { data, errors, state: LoadingState.Error } : { data, state: LoadingState.Done };
}
