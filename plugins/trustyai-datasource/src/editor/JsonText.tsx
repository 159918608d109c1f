import { css } from '@emotion/css';
import { Field, TextArea, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import type { Decoded } from '../query/decode-json.ts';

interface Props<T> {
  id: string;
  label: string;
  description: string;
  /** What is saved, as JSON. */
  json: string;
  placeholder?: string;
  decode: (json: string) => Decoded<T>;
  onChange: (value: T) => void;
}

/**
 * JSON under a plain text control: Tab leaves it and every screen reader reads it, which Grafana's code editor does not
 * offer. A text that is wrong is kept on screen with the reason, and not saved.
 */
export function JsonText<T>({ id, label, description, json, placeholder, decode, onChange }: Props<T>) {
  const styles = useStyles2(getStyles);
  const [edited, setEdited] = useState<string>();
  const text = edited ?? json;
  const decoded = decode(text);
  const problem = 'problem' in decoded ? decoded.problem : undefined;
  const commit = () => {
    if (edited !== undefined && 'value' in decoded) {
      setEdited(undefined);
      if (edited !== json) {
        onChange(decoded.value);
      }
    }
  };
  return (
    <Field label={label} description={description} invalid={problem !== undefined} error={problem} noMargin>
      <TextArea
        id={id}
        className={styles}
        rows={Math.min(24, Math.max(4, text.split('\n').length))}
        spellCheck={false}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setEdited(event.currentTarget.value)}
        onBlur={commit}
      />
    </Field>
  );
}

const getStyles = (theme: GrafanaTheme2) => css({ fontFamily: theme.typography.fontFamilyMonospace });
