// Entry of the bundled `soundcheck` command.
import { main } from '../packages/cli/src/main.ts';

process.exitCode = await main(process.argv.slice(2));
