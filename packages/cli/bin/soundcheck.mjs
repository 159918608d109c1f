#!/usr/bin/env node
// The packages are TypeScript as they stand; older Nodes cannot read that by themselves.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../src/main.ts');
process.exitCode = await main(process.argv.slice(2));
