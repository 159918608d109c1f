// Jest setup provided by Grafana scaffolding
import './.config/jest-setup';

// jsdom has no URL.canParse, which browsers have and Grafana's links ask.
URL.canParse ??= (text, base) => {
  try {
    return Boolean(new URL(text, base));
  } catch {
    return false;
  }
};
