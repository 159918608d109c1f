import { createRoot } from 'react-dom/client';
import { install } from './host/install.tsx';
import { App } from './shell/app.tsx';

const root = document.getElementById('root');
if (root) {
  await install();
  createRoot(root).render(<App />);
}
