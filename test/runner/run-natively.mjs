/**
 * Jest's own circus, run in the process itself and not in a context of its own: files of one worker share the modules of the
 * program, which are loaded once. What is taken from Jest by path is pinned with Jest's version in package-lock.json.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { GLOBALS, loadSources, MAPS } from './sources.mjs';

// The circus that Jest itself runs, found from where Jest is.
const home = ['jest', 'jest-cli', 'jest-config', 'jest-circus'].reduce(
  (from, name) => createRequire(from).resolve(`${name}/package.json`),
  import.meta.url,
);
const circus = path.join(path.dirname(home), 'build', 'jestAdapterInit.js');
const require = createRequire(circus);
const plain = (results) => JSON.parse(JSON.stringify(results));

export default async function runNatively(globalConfig, config, environment, runtime, testPath, sendMessageToJest) {
  loadSources();
  // Each file begins with a circus that knows nothing of the one before.
  delete globalThis[Symbol.for('EVENT_HANDLERS')];
  delete require.cache[circus];
  const { initialize, runAndTransformResultsToJestFormat } = require(circus);
  const mocker = environment.moduleMocker;
  const { snapshotState } = await initialize({
    config: { ...config, injectGlobals: false },
    environment: { global: globalThis, handleTestEvent: undefined },
    globalConfig,
    localRequire: require,
    parentProcess: process,
    runtime,
    sendMessageToJest,
    setGlobalsForRuntime: (globals) => {
      globalThis[GLOBALS] = {
        ...globals,
        jest: {
          fn: mocker.fn.bind(mocker),
          spyOn: mocker.spyOn.bind(mocker),
          restoreAllMocks: mocker.restoreAllMocks.bind(mocker),
          setTimeout: (ms) => {
            globalThis[Symbol.for('TEST_TIMEOUT_SYMBOL')] = ms;
          },
        },
      };
    },
    testPath,
  });
  delete globalThis[Symbol.for('TEST_TIMEOUT_SYMBOL')];
  await import(pathToFileURL(testPath).href);
  for (const [url, map] of MAPS) runtime.getSourceMaps().set(url, map);
  const results = await runAndTransformResultsToJestFormat({
    config,
    globalConfig,
    setupAfterEnvPerfStats: {},
    testPath,
  });
  mocker.restoreAllMocks();
  snapshotState.save();
  return plain(results);
}
