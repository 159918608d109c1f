import type { DataSet } from '../read/data-set.ts';
import type { Channel } from './channel.ts';
import { inSlices } from './in-slices.ts';
import { workOf } from './questions.ts';

/** Well under the 50 ms from which on a page feels stuck, with room for the step that goes over. */
const SLICE_MS = 12;

/** Works on this thread, in slices: where no worker can be had. */
export function slicedChannel(): Channel {
  let opened: DataSet | undefined;
  return {
    open: (data) => (opened = data),
    ask: async (question, waiting) => {
      if (!opened) {
        throw new Error('There is no data yet.');
      }
      return inSlices(workOf(opened, question), waiting, SLICE_MS);
    },
    close: () => (opened = undefined),
  };
}
