/** Name, number and ways to be reached; corrected by whoever sees all of it. (GDPR 16) */
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Form } from '../elements/form/Form.js';
import { Section } from '../elements/Page.js';
import { toast } from '../elements/toasts.js';
import { ChangeIdentityDocument } from '../graphql/generated/person/graphql.js';
import { isConflict } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { identityInput, identitySchema, type IdentityValues } from './identity-values.js';
import { IdentityFields } from './IdentityFields.js';
import type { PartProps } from './PersonPage.js';
import { shownNumber } from './shown-number.js';

export function IdentitySection({ person, able, onChanged }: PartProps) {
  const { t } = useTranslation('person');
  const [change] = useAct(ChangeIdentityDocument);
  const [editing, setEditing] = useState(false);
  const { seen } = person;
  const mayEdit = able.has('register-person') && !seen.isNarrowed && person.identityVersion != null;
  const versions = { version: person.version, identityVersion: person.identityVersion ?? 0 };
  const start: IdentityValues = {
    givenName: seen.givenName ?? '',
    familyName: seen.familyName ?? '',
    number: seen.personalNumber ? shownNumber(seen.personalNumber) : '',
    noNumberReason: person.noNumberReason ?? '',
    bornYear: seen.born?.slice(0, 4) ?? '',
    phone: seen.contact?.phone ?? '',
    address: seen.contact?.address ?? '',
    email: seen.contact?.email ?? '',
  };
  const rows: readonly (readonly [string, string])[] = [
    [t('identity.number'), seen.personalNumber ? shownNumber(seen.personalNumber) : missingNumber()],
    [t('identity.phone'), start.phone],
    [t('identity.email'), start.email],
    [t('identity.address'), start.address],
  ];
  function missingNumber(): string {
    if (seen.nameIsWithheld) return t('identity.withheld');
    return person.noNumberReason ? t(`noNumber.${person.noNumberReason}`) : t('identity.notKept');
  }
  return (
    <Section
      title={t('identity.title')}
      actions={
        mayEdit && !editing ? (
          <Button size="small" icon={Pencil} onPress={() => setEditing(true)}>
            {t('identity.edit')}
          </Button>
        ) : undefined
      }
    >
      {!(editing && mayEdit) ? (
        <dl className="person-identity">
          {rows.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                {value !== '' ? <bdi>{value}</bdi> : seen.isNarrowed ? t('identity.withheld') : t('identity.notKept')}
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <Form<IdentityValues>
          schema={identitySchema}
          draft={`identity:${person.id}`}
          version={`${versions.version} ${versions.identityVersion}`}
          start={start}
          submit={t('save')}
          acts={
            <Button kind="quiet" onPress={() => setEditing(false)}>
              {t('cancel')}
            </Button>
          }
          onSubmit={async (values) => {
            const outcome = await change({ input: { id: person.id, ...versions, ...identityInput(values) } });
            // Somebody else was first: what they wrote comes in beside what was typed.
            if (isConflict(outcome.refusal)) onChanged();
            if (outcome.refusal) return outcome.refusal;
            toast(t('identity.saved'));
            setEditing(false);
            onChanged();
            return undefined;
          }}
        >
          <IdentityFields />
        </Form>
      )}
    </Section>
  );
}
