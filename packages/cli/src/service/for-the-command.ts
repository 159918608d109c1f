/** The core speaks to users of Grafana; here settings are arguments, and what is wrong is looked up with `inspect`. */
export function forTheCommand(sentence: string): string {
  return sentence
    .replaceAll(', and set that in the data source settings', ', and say so in monitors.yaml: trustyai.batchSize')
    .replaceAll(' in the data source settings', '')
    .replaceAll(': see the diagnosis', ': soundcheck inspect tells');
}
