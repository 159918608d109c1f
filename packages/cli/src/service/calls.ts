import { CoreError } from '@soundcheck/query';
import type { Resources, Schedule, ScheduleRequest, ServiceReport } from '@soundcheck/query';
import { runOperation } from '@soundcheck/query/node';
import { headersOf } from './address.ts';
import type { ServiceAddress } from './address.ts';

/** What the commands ask of a service and change in it. Nothing is cached: a schedule is made on the answer's strength. */
export interface Calls {
  report(): Promise<ServiceReport>;
  schedules(): Promise<Resources['schedules']>;
  columns(model: string): Promise<Resources['columns']>;
  tags(model: string): Promise<Resources['tags']>;
  /** The names of schedules by id, as far as lists or published labels tell. */
  names(): Promise<Map<string, string>>;
  /** @returns what was made, in a sentence, with its id */
  make(request: ScheduleRequest): Promise<Resources['schedules/create']>;
  /** @returns what was deleted, in a sentence */
  remove(schedule: Schedule): Promise<string>;
}

type Resource = Resources[keyof Resources];
const isReport = (output: Resource): output is ServiceReport => 'family' in output;
const areSchedules = (output: Resource): output is Resources['schedules'] =>
  'schedules' in output && Array.isArray(output.schedules);
const areColumns = (output: Resource): output is Resources['columns'] => 'columns' in output;
const areTags = (output: Resource): output is Resources['tags'] => 'tags' in output;
const isMade = (output: Resource): output is Resources['schedules/create'] => 'id' in output;
const isMessage = (output: Resource): output is { message: string } =>
  'message' in output && typeof output.message === 'string';

export interface CallOptions {
  /** Absent: reading only, whatever the core does. */
  mayWrite?: boolean;
}

/** Calls through the same core as the data source's. */
export function callsTo(address: ServiceAddress, { mayWrite = false }: CallOptions = {}): Calls {
  // A fetch of its own: the exchange that a process shares would keep answers for up to ten minutes.
  const options = { baseUrl: address.url, headers: headersOf(address), fetch, mayWrite };
  const settings = { scheduling: mayWrite ? 'editors' : 'off', serviceBatchSize: address.batchSize };
  const context = () => ({ settings, now: Date.now() });
  const resource = async <T extends Resource>(
    input: { path: keyof Resources; params?: Record<string, string>; body?: unknown },
    is: (output: Resource) => output is T
  ): Promise<T> => {
    const output = await runOperation('resource', { params: {}, ...input }, context(), options);
    if (!is(output)) {
      throw new CoreError(`The resource ${input.path} answered something else.`, 'plugin');
    }
    return output;
  };
  return {
    report: () => resource({ path: 'service' }, isReport),
    schedules: () => resource({ path: 'schedules' }, areSchedules),
    columns: (model) => resource({ path: 'columns', params: { model } }, areColumns),
    tags: (model) => resource({ path: 'tags', params: { model } }, areTags),
    async names() {
      const query = { refId: 'A', queryType: 'schedules' };
      const [frame] = await runOperation('query', { query }, context(), options);
      const column = (name: string) => Array.from(frame?.fields.find((field) => field.name === name)?.values ?? []);
      const ids = column('id');
      return new Map(
        column('request_name').flatMap((name, i): Array<[string, string]> => {
          const id = ids[i];
          return typeof name === 'string' && name !== '' && typeof id === 'string' ? [[id, name]] : [];
        })
      );
    },
    make: (body) => resource({ path: 'schedules/create', body }, isMade),
    async remove({ id, metric, model }) {
      return (await resource({ path: 'schedules/delete', body: { id, metric, model } }, isMessage)).message;
    },
  };
}
