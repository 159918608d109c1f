import type { FeatureRows } from '../read/understood.ts';
import type { Overlay } from '../report/overlay.ts';
import { categoricalOverlay } from './overlay-categorical.ts';
import { numericOverlay } from './overlay-numeric.ts';

/**
 * Reference against current of one feature on shared bins.
 * @param sentence why it drifted, where known
 * @returns undefined unless both sides have values
 */
export function overlayOf({ reference, current, unit }: FeatureRows, sentence: string): Overlay | undefined {
  if (!reference || !current) {
    return undefined;
  }
  if (reference.kind === 'numeric' && current.kind === 'numeric') {
    const overlay = numericOverlay(reference.values, current.values, sentence);
    return overlay && unit ? { ...overlay, unit } : overlay;
  }
  if (reference.kind === 'categorical' && current.kind === 'categorical') {
    return categoricalOverlay(reference.values, current.values, sentence);
  }
  return undefined;
}
