import { t } from '../../i18n/translate.ts';
import type { Distribution } from '../../report/distribution.ts';
import { hasMissing } from './bar-values.ts';
import { gapText } from './EcdfMarks.tsx';
import { valueTitle, type Mode } from './modes.ts';
import { countText, shareText } from '../marks/numbers.ts';

/** What the picture says, for those who do not see it: what is drawn, both n, what is missing, why it drifted. */
export function distributionLabel(
  name: string,
  distribution: Distribution,
  mode: Mode['mode'],
  format: (value: number) => string
): string {
  const { reference, current, ecdf, sentence, remark } = distribution;
  const parts = [
    t(
      'distribution.label',
      'Distribution of {{name}}, {{what}}: current {{current}} rows, reference {{reference}} rows',
      {
        name,
        what: valueTitle(mode),
        current: countText(current.n),
        reference: countText(reference.n),
      }
    ),
  ];
  if (hasMissing(distribution)) {
    parts.push(
      t('distribution.missingLabel', 'missing {{current}}, reference {{reference}}', {
        current: shareText(current.missingShare),
        reference: shareText(reference.missingShare),
      })
    );
  }
  if (mode === 'ecdf' && ecdf?.gap) {
    parts.push(gapText(ecdf.gap, format));
  }
  return `${[...parts, remark, sentence].filter((part) => part !== '').join('. ')}.`;
}
