/** What the documents promise is there: commands, files, headings, and a reason for every dependency. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { documentFaults, documents } from '../../scripts/check/document-faults.mjs';
import { read } from './project-files.js';

const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;

describe('documents', () => {
  it('link to what exists and name commands and files that exist', () => {
    expect(documents().length).toBeGreaterThan(4);
    expect(documentFaults()).toEqual([]);
  });

  it('README names the two commands, and each one is a script of the project', () => {
    const readme = read('README.md');
    for (const command of ['npm start', 'npm test']) expect(readme).toContain(`\n${command}\n`);
    expect(manifest['scripts']).toMatchObject({ start: 'node scripts/start.mjs', test: 'node scripts/test.mjs' });
  });

  it('operations.md explains every setting that the program reads', () => {
    const explained = read('docs/operations.md');
    const settings = [...read('libs/platform/config/settings.ts').matchAll(/^ {2}([A-Z][A-Z_]+): z\b/gm)].map(
      ([, name]) => name!,
    );
    expect(settings.length).toBeGreaterThan(8);
    expect(settings.filter((name) => !explained.includes(`\`${name}\``))).toEqual([]);
  });

  it('operations.md explains every setting of a form, of its standing time and of its steps', () => {
    const { properties } = JSON.parse(read('config/schemas/form.schema.json'));
    const propertiesOf = (...of: object[]) =>
      of.flatMap((one) => Object.keys(one)).filter((name) => name !== '$schema');
    const cadence = properties.cadence.anyOf[0].properties;
    const settings = propertiesOf(
      properties,
      cadence,
      cadence.slot.properties,
      properties.steps.items.properties,
      properties.meetings.items.properties,
    );
    const [, part = ''] = read('docs/operations.md').split('## The forms of joint work\n');
    const explained = (part.split('\n## ')[0] ?? '').replaceAll('[]`', '`');
    expect(settings).toEqual(expect.arrayContaining(['firstOn', 'owed']));
    expect(settings.filter((name) => !explained.includes(`\`${name}\``))).toEqual([]);
  });

  it('dependencies.md says why each dependency is there, and names no other', () => {
    const named = [...read('docs/dependencies.md').matchAll(/^\|\s*((?:`[^`]+`(?:, )?)+)\s*\|/gm)].flatMap(([, cell]) =>
      [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!),
    );
    const present = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'].flatMap((kind) =>
      Object.keys(manifest[kind] ?? {}),
    );
    expect([...new Set(named)].sort()).toEqual([...new Set(present)].sort());
  });

  it('says of a schema that was copied in from which package it is, and it is that copy', () => {
    const copy = read('test/support/standards/fhir-r5.schema.json');
    const origin = read('test/support/standards/README.md');
    expect(origin).toContain(createHash('sha256').update(copy).digest('hex'));
    for (const text of [copy, origin, read('docs/dependencies.md')]) expect(text).toContain('hl7.fhir.r5.core 5.0.0');
    for (const text of [origin, read('docs/dependencies.md')]) expect(text).toContain('consent-receipt.schema.json');
  });

  it('docker-compose keeps every key: a file that is given as a secret, or one in a volume that the program may write to', () => {
    const compose = read('docker/docker-compose.yml');
    const fileOf = (name: string) => new RegExp(`^ {2}${name}: (\\S+)$`, 'm').exec(compose)?.[1] ?? '';
    const given = [...compose.matchAll(/target: (\S+),/g)].map(([, target]) => `/run/secrets/${target}`);
    expect(given).toContain(fileOf('SAMNAV_KEY_FILE'));
    expect(given).toContain(fileOf('SAMNAV_IDENTITY_KEY_FILE'));
    const made = fileOf('SAMNAV_LEDGER_KEY_FILE');
    const [, volume = '', place = ''] = /command: .*worker.*\n.*\n *volumes: \[([\w-]+):(\S+)\]/.exec(compose)!;
    expect(made).toMatch(new RegExp(`^${place}/`));
    expect(compose).toMatch(new RegExp(`^volumes: \\{.*\\b${volume}: `, 'm'));
    expect(read('docker/Dockerfile')).toMatch(new RegExp(`install -d -o node .*${place}\n[^]*USER node`));
  });
});
