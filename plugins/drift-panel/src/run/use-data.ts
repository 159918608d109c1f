import { useCallback, useEffect, useRef } from 'react';
import type { DataFrame, Field } from '@grafana/data';
import type { DataSet, Problem } from '../read/data-set.ts';
import { readFrames } from '../read/read-frames.ts';
import type { Wanted } from '../read/reader.ts';
import type { Analyst, Waiting } from './analyst.ts';
import { inSlices } from './in-slices.ts';
import { startAnalyst } from './start-analyst.ts';
import { useWork, type Running } from './use-work.ts';

/** Frames are the page's, so they are read here; the slices leave room for a long step within 50 ms. */
const SLICE_MS = 12;

/** Data that an analyst holds. Another object is other data. */
export interface Opened {
  analyst: Analyst;
  fingerprint: string;
  /** There is nothing to analyse. */
  empty: boolean;
  problems: Problem[];
}

export interface Data {
  opened?: Opened;
  /** Grafana's fields of the features, of the newest frames. */
  fields: ReadonlyMap<string, Field>;
  running: Running<unknown>;
  /** Reads anew, for a new analyst. */
  reopen: () => void;
}

const NO_FIELDS: ReadonlyMap<string, Field> = new Map();

/** Reads frames in slices, and hands what they hold to the analyst unless it has the same data already. */
export function useData(frames: DataFrame[], wanted: Wanted): Data {
  const held = useRef<Opened>(undefined);
  const close = useCallback(() => {
    held.current?.analyst.close();
    held.current = undefined;
  }, []);
  useEffect(() => close, [close]);
  const start = useCallback(
    async (waiting: Waiting) => {
      const { data, fields } = await inSlices(readFrames(frames, wanted), waiting, SLICE_MS);
      if (held.current?.fingerprint !== data.fingerprint) {
        held.current = handedOver(data, held.current?.analyst ?? startAnalyst());
      }
      return { opened: held.current, fields };
    },
    [frames, wanted]
  );
  const running = useWork(start);
  const { result, retry } = running;
  const reopen = useCallback(() => {
    close();
    retry();
  }, [close, retry]);
  return { opened: result?.opened, fields: result?.fields ?? NO_FIELDS, running, reopen };
}

/** What is still known here of data whose buffers have moved to the analyst. */
function handedOver(data: DataSet, analyst: Analyst): Opened {
  const { fingerprint, problems, scores, tables, counts } = data;
  analyst.open(data);
  return { analyst, fingerprint, problems, empty: scores.length + tables.length + counts.length === 0 };
}
