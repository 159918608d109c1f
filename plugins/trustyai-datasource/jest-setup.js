// Jest setup provided by Grafana scaffolding
import './.config/jest-setup';

// jsdom has no layout. Grafana's pickers measure text on a canvas and draw only the rows they have room for.
HTMLCanvasElement.prototype.getContext = () => ({ measureText: (text) => ({ width: 8 * text.length }) });
const box = { x: 0, y: 0, top: 0, left: 0, right: 400, bottom: 400, width: 400, height: 400 };
Element.prototype.getBoundingClientRect = () => ({ ...box, toJSON: () => box });
for (const name of ['offsetHeight', 'offsetWidth']) {
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, value: 400 });
}

class NoObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
Object.assign(globalThis, {
  IntersectionObserver: NoObserver,
  ResizeObserver: globalThis.ResizeObserver ?? NoObserver,
});
