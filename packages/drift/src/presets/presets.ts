import { alibiDetect } from './alibi-detect.ts';
import { deepchecks } from './deepchecks.ts';
import { evidently } from './evidently.ts';
import { fiddler } from './fiddler.ts';
import { nannyml } from './nannyml.ts';
import { phoenix } from './phoenix.ts';
import type { Preset } from './preset.ts';
import { sagemaker } from './sagemaker.ts';
import { soundcheck } from './soundcheck.ts';
import { trustyAiJava, trustyAiPython } from './trustyai.ts';

/** The presets there are, ours first. */
export const presets = {
  soundcheck,
  evidently,
  nannyml,
  'alibi-detect': alibiDetect,
  deepchecks,
  sagemaker,
  fiddler,
  phoenix,
  'trustyai-java': trustyAiJava,
  'trustyai-python': trustyAiPython,
} as const satisfies Record<string, Preset>;

/** The name of a preset. */
export type PresetName = keyof typeof presets;

/** True for the name of a preset. */
export function isPresetName(name: string): name is PresetName {
  return Object.hasOwn(presets, name);
}

/** All presets, for pickers and docs. */
export function listPresets(): Preset[] {
  return Object.values(presets);
}
