import { DataFrameType, FieldType, toDataFrame } from '@grafana/data';
import { counted } from '../testing/counted.ts';
import { HOUR, hours, number, read, readAll, series, table } from '../testing/frames.ts';

describe('histograms of Prometheus', () => {
  const bucket = (le: string, values: Array<number | null>, labels: Record<string, string> = {}) =>
    series({ __name__: 'tempo_bucket', le, ...labels }, values);

  it('takes the increase of counters between samples, from reset to reset', () => {
    const data = read([bucket('100', [1, 3, 1, 2]), bucket('+Inf', [2, 6, 2, 5]), bucket('200', [2, 5, 2, 4])], {
      reference: { from: 'share', share: 0.1 },
    });
    expect(counted(data)).toEqual({
      tempo: {
        cells: [-Infinity, 100, 200, Infinity],
        reference: [[2, 1, 1], 0],
        chunks: [
          [HOUR, 2 * HOUR, [1, 1, 0], 0],
          [2 * HOUR, 3 * HOUR, [1, 1, 1], 0],
        ],
      },
    });
  });

  it('takes what is no counter as the window that ends at the sample', () => {
    const data = read([series({ le: '1' }, [1, 2]), series({ le: '+Inf' }, [3, 4])]);
    expect(counted(data)).toEqual({
      value: {
        cells: [-Infinity, 1, Infinity],
        reference: undefined,
        chunks: [
          [-HOUR, 0, [1, 2], 0],
          [0, HOUR, [2, 2], 0],
        ],
      },
    });
  });

  it('adds up instances, each by its own increase', () => {
    const data = read([
      bucket('+Inf', [10, 11], { pod: 'a' }),
      bucket('+Inf', [100, 3], { pod: 'b' }),
      bucket('1', [5, 6], { pod: 'a' }),
      bucket('1', [50, 1], { pod: 'b' }),
    ]);
    expect(counted(data)['tempo']?.chunks).toEqual([[0, HOUR, [2, 2], 0]]);
  });

  it('skips moments without a sample, and raises what falls with le', () => {
    const data = read([bucket('1', [0, 5, null, 9]), bucket('2', [0, 4, null, 12]), bucket('+Inf', [0, 6, null, 13])]);
    expect(counted(data)['tempo']?.chunks).toEqual([
      [0, HOUR, [5, 0, 1], 0],
      [HOUR, 3 * HOUR, [4, 3, 0], 0],
    ]);
    expect(data.problems[0]?.what).toBe(
      'Counts of tempo fall with rising le; they were raised to the one before, as Prometheus does'
    );
  });

  it('reads the table format, side and feature as columns', () => {
    const frame = toDataFrame({
      fields: [
        { name: 'Time', type: FieldType.time, values: [0, 0, 0, 0] },
        { name: 'feature', type: FieldType.string, values: ['a', 'a', 'a', 'a'] },
        { name: 'side', type: FieldType.string, values: ['reference', 'reference', 'current', 'current'] },
        { name: 'le', type: FieldType.string, values: ['1', '+Inf', '1', '+Inf'] },
        number('Value', [10, 30, 1, 2]),
      ],
    });
    expect(counted(read([frame]))).toEqual({
      a: { cells: [-Infinity, 1, Infinity], reference: [[10, 20], 0], chunks: [[NaN, NaN, [1, 1], 0]] },
    });
  });

  it('reads the heatmap format, whose counts are not cumulative', () => {
    const frame = toDataFrame({
      name: 'tempo',
      meta: { type: DataFrameType.HeatmapRows },
      fields: [hours(2), number('1', [1, 2]), number('2', [3, 4]), number('+Inf', [0, 1])],
    });
    expect(counted(read([frame]))['tempo']?.chunks.map(([, , cells]) => cells)).toEqual([
      [1, 3, 0],
      [2, 4, 1],
    ]);
  });

  it('reads counters with the bounds of their bin, or their category, as labels', () => {
    const name = { __name__: 'inference_total' };
    const data = read([
      series({ ...name, feature: 'tempo', x_min: '-Inf', x_max: '5' }, [1, 3]),
      series({ ...name, feature: 'tempo', x_min: '5', x_max: '+Inf' }, [1, 2]),
      series({ ...name, feature: 'mode', category: 'major' }, [7, 9]),
    ]);
    expect(counted(data)).toEqual({
      tempo: { cells: [-Infinity, 5, Infinity], reference: undefined, chunks: [[0, HOUR, [2, 1], 0]] },
      mode: { cells: ['major'], reference: undefined, chunks: [[0, HOUR, [2], 0]] },
    });
  });
});

describe("Grafana's histogram frames", () => {
  it('counts a feature a column, sides by query', () => {
    const frame = (refId: string, tempo: number[]) =>
      toDataFrame({
        refId,
        meta: { type: DataFrameType.Histogram },
        fields: [
          { ...number('xMin', [0, 10]), config: { unit: 'bpm' } },
          number('xMax', [10, 20]),
          number('tempo', tempo),
        ],
      });
    const score = series({ __name__: 'trustyai_kstest', modelId: 'j', subcategory: 'key', request: 'r' }, [0.1]);
    const { data, fields } = readAll([score, frame('reference', [1, 2]), frame('B', [3, 4])]);
    expect(counted(data)).toEqual({
      tempo: { cells: [0, 10, 20], reference: [[1, 2], 0], chunks: [[NaN, NaN, [3, 4], 0]] },
    });
    expect(fields.get('tempo')).toMatchObject({ name: 'tempo', config: { unit: 'bpm' } });
  });

  it('takes columns called reference and current as the sides of one feature', () => {
    const frame = table({ xMin: [0, 10], xMax: [10, 20], reference: [1, 2], current: [3, 4] }, { name: 'tempo' });
    expect(counted(read([frame]))).toEqual({
      tempo: { cells: [0, 10, 20], reference: [[1, 2], 0], chunks: [[NaN, NaN, [3, 4], 0]] },
    });
  });
});
