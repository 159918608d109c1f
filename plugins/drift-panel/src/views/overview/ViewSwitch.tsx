import React from 'react';
import { Dropdown, IconButton, Menu, RadioButtonGroup } from '@grafana/ui';
import { t } from '../../i18n/translate.ts';
import type { ViewName } from '../../options/options.ts';
import { tabsFor, viewLabels } from './view-tabs.ts';

interface Props {
  view: ViewName;
  onShow: (view: ViewName) => void;
  /** Pixels there are for the tabs. */
  width: number;
}

/** Tabs to the other views; what does not fit is in a menu beside them. */
export function ViewSwitch({ view, onShow, width }: Props) {
  const labels = viewLabels();
  const { shown, rest } = tabsFor(view, width, labels);
  const menu = (
    <Menu>
      {rest.map((name) => (
        <Menu.Item key={name} label={labels[name]} onClick={() => onShow(name)} />
      ))}
    </Menu>
  );
  const more = t('view.more', 'More views');
  return (
    <div style={{ display: 'flex', alignItems: 'center', gap: 6, flexShrink: 0 }}>
      <RadioButtonGroup
        size="sm"
        options={shown.map((name) => ({ value: name, label: labels[name] }))}
        value={view}
        onChange={onShow}
        aria-label={t('view.group', 'View')}
      />
      {rest.length > 0 && (
        <Dropdown overlay={menu} placement="bottom-end">
          <IconButton name="ellipsis-h" size="md" tooltip={more} aria-label={more} />
        </Dropdown>
      )}
    </div>
  );
}
