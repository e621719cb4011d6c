/** Protection: tightened by one at once, loosened by two; the short list; what was decided and by whom. (OSL 21:3, 22:1) */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import * as z from 'zod/mini';
import { PROTECTIONS } from '#domain/disclosure/vocabulary.js';
import { sightOf } from '#domain/person/protection.js';
import { Button } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import { FormChoices, FormComboBox, FormTextArea } from '../elements/form/fields.js';
import { Form } from '../elements/form/Form.js';
import { Section } from '../elements/Page.js';
import type { Protection } from '../elements/PersonName.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  ColleaguesDocument,
  NameStaffDocument,
  SetProtectionDocument,
  SettlePersonDecisionDocument,
  UnnameStaffDocument,
  type PersonFullFragment,
} from '../graphql/generated/person/graphql.js';
import { isConflict } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import type { PartProps } from './PersonPage.js';

const protectionSchema = z.object({ protection: z.string(), reasons: z.string() });
const namingSchema = z.object({ staffId: z.string().check(z.minLength(1, 'person:chooseOne')), reasons: z.string() });

export function ProtectionSection(props: PartProps & { readonly staffId: string }) {
  const { t } = useTranslation('person');
  const { person, able, onChanged } = props;
  const [unname] = useAct(UnnameStaffDocument);
  const may = able.has('manage-protection');
  const decisions = person.decisions.filter(({ kind }) => kind !== 'maturity');
  const isProtected = person.seen.protection !== 'none';
  if (!may && decisions.length === 0 && !isProtected) return null;
  return (
    <Section title={t('protect.title')} actions={may ? <ChangeProtection {...props} /> : undefined}>
      <p>{t(`protection.${person.seen.protection}`)}</p>
      {isProtected && (
        <>
          <h3>{t('protect.list')}</h3>
          {person.namedStaff.length === 0 && <p className="muted">{t('protect.listEmpty')}</p>}
          <ul className="person-rows">
            {person.namedStaff.map((one) => (
              <li key={one.id} className="person-row">
                <span>{one.name}</span>
                <span className="person-facts">
                  {one.title}, {one.unit}
                </span>
                {may && (
                  <Button
                    size="small"
                    kind="quiet"
                    aria-label={t('protect.unnameName', { name: one.name })}
                    onPress={async () => {
                      const outcome = await unname({ input: { id: person.id, staffId: one.id } });
                      toast(outcome.refusal ? outcome.refusal.sentence : t('protect.unnamed', { name: one.name }));
                      onChanged();
                    }}
                  >
                    {t('protect.unname')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {may && <NameColleague {...props} />}
        </>
      )}
      {decisions.length > 0 && (
        <>
          <h3>{t('protect.history')}</h3>
          <ul className="person-rows">
            {decisions.map((one) => (
              <Decision key={one.id} decision={one} may={may} onChanged={onChanged} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Decision({
  decision,
  may,
  onChanged,
}: {
  decision: PersonFullFragment['decisions'][number];
  may: boolean;
  onChanged: () => void;
}) {
  const { t } = useTranslation('person');
  const [settle] = useAct(SettlePersonDecisionDocument);
  const answer = async (agree: boolean) => {
    const outcome = await settle({ input: { id: decision.id, agree } });
    toast(outcome.refusal ? outcome.refusal.sentence : t(agree ? 'protect.agreed' : 'protect.declinedNow'));
    onChanged();
  };
  const what =
    decision.kind === 'named-staff'
      ? t('protect.naming', { name: decision.staffName })
      : t('protect.change', { from: t(`protection.${decision.from}`), to: t(`protection.${decision.to}`) });
  return (
    <li className="person-decision" data-state={decision.state}>
      <p>
        <strong>{what}</strong> · {t(`protect.state.${decision.state}`)}
      </p>
      {decision.reasons && <p className="prose">{decision.reasons}</p>}
      <p className="person-facts">
        {decision.askedByName}, <Time at={decision.askedAt} as="short" />
        {decision.settledByName && ` · ${decision.settledByName}`}
      </p>
      {decision.state === 'waiting' && may && (
        <div className="row">
          {decision.isMine ? (
            <p className="muted small">{t('protect.mine')}</p>
          ) : (
            <Button size="small" kind="primary" onPress={() => answer(true)}>
              {t('protect.agree')}
            </Button>
          )}
          <Button size="small" onPress={() => answer(false)}>
            {t(decision.isMine ? 'protect.withdraw' : 'protect.decline')}
          </Button>
        </div>
      )}
    </li>
  );
}

function ChangeProtection({ person, staffId, onChanged }: PartProps & { readonly staffId: string }) {
  const { t } = useTranslation('person');
  const [set] = useAct(SetProtectionDocument);
  const now = person.seen.protection as Protection;
  return (
    <Dialog title={t('protect.set')} trigger={<Button size="small">{t('protect.set')}</Button>}>
      {(close) => (
        <Form<z.infer<typeof protectionSchema>>
          schema={protectionSchema}
          start={{ protection: now, reasons: '' }}
          draft={`protection:${person.id}`}
          version={person.version}
          submit={t('save')}
          onSubmit={async ({ protection, reasons }) => {
            const named = sightOf(now, false).name === 'full' ? [staffId] : [];
            const outcome = await set({
              input: { id: person.id, version: person.version, protection, reasons, named },
            });
            if (isConflict(outcome.refusal)) onChanged();
            if (outcome.refusal) return outcome.refusal;
            toast(t(`protect.outcome.${outcome.data.setProtection.outcome}`));
            close();
            onChanged();
            return undefined;
          }}
        >
          <FormChoices
            name="protection"
            label={t('protect.which')}
            help={t('protect.rule')}
            choices={PROTECTIONS.map((id) => ({ id, label: t(`protection.${id}`), help: t(`protect.means.${id}`) }))}
          />
          <FormTextArea name="reasons" label={t('reasons')} help={t('protect.reasonsHelp')} rows={3} />
        </Form>
      )}
    </Dialog>
  );
}

function NameColleague({ person, staffId, onChanged }: PartProps & { readonly staffId: string }) {
  const { t } = useTranslation('person');
  const [open, setOpen] = useState(false);
  const [{ data }] = useQuery({ query: ColleaguesDocument, pause: !open });
  const [name] = useAct(NameStaffDocument);
  const there = new Set([staffId, ...person.namedStaff.map(({ id }) => id)]);
  const options = (data?.colleagues ?? [])
    .filter(({ id }) => !there.has(id))
    .map((one) => ({ id: one.id, label: one.name, help: `${one.title}, ${one.unit}` }));
  return (
    <Dialog
      title={t('protect.name')}
      isOpen={open}
      onOpenChange={setOpen}
      trigger={<Button size="small">{t('protect.name')}</Button>}
    >
      {data && (
        <Form<z.infer<typeof namingSchema>>
          schema={namingSchema}
          start={{ staffId: '', reasons: '' }}
          draft={`named-staff:${person.id}`}
          submit={t('protect.ask')}
          onSubmit={async (values) => {
            const outcome = await name({ input: { id: person.id, ...values } });
            if (outcome.refusal) return outcome.refusal;
            toast(t('protect.outcome.waiting'));
            setOpen(false);
            onChanged();
            return undefined;
          }}
        >
          <FormComboBox name="staffId" label={t('protect.colleague')} help={t('protect.nameHelp')} options={options} />
          <FormTextArea name="reasons" label={t('reasons')} help={t('protect.reasonsHelp')} rows={3} />
        </Form>
      )}
    </Dialog>
  );
}
