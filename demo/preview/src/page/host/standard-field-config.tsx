import {
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  FieldType,
  identityOverrideProcessor,
  numberOverrideProcessor,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  standardTransformers,
  standardTransformersRegistry,
  stringOverrideProcessor,
  ThresholdsMode,
  thresholdsOverrideProcessor,
  unitOverrideProcessor,
  valueMappingsOverrideProcessor,
  type Field,
  type FieldConfigPropertyItem,
} from '@grafana/data';
import { ColorEditor } from '../edit/color-editor.tsx';
import { NoEditor } from '../edit/no-editor.tsx';
import { ThresholdsEditor } from '../edit/thresholds-editor.tsx';

type Process = FieldConfigPropertyItem['process'];
type Given = Pick<FieldConfigPropertyItem, 'name' | 'process'> & Partial<FieldConfigPropertyItem>;

const isNumber = ({ type }: Field) => type === FieldType.number;
const anyField = () => true;

function item(id: string, given: Given): FieldConfigPropertyItem {
  const editor = given.editor ?? NoEditor;
  return {
    id,
    path: id,
    category: ['Standard options'],
    shouldApply: anyField,
    settings: {},
    editor,
    override: editor,
    ...given,
  };
}

const standard = (name: string) => standardEditorsRegistry.get(name).editor;
const numeric = { process: numberOverrideProcessor as Process, shouldApply: isNumber };

function items(): FieldConfigPropertyItem[] {
  const thresholds = {
    mode: ThresholdsMode.Absolute,
    steps: [
      { value: -Infinity, color: 'green' },
      { value: 80, color: 'red' },
    ],
  };
  return [
    item('unit', {
      name: 'Unit',
      process: unitOverrideProcessor as Process,
      editor: standard('unit'),
      shouldApply: isNumber,
    }),
    item('min', { name: 'Min', editor: standard('number'), ...numeric }),
    item('max', { name: 'Max', editor: standard('number'), ...numeric }),
    item('fieldMinMax', { name: 'Field min/max', process: identityOverrideProcessor, editor: standard('boolean') }),
    item('decimals', { name: 'Decimals', editor: standard('number'), ...numeric }),
    item('displayName', {
      name: 'Display name',
      process: displayNameOverrideProcessor as Process,
      editor: standard('text'),
    }),
    item('color', { name: 'Color scheme', process: identityOverrideProcessor, editor: ColorEditor }),
    item('noValue', { name: 'No value', process: stringOverrideProcessor as Process, editor: standard('text') }),
    item('links', { name: 'Data links', process: dataLinksOverrideProcessor as Process, category: ['Data links'] }),
    item('actions', {
      name: 'Actions',
      process: identityOverrideProcessor,
      category: ['Data links'],
      hideFromDefaults: true,
    }),
    item('mappings', {
      name: 'Value mappings',
      process: valueMappingsOverrideProcessor as Process,
      defaultValue: [],
      category: ['Value mappings'],
    }),
    item('thresholds', {
      name: 'Thresholds',
      process: thresholdsOverrideProcessor as Process,
      editor: ThresholdsEditor,
      defaultValue: thresholds,
      category: ['Thresholds'],
    }),
    item('filterable', { name: 'Ad hoc filterable', process: identityOverrideProcessor, hideFromDefaults: true }),
  ];
}

/** Field options that every panel has, and the transformations that dashboards may name. */
export function registerStandardFieldConfig(): void {
  standardFieldConfigEditorRegistry.setInit(items);
  standardTransformersRegistry.setInit(() =>
    // Some stand there twice, under an old name as well; a registry takes each once.
    [...new Set(Object.values(standardTransformers))].map((transformer) => ({
      id: transformer.id,
      name: transformer.name,
      // A promise for @grafana/data; scenes still look for the operator itself.
      transformation: Object.assign(() => Promise.resolve(transformer), { operator: transformer.operator }),
      editor: NoEditor,
      imageDark: '',
      imageLight: '',
    }))
  );
}
