/** Registers a person whom one has searched for and not found; a taken number offers who has it. (GDPR 5.1 d) */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { PROTECTIONS } from '#domain/disclosure/vocabulary.js';
import { Button } from '../elements/Button.js';
import { dropDraft } from '../elements/form/drafts.js';
import { FormSelect } from '../elements/form/fields.js';
import { Form } from '../elements/form/Form.js';
import { CreatePersonDocument, type SeenFragment } from '../graphql/generated/person/graphql.js';
import { useAct } from '../graphql/use-act.js';
import type { BegunPerson, NewPerson } from './begun-people.js';
import { identityInput, identitySchema, startFrom } from './identity-values.js';
import { IdentityFields } from './IdentityFields.js';
import { SeenFacts, SeenName } from './PersonHit.js';

const schema = z.extend(identitySchema, { protection: z.string(), asked: z.string() });

export interface CreatePersonFormProps {
  readonly begun: BegunPerson;
  readonly onCreated: (person: SeenFragment) => void;
  /** The one who has the number already is chosen instead. */
  readonly onExisting: (person: SeenFragment) => void;
  readonly onCancel: () => void;
}

export function CreatePersonForm({ begun, onCreated, onExisting, onCancel }: CreatePersonFormProps) {
  const { t } = useTranslation('person');
  const [create] = useAct(CreatePersonDocument);
  const [existing, setExisting] = useState<SeenFragment | null>(null);
  return (
    <div className="stack gap-4">
      {existing && (
        <div className="note person-existing" role="alert">
          <div>
            <p className="note-title">{t('create.existing')}</p>
            <p>
              <SeenName seen={existing} /> <SeenFacts seen={existing} />
            </p>
            <Button
              size="small"
              onPress={() => {
                // They are registered already: nobody is to be registered from what was typed.
                dropDraft(begun.draft);
                onExisting(existing);
              }}
            >
              {t('create.useExisting')}
            </Button>
          </div>
        </div>
      )}
      <Form<NewPerson>
        key={begun.draft}
        schema={schema}
        draft={begun.draft}
        start={{ ...startFrom(begun.asked), protection: 'none', asked: begun.asked }}
        submit={t('create.do')}
        acts={
          <Button kind="quiet" onPress={onCancel}>
            {t('create.cancel')}
          </Button>
        }
        onSubmit={async ({ asked: _asked, ...values }) => {
          const outcome = await create({ input: { ...identityInput(values), protection: values.protection } });
          if (outcome.refusal) return outcome.refusal;
          const { person, existing: other } = outcome.data.createPerson;
          if (person) {
            onCreated(person);
            return undefined;
          }
          setExisting(other ?? null);
          // What was typed stays: the number may have been the mistake.
          const sentence = t('create.existing');
          return { code: 'EXISTING', sentence, fields: [{ field: 'number', sentence }], facts: {} };
        }}
      >
        <IdentityFields />
        <FormSelect
          name="protection"
          label={t('create.protection')}
          help={t('create.protectionHelp')}
          options={PROTECTIONS.map((id) => ({ id, label: t(`protection.${id}`) }))}
        />
      </Form>
    </div>
  );
}
