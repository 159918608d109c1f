import * as v from 'valibot';
import { fields } from './fields.ts';
import { text } from './values.ts';

/** Windows of silence, in the words that Alertmanager and Grafana both take. */

const DAY = 'sunday|monday|tuesday|wednesday|thursday|friday|saturday';
const MONTH = 'january|february|march|april|may|june|july|august|september|october|november|december|[1-9]|1[0-2]';
const DAY_OF_MONTH = '-?(?:[1-9]|[12][0-9]|3[01])';

function ranges(one: string, message: string) {
  return v.optional(
    v.pipe(
      v.array(v.pipe(v.string(message), v.regex(new RegExp(`^(?:${one})(?::(?:${one}))?$`), message)), 'write a list'),
      v.minLength(1, 'write at least one')
    )
  );
}

const clock = v.pipe(
  v.string('write a time of day in quotes, such as "02:00"'),
  v.regex(/^(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/, 'write a time of day from "00:00" to "24:00"')
);

export const muteShape = fields({
  name: text,
  location: v.optional(text),
  weekdays: ranges(DAY, 'write English days in small letters, such as sunday or monday:friday'),
  times: v.optional(
    v.pipe(v.array(fields({ start: clock, end: clock }), 'write a list'), v.minLength(1, 'write at least one'))
  ),
  monthsOfYear: ranges(
    MONTH,
    'write English months in small letters or "1" to "12" in quotes, such as december or "1:3"'
  ),
  daysOfMonth: ranges(DAY_OF_MONTH, 'write days in quotes, such as "1:7", or "-1" for the last'),
});
