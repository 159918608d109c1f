import { sortThresholds, ThresholdsMode, type StandardEditorProps, type ThresholdsConfig } from '@grafana/data';
import { Button, ColorPickerInput, IconButton, Input, Stack } from '@grafana/ui';

/** Absolute thresholds: a colour each, from its value upwards. The first step is the base. */
export function ThresholdsEditor({ value, onChange }: StandardEditorProps<ThresholdsConfig | undefined>) {
  const { mode = ThresholdsMode.Absolute, steps = [] } = value ?? {};
  const set = (next: ThresholdsConfig['steps']) => onChange({ mode, steps: sortThresholds([...next]) });
  const change = (index: number, part: Partial<ThresholdsConfig['steps'][number]>) =>
    set(steps.map((step, at) => (at === index ? { ...step, ...part } : step)));
  const top = steps.at(-1)?.value ?? 0;
  return (
    <Stack direction="column" gap={1}>
      {steps.map((step, index) => (
        <Stack key={index} gap={1} alignItems="center">
          <ColorPickerInput value={step.color} onChange={(color) => change(index, { color })} />
          {index === 0 ? (
            <Input readOnly value="Base" aria-label="Base threshold" />
          ) : (
            <Input
              type="number"
              aria-label={`Threshold ${index}`}
              value={step.value}
              onChange={(event) => change(index, { value: Number(event.currentTarget.value) })}
            />
          )}
          {index > 0 && (
            <IconButton
              name="trash-alt"
              tooltip="Remove threshold"
              onClick={() => set(steps.filter((_, at) => at !== index))}
            />
          )}
        </Stack>
      ))}
      <Button
        size="sm"
        variant="secondary"
        icon="plus"
        onClick={() => set([...steps, { value: Number.isFinite(top) ? top + 10 : 0, color: 'orange' }])}
      >
        Add threshold
      </Button>
    </Stack>
  );
}
