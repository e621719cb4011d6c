import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { SettingsError } from '#platform/config/settings.js';
import { Failure, InvalidInput } from '#use-cases/failure.js';
import { AddFirstAdministrator } from '#use-cases/organisation/add-first-administrator.js';
import { failureSentence } from '../graphql/failure-texts.js';
import { ImportTownModule } from './import-town.module.js';

/** `npm run administrator -- --town orebro --issuer … --subject … --name … --email …`: the first administrator of a town. */
const USAGE =
  'npm run administrator -- --town orebro --issuer https://login.example --subject anna.ek --name "Anna Ek" --email anna.ek@orebro.example [--title Systemförvaltare] [--phone 070-1740600]';

const tell = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
};

function read(): Record<'town' | 'issuer' | 'subject' | 'name' | 'email' | 'title', string> & { phone: string | null } {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { town: text, issuer: text, subject: text, name: text, email: text, title: text, phone: text },
  });
  const missing = (['town', 'issuer', 'subject', 'name', 'email'] as const).filter((key) => !values[key]);
  if (missing.length > 0) throw new Error(`Missing: ${missing.map((key) => `--${key}`).join(', ')}.\n${USAGE}`);
  const { town = '', issuer = '', subject = '', name = '', email = '', title = 'Administratör', phone = null } = values;
  return { town, issuer, subject, name, email, title, phone };
}

try {
  const input = read();
  const app = await NestFactory.createApplicationContext(ImportTownModule, { logger: false, abortOnError: false });
  try {
    const { unit } = await app.get(AddFirstAdministrator).run(input);
    process.stdout.write(`${input.name} is the administrator of ${input.town} (${unit}) and can sign in now.\n`);
  } finally {
    await app.close();
  }
} catch (error) {
  if (error instanceof SettingsError) tell(error.message);
  else if (error instanceof InvalidInput)
    tell(error.faults.map((f) => `--${f.field}: ${failureSentence('en', f.code, f.values)}`).join('\n'));
  else if (error instanceof Failure) tell(failureSentence('en', error.code, error.values));
  else tell(error instanceof Error ? error.message : String(error));
}
