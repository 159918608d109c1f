/** `npm start`: the whole demo on this machine's loopback. See help.ts. */
import { readArguments } from './arguments.ts';
import { help } from './help.ts';
import { runStart } from './start.ts';
import { Sentence, wordsOf } from './sentence.ts';

try {
  // npm changes into the repository and notes where the user was.
  const args = readArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  if (args.help) {
    console.log(help);
  } else {
    process.exitCode = await runStart(args);
  }
} catch (error) {
  console.error(error instanceof Sentence ? error.message : `This should not happen: ${wordsOf(error)}`);
  if (!(error instanceof Sentence) && error instanceof Error && process.env.DEBUG) {
    console.error(error.stack);
  }
  process.exitCode = 1;
}
// Idle connections of health checks must not keep the process.
process.exit();
