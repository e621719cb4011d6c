import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CollaborationForm } from '#domain/form/form.js';
import { formFaults } from '#domain/form/form-faults.js';
import { FormLibrary } from '#use-cases/form/form-library.port.js';
import { formSchema } from './form-schema.js';

/** A form's file cannot be used; `faults` names each place and what is wrong there. */
export class FormFileError extends Error {
  constructor(
    readonly file: string,
    readonly faults: readonly { readonly path: string; readonly fault: string }[],
  ) {
    super(faults.map((f) => `${file}: ${f.path === '' ? '' : `${f.path}: `}${f.fault}`).join('\n'));
  }
}

/** Reads a form from JSON text. Throws FormFileError naming file, path and fault of everything that is wrong. */
export function parseForm(text: string, file: string): CollaborationForm {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new FormFileError(file, [{ path: '', fault: `is not JSON (${why})` }]);
  }
  const read = formSchema.safeParse(value);
  if (!read.success)
    throw new FormFileError(
      file,
      read.error.issues.map((issue) => ({ path: issue.path.join('.'), fault: issue.message })),
    );
  const { $schema: _schema, ...form } = read.data;
  const faults = [
    ...formFaults(form),
    ...(path.basename(file, '.json') === form.kind
      ? []
      : [{ path: 'kind', fault: `the file of this kind is called ${form.kind}.json` }]),
  ];
  if (faults.length > 0) throw new FormFileError(file, faults);
  return form;
}

/** Every form under the folder, by kind. Throws FormFileError at the first file that cannot be used. */
export function readForms(folder = 'config/forms'): readonly CollaborationForm[] {
  const forms = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => {
      const file = path.join(folder, name);
      return parseForm(readFileSync(file, 'utf8'), file);
    })
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
  for (const { kind, becomes = [] } of forms)
    for (const other of becomes)
      if (!forms.some((one) => one.kind === other && one.level === 'persons'))
        throw new FormFileError(path.join(folder, `${kind}.json`), [
          { path: 'becomes', fault: `there is no form about a person called ${other}` },
        ]);
  return forms;
}

/** Read once, at boot: an installation with a form that cannot be run does not open. */
export class FileFormLibrary extends FormLibrary {
  private readonly forms = readForms(path.resolve('config/forms'));

  all(): readonly CollaborationForm[] {
    return this.forms;
  }
}
