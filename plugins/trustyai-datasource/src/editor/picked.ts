/**
 * The answer of Grafana's Combobox as a value: its clear button gives null, which is none. Where Enter meets no option
 * (the list was opened with an arrow key, then filtered) it gives undefined against its type: then nothing was picked.
 */
export function picked<T extends string>(
  pick: (value: T | undefined) => void
): (option: { value: T } | null | undefined) => void {
  return (option) => {
    if (option !== undefined) {
      pick(option?.value);
    }
  };
}
