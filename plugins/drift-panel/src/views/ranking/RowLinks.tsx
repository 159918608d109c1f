import React from 'react';
import type { LinkModel } from '@grafana/data';
import { Dropdown, IconButton, Menu } from '@grafana/ui';
import { t } from '../../i18n/translate.ts';

interface Props {
  /** The feature's name on the dashboard. */
  label: string;
  links: LinkModel[];
}

/** The links of a row, beside the list: an option of a list box holds no buttons. Nothing where there are none. */
export function RowLinks({ label, links }: Props) {
  if (links.length === 0) {
    return null;
  }
  const menu = (
    <Menu>
      {links.map((link) => (
        <Menu.Item
          key={`${link.title} ${link.href}`}
          label={link.title}
          url={link.href}
          target={link.target}
          icon={link.target === '_self' ? 'link' : 'external-link-alt'}
          onClick={link.onClick && ((event) => link.onClick?.(event))}
        />
      ))}
    </Menu>
  );
  return (
    <Dropdown overlay={menu} placement="bottom-start">
      <IconButton
        name="link"
        size="sm"
        tooltip={t('grid.links', 'Links of {{feature}}', { feature: label })}
        aria-label={t('grid.links', 'Links of {{feature}}', { feature: label })}
      />
    </Dropdown>
  );
}
