/** jsdom measures nothing and has no ResizeObserver; Grafana's tooltip asks for one. */
globalThis.ResizeObserver = class {
  observe() {
    return undefined;
  }
  unobserve() {
    return undefined;
  }
  disconnect() {
    return undefined;
  }
};
