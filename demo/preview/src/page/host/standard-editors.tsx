import {
  standardEditorsRegistry,
  type SelectableValue,
  type StandardEditorProps,
  type StatsPickerConfigSettings,
} from '@grafana/data';
import {
  ColorPickerInput,
  Input,
  MultiSelect,
  RadioButtonGroup,
  Select,
  Slider,
  StatsPicker,
  Switch,
  TagsInput,
  TimeZonePicker,
  UnitPicker,
} from '@grafana/ui';
import type { ComponentType } from 'react';

interface Choices {
  options?: SelectableValue<unknown>[];
  isClearable?: boolean;
  allowCustomValue?: boolean;
}
interface NumberSettings {
  min?: number;
  max?: number;
  step?: number;
  placeholder?: string;
}
type Props<T, S = object> = StandardEditorProps<T, S | undefined>;

function NumberEditor({ id, value, onChange, item: { settings } }: Props<number, NumberSettings>) {
  const { min, max, step, placeholder } = settings ?? {};
  const commit = (text: string) => onChange(text === '' ? undefined : Number(text));
  const bounds = { min, max, step, placeholder };
  return (
    <Input
      id={id}
      type="number"
      {...bounds}
      value={value ?? ''}
      onChange={(event) => commit(event.currentTarget.value)}
    />
  );
}

function TextEditor({ id, value, onChange, item: { settings } }: Props<string, { placeholder?: string }>) {
  return (
    <Input
      id={id}
      placeholder={settings?.placeholder}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function BooleanEditor({ id, value, onChange }: Props<boolean>) {
  return <Switch id={id} value={value ?? false} onChange={(event) => onChange(event.currentTarget.checked)} />;
}

function SelectEditor({ id, value, onChange, item: { settings } }: Props<unknown, Choices>) {
  return (
    <Select
      inputId={id}
      options={settings?.options ?? []}
      isClearable={settings?.isClearable}
      allowCustomValue={settings?.allowCustomValue}
      value={value}
      onChange={(chosen) => onChange(chosen?.value)}
    />
  );
}

function MultiSelectEditor({ id, value, onChange, item: { settings } }: Props<unknown[], Choices>) {
  const options = settings?.options ?? [];
  return (
    <MultiSelect
      inputId={id}
      options={options}
      value={value}
      onChange={(chosen) => onChange(chosen.map((one) => one.value))}
    />
  );
}

function RadioEditor({ id, value, onChange, item: { settings } }: Props<unknown, Choices>) {
  return <RadioButtonGroup id={id} fullWidth options={settings?.options ?? []} value={value} onChange={onChange} />;
}

function SliderEditor({ value, onChange, item: { settings } }: Props<number, NumberSettings>) {
  const { min = 0, max = 100, step } = settings ?? {};
  return <Slider min={min} max={max} step={step} value={value ?? min} onChange={onChange} />;
}

function StringsEditor({ id, value, onChange }: Props<string[]>) {
  return <TagsInput id={id} tags={value ?? []} onChange={onChange} />;
}

function ColorEditor({ value, onChange }: Props<string>) {
  return <ColorPickerInput value={value ?? ''} onChange={onChange} />;
}

function UnitEditor({ value, onChange }: Props<string>) {
  return <UnitPicker value={value} onChange={onChange} />;
}

function TimeZoneEditor({ id, value, onChange }: Props<string>) {
  return <TimeZonePicker inputId={id} value={value} onChange={onChange} />;
}

function StatsEditor({ value, onChange, item: { settings } }: Props<string[], StatsPickerConfigSettings>) {
  return (
    <StatsPicker
      stats={value ?? []}
      onChange={onChange}
      allowMultiple={settings?.allowMultiple}
      defaultStat={settings?.defaultStat}
    />
  );
}

function FieldNameEditor({ id, value, onChange, context }: Props<string>) {
  const names = new Set(context.data.flatMap(({ fields }) => fields.map(({ name }) => name)));
  const options = [...names].map((name) => ({ label: name, value: name }));
  return (
    <Select inputId={id} isClearable options={options} value={value} onChange={(chosen) => onChange(chosen?.value)} />
  );
}

/** The editors by name that PanelOptionsEditorBuilder's `add…` methods look up. */
const editors: Record<string, ComponentType<StandardEditorProps>> = {
  number: NumberEditor,
  text: TextEditor,
  boolean: BooleanEditor,
  select: SelectEditor,
  'multi-select': MultiSelectEditor,
  radio: RadioEditor,
  slider: SliderEditor,
  strings: StringsEditor,
  color: ColorEditor,
  unit: UnitEditor,
  timezone: TimeZoneEditor,
  'field-name': FieldNameEditor,
  'dashboard-uid': TextEditor,
  'stats-picker': StatsEditor,
};

export function registerStandardEditors(): void {
  standardEditorsRegistry.setInit(() => Object.entries(editors).map(([id, editor]) => ({ id, name: id, editor })));
}
