/** jsdom draws nothing and measures no text; Grafana's pickers measure their options. */
Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
  value: () => ({ measureText: (text: string) => ({ width: 6 * text.length }) }),
});
