/** The steps of `npm run check`, two at a time, and their verdict. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from '../build.mjs';
import { ensureInstalled } from '../install.mjs';
import { programNode } from '../node-version.mjs';
import { folder, makeFolder, root } from '../places.mjs';
import { halt, Obstacle, run, say } from '../say.mjs';

const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const script = (name) => path.join(root, 'scripts', 'check', name);
const schema = path.join(root, 'dist/apps/api/schema.cli.js');

/** The long steps first, so that the two lanes end together. */
function steps(node) {
  const types = (project) => [bin('tsc'), ['--noEmit', '--pretty', 'false', '-p', project]];
  return [
    ['lint', [[bin('eslint'), ['.', '--max-warnings', '0']]]],
    ['types of the server and the tests', [types('tsconfig.json')]],
    ['types of the web pages', [types('apps/web/tsconfig.json')]],
    ['types of the domain, without Node or a browser', [types('libs/domain/tsconfig.json')]],
    ['dead code', [[bin('knip'), ['--no-progress']]]],
    ['format', [[bin('prettier'), ['--check', '--log-level', 'warn', '.']]]],
    ['imports', [[bin('depcruise'), ['apps', 'libs', 'migrations', 'test', '--config', '.dependency-cruiser.cjs']]]],
    ...(existsSync(path.join(root, 'apps/api/schema.cli.ts'))
      ? [['GraphQL schema', [[node, [schema, '--check']]]]]
      : []),
    ['migrations', [[node, [script('migrations.mjs')]]]],
    ['documents', [[node, [script('documents.mjs')]]]],
    ['glossary', [[node, [script('glossary.mjs')]]]],
  ];
}

/** node_modules/.bin holds the pinned Node; without it in the path every tool would start the machine's own. */
const environment = (node) => ({
  ...process.env,
  PATH: [path.dirname(node), process.env.PATH].join(path.delimiter),
  ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
});

async function runStep([name, commands], env) {
  const began = Date.now();
  try {
    for (const [command, args] of commands) await run(command, args, { cwd: root, env });
    say(`✓ ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    return undefined;
  } catch (error) {
    say(
      `✗ ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)\n${(error.tail ?? error.stack).trim().replace(/^/gm, '    ')}`,
    );
    return name;
  }
}

/** Runs every step, or those whose name contains one of the given words. */
export async function check(words) {
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => {
      halt();
      process.exit(1);
    });
  try {
    const log = path.join(makeFolder(folder), 'check-install-and-build.log');
    await ensureInstalled(log);
    await ensureBuilt(['server'], log);
    const node = programNode(root);
    const all = steps(node);
    const chosen = words.length ? all.filter(([name]) => words.some((word) => name.includes(word))) : all;
    if (chosen.length === 0)
      throw new Obstacle(`No step is named like that. There are: ${all.map(([name]) => name).join(', ')}.`);
    const waiting = [...chosen];
    const failed = [];
    const lane = async () => {
      while (waiting.length > 0) failed.push(await runStep(waiting.shift(), environment(node)));
    };
    await Promise.all([lane(), lane()]);
    const faults = failed.filter(Boolean);
    say(faults.length ? `\nNot good: ${faults.join(', ')}.` : `\nAll ${chosen.length} checks are good.`);
    process.exit(faults.length ? 1 : 0);
  } catch (error) {
    say(`\n${error instanceof Obstacle ? error.message : error.stack}`);
    process.exit(1);
  }
}
