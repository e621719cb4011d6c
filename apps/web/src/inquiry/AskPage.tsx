/** Asking other houses: whom, for what, and before it is sent exactly what they will see and what they will not. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Button, ButtonLink } from '../elements/Button.js';
import { Checkbox, Choices } from '../elements/fields/choices.js';
import type { PartyKind } from '../elements/houses.js';
import { Page, Section } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { toast } from '../elements/toasts.js';
import { WhoSeesThis } from '../elements/WhoSeesThis.js';
import {
  AskHousesDocument,
  InquiriesOfCaseDocument,
  type InquiriesOfCaseQuery,
} from '../graphql/generated/inquiry/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import './inquiry.css';

type Gathered = InquiriesOfCaseQuery['inquiriesOfCase'];

export default function AskPage() {
  const { t } = useTranslation('inquiry');
  const { caseId = '' } = useParams();
  const [{ data, error, fetching }, again] = useQuery({ query: InquiriesOfCaseDocument, variables: { caseId } });
  const gathered = data?.inquiriesOfCase;
  return (
    <Page title={t('ask.title')} lead={t('ask.lead')} width="ask">
      {error && !gathered && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {fetching && !gathered && <Waiting lines={6} />}
      {gathered && <Asking key={caseId} caseId={caseId} gathered={gathered} />}
    </Page>
  );
}

/** What one usually asks an agency for; everything else is there to be added. */
const USUAL = ['home-and-family', 'associates-and-network', 'crime-and-suspicion', 'school-attendance-and-results'];

const toggled = (list: readonly string[], id: string, on: boolean): readonly string[] =>
  on ? [...list, id] : list.filter((one) => one !== id);

function Asking({ caseId, gathered }: { readonly caseId: string; readonly gathered: Gathered }) {
  const { t, i18n } = useTranslation('inquiry');
  const go = useNavigate();
  const [ask, { waiting }] = useAct(AskHousesDocument);
  const open = gathered.forms.filter(({ refused }) => refused === null);
  const [kind, setKind] = useState(open[0]?.kind ?? '');
  const [unitIds, setUnitIds] = useState<readonly string[]>([]);
  const [categories, setCategories] = useState<readonly string[]>(USUAL);
  const [withNumber, setWithNumber] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const form = open.find((one) => one.kind === kind);
  if (!form)
    return (
      <div className="note stack">
        <p>{t(`ask.refused.${gathered.forms.at(-1)?.refused ?? 'no-investigation'}` as never)}</p>
        <ButtonLink to={`/arende/${caseId}`}>{t('ask.back')}</ButtonLink>
      </div>
    );
  const standing = new Set(
    gathered.inquiries
      .filter(({ endedAt }) => endedAt === null)
      .map(({ unitName, branchName }) => unitName + branchName),
  );
  const units = form.units.filter(({ name, branchName }) => !standing.has(name + branchName));
  const chosen = units.filter(({ unitId }) => unitIds.includes(unitId));
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const outcome = await ask({
      input: { caseId, kind, unitIds: chosen.map(({ unitId }) => unitId), categories: [...categories], withNumber },
    });
    if (outcome.refusal) {
      setRefusal(outcome.refusal);
      return;
    }
    toast(t('ask.sent', { count: chosen.length }));
    void go(`/arende/${caseId}`);
  };
  return (
    <form
      className="stack gap-8"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {open.length > 1 && (
        <Choices
          label={t('ask.form')}
          value={kind}
          onChange={setKind}
          choices={open.map((one) => ({
            id: one.kind,
            label: i18n.language === 'en' ? one.nameEn : one.nameSv,
            help: t(`ask.formHelp.${one.kind}` as never),
          }))}
        />
      )}
      <Section title={t('ask.whom')}>
        {units.some(({ told }) => told) && <p className="note">{t('ask.byYes')}</p>}
        {units.length === 0 && <p className="muted">{t('ask.allAsked')}</p>}
        {units.map((unit) => (
          <Checkbox
            key={unit.unitId}
            label={unit.name}
            help={[
              `${t(`elements:party.${unit.kind}` as never)} · ${unit.branchName}`,
              ...(unit.told
                ? [t('ask.told', { kinds: unit.told.map((one) => t(`share:category.${one}` as never)).join(', ') })]
                : []),
            ].join('. ')}
            value={unitIds.includes(unit.unitId)}
            onChange={(on) => setUnitIds(toggled(unitIds, unit.unitId, on))}
          />
        ))}
        {errorOf('unitIds') && (
          <p className="inquiry-fault" role="alert">
            {errorOf('unitIds')}
          </p>
        )}
      </Section>
      <Section title={t('ask.what')}>
        <div className="inquiry-kinds">
          {gathered.categories.map((category) => (
            <Checkbox
              key={category}
              label={t(`share:category.${category}` as never)}
              value={categories.includes(category)}
              onChange={(on) => setCategories(toggled(categories, category, on))}
            />
          ))}
        </div>
        {errorOf('categories') && (
          <p className="inquiry-fault" role="alert">
            {errorOf('categories')}
          </p>
        )}
      </Section>
      <Section title={t('ask.before')}>
        <div className="panel stack gap-4">
          <p>{t('ask.theySee')}</p>
          <ul>
            <li>{t(withNumber ? 'ask.seeNumber' : 'ask.seeName')}</li>
            <li>{t('ask.seeWhat')}</li>
            <li>{t('ask.seeWho')}</li>
          </ul>
          <p>{t('ask.theySeeNot')}</p>
          <Checkbox
            label={t('ask.withNumber')}
            help={t('ask.withNumberHelp')}
            value={withNumber}
            onChange={setWithNumber}
          />
          <WhoSeesThis
            readers={[
              ...chosen.map((unit) => ({
                id: unit.unitId,
                kind: unit.kind as PartyKind,
                name: unit.name,
                sees: true,
              })),
              { id: 'family', kind: 'guardian' as const, name: t('ask.family'), sees: false },
            ]}
          />
        </div>
      </Section>
      {refusal && refusal.fields.length === 0 && (
        <p className="inquiry-fault" role="alert">
          {refusal.sentence}
        </p>
      )}
      <div className="row">
        <Button type="submit" kind="primary" size="large" isPending={waiting}>
          {t('ask.send', { count: chosen.length })}
        </Button>
        <ButtonLink to={`/arende/${caseId}`}>{t('ask.back')}</ButtonLink>
      </div>
    </form>
  );
}
