import type { PanelData } from '@grafana/data';
import type { VizPanel } from '@grafana/scenes';
import { ControlledCollapse, Field, Input, Stack, Text, TextArea } from '@grafana/ui';
import { groupBy } from 'lodash';
import { fieldOptions, panelOptions, type Option } from './options.ts';

/** Title, description, the plugin's own options and the field options, in groups that fold. */
export function OptionsPane({ panel, data }: { panel: VizPanel; data: PanelData }) {
  const { title, description, fieldConfig } = panel.useState();
  const plugin = panel.getPlugin();
  const options = plugin ? [...panelOptions(panel, plugin, data), ...fieldOptions(panel, plugin, data)] : [];
  const overrides = fieldConfig.overrides.length;
  return (
    <Stack direction="column" gap={0}>
      <Group name="Panel options">
        <Field label="Title">
          <Input id="panel-title" value={title} onChange={(event) => panel.onTitleChange(event.currentTarget.value)} />
        </Field>
        <Field label="Description">
          <TextArea
            id="panel-description"
            value={description ?? ''}
            onChange={(event) => panel.onDescriptionChange(event.currentTarget.value)}
          />
        </Field>
      </Group>
      {Object.entries(groupBy(options, ({ group }) => group)).map(([group, found]) => (
        <Group key={group} name={group}>
          {found.map((option) => (
            <OptionField key={option.item.id} option={option} />
          ))}
        </Group>
      ))}
      {overrides > 0 && (
        <Text color="secondary">{overrides} field overrides apply; they are not editable in the preview.</Text>
      )}
    </Stack>
  );
}

function Group({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div data-testid={`data-testid Options group ${name}`}>
      <ControlledCollapse label={name} isOpen>
        {children}
      </ControlledCollapse>
    </div>
  );
}

function OptionField({ option }: { option: Option }) {
  const { group, name, description, editor: Editor, item, value, context, onChange } = option;
  const id = `option-${item.id}`;
  return (
    <div data-testid={`data-testid ${group} ${name} field property editor`}>
      <Field label={name} description={description} htmlFor={id}>
        <div>
          <Editor id={id} value={value} onChange={onChange} context={context} item={item} />
        </div>
      </Field>
    </div>
  );
}
