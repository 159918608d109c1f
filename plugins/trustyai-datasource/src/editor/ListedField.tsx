import { Field, Input } from '@grafana/ui';
import React, { type ComponentProps } from 'react';
import { t } from '../i18n/translate.ts';
import type { Listing } from './use-listed.ts';

interface Props<T> {
  id: string;
  label: string;
  /** One line that explains the choice. */
  description?: string;
  listing: Listing<T>;
  /** The picker, used while the service can list. */
  children: (items: T[]) => ComponentProps<typeof Field>['children'];
  /** The same choice as text, used where it cannot. */
  text: string;
  onText: (text: string) => void;
}

/** A picker where the service lists the choices; free text, with the reason, where it cannot. */
export function ListedField<T>({ id, label, description, listing, children, text, onText }: Props<T>) {
  if (listing.state === 'failed') {
    const error = t('editor.type-it', '{{reason}} Until then, type it.', { reason: listing.message });
    return (
      <Field label={label} description={description} invalid error={error} noMargin>
        <Input id={id} defaultValue={text} width={32} onBlur={(event) => onText(event.currentTarget.value)} />
      </Field>
    );
  }
  const items = listing.state === 'ready' ? listing.items : [];
  // In words: the pickers of Grafana 12.4 keep the picture of their spinner for ever.
  const message = listing.state === 'ready' ? listing.message : t('editor.loading', 'Asking TrustyAI …');
  return (
    <Field label={label} description={message ?? description} noMargin>
      {children(items)}
    </Field>
  );
}
