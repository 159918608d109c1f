#!/usr/bin/env node
// The package is TypeScript as it stands; older Nodes cannot read that by themselves.
import { register } from 'tsx/esm/api';

register();
await import('../src/program.ts');
