// A script for the shell's own tests: what it does is what the test asks for.
var soundcheck = {
  start(operation, input, context) {
    const wish = input.query || input.body || input.params || {};
    const wishes = {
      *call() {
        const requests = wish.requests || [{ method: 'GET', path: wish.path || '/' }];
        const replies = yield requests;
        return replies.map((reply, i) => ({ ...reply, body: reply.body.slice(0, 200), asked: requests[i].path }));
      },
      *frames() {
        return [
          {
            name: 'scores',
            fields: [
              { name: 'time', type: 'time', values: Float64Array.of(1767607872345, 1767607872345.5, 0) },
              { name: 'typed', type: 'number', labels: { model: 'm', feature: 'ä' }, values: Float64Array.of(1.5, NaN, -Infinity) },
              { name: 'listed', type: 'number', config: { displayName: 'D', unit: 'percentunit', decimals: 2, min: 0, max: 1 }, values: [1, null, Infinity] },
              { name: 'words', type: 'string', values: ['a', null, ''] },
              { name: 'flags', type: 'boolean', values: [true, false, true] },
            ],
            meta: {
              type: 'timeseries-wide',
              custom: { soundcheck: { contract: 1, role: 'scores', limitOrigin: 'set by hand' } },
              notices: [{ severity: 'warning', text: 'small sample' }],
              executedQueryString: 'GET /',
              preferredVisualisationType: 'table',
            },
          },
          { refId: 'own', fields: [] },
        ];
      },
      *tell() {
        const values = [JSON.stringify({ ...context, operation, input })];
        return [{ fields: [{ name: 'told', type: 'string', values }] }];
      },
      *wrongFrame() {
        return [{ fields: [{ name: 'x', type: 'number', values: ['one'] }] }];
      },
      *spin() {
        for (;;);
      },
      *parse() {
        const text = '[' + '"0123456789",'.repeat(wish.megabytes * 80000) + '0]';
        yield [];
        JSON.parse(text);
        for (;;);
      },
      *hoard() {
        return Array.from({ length: wish.megabytes }, () => new Uint8Array(1 << 20));
      },
      *recurse() {
        const again = (n) => again(n + 1) + 1;
        return again(0);
      },
      *explode() {
        null.nothing;
      },
      *forever() {
        for (;;) yield [{ method: 'GET', path: '/again' }];
      },
      *ponder() {
        for (let i = 0; i !== wish.steps; i += 1) yield [];
        return [];
      },
      *context() {
        return { ...context, operation, input };
      },
    };
    const name = operation === 'health' ? context.settings.health : operation === 'resource' ? wish.do || 'context' : wish.do;
    const run = wishes[name] && wishes[name]();
    return {
      step(replies) {
        if (name === 'healthy') return { done: { status: 'ok', message: 'well', details: { dialect: 'test' } } };
        if (name === 'refused') return { error: { message: 'The service refuses: 401.', source: 'downstream' } };
        if (name === 'fault') return { error: { message: 'Choose a model.', source: 'plugin' } };
        if (name === 'silent') return {};
        const next = run.next(replies);
        return next.done ? { done: next.value } : { requests: next.value };
      },
    };
  },
};
