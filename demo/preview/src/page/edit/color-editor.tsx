import { FieldColorModeId, fieldColorModeRegistry, type FieldColor, type StandardEditorProps } from '@grafana/data';
import { ColorPickerInput, Select, Stack } from '@grafana/ui';

/** Field colour: the scheme, and the colour itself where the scheme is a single one. */
export function ColorEditor({ value, onChange, id }: StandardEditorProps<FieldColor | undefined>) {
  const options = fieldColorModeRegistry
    .list()
    .map((mode) => ({ label: mode.name, value: mode.id, description: mode.description }));
  const mode = value?.mode ?? FieldColorModeId.PaletteClassic;
  const single = mode === FieldColorModeId.Fixed || mode === FieldColorModeId.Shades;
  return (
    <Stack direction="column" gap={1}>
      <Select
        inputId={id}
        options={options}
        value={mode}
        onChange={(chosen) => onChange({ ...value, mode: chosen.value ?? mode })}
      />
      {single && (
        <ColorPickerInput value={value?.fixedColor ?? ''} onChange={(fixedColor) => onChange({ mode, fixedColor })} />
      )}
    </Stack>
  );
}
