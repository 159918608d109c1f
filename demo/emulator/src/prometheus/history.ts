import type { Writable } from 'node:stream';
import { floatText } from './float-text.ts';
import type { Gauges, Labels } from './gauges.ts';
import { labelPairs } from './label-text.ts';

interface Samples {
  values: number[];
  /** Epoch milliseconds. */
  times: number[];
}

/** What the gauges showed over time, kept until it can be written family by family. */
export class History {
  private readonly families = new Map<string, Map<string, Samples>>();
  private readonly targetLabels: Labels;
  private count = 0;

  /** `targetLabels` are added to every series; they win over labels of the same name. */
  constructor(targetLabels: Labels) {
    this.targetLabels = targetLabels;
  }

  get samples(): number {
    return this.count;
  }

  sample(gauges: Gauges, time: number): void {
    for (const { name, series } of gauges.families()) {
      const family = this.families.get(name) ?? new Map<string, Samples>();
      this.families.set(name, family);
      for (const { labels, value } of series) {
        const key = labelPairs({ ...labels, ...this.targetLabels });
        const kept = family.get(key) ?? { values: [], times: [] };
        family.set(key, kept);
        kept.values.push(value);
        kept.times.push(time);
        this.count += 1;
      }
    }
  }

  /** Writes OpenMetrics text with times in seconds: one TYPE line a family, series after series. */
  async write(out: Writable): Promise<void> {
    for (const text of this.chunks()) {
      if (!out.write(text)) await new Promise((resolve) => out.once('drain', resolve));
    }
  }

  private *chunks(): Iterable<string> {
    for (const [name, family] of this.families) {
      yield `# TYPE ${name} gauge\n`;
      for (const [labels, { values, times }] of family) {
        const lines = values.map(
          (value, index) => `${name}{${labels}} ${floatText(value)} ${(times[index] ?? 0) / 1000}\n`
        );
        yield lines.join('');
      }
    }
    yield '# EOF\n';
  }
}
