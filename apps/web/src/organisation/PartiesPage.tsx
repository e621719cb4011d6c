/** Authorities, their independent branches and units: added, renamed and ended, never removed. */
import { Building2, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { HOUSE_KINDS } from '#domain/disclosure/vocabulary.js';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Button } from '../elements/Button.js';
import { Checkbox } from '../elements/fields/choices.js';
import { FormSelect, FormTextField } from '../elements/form/fields.js';
import type { PartyKind } from '../elements/houses.js';
import { Page } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { Table } from '../elements/Table.js';
import { AddPartyDocument, OrganisationDocument } from '../graphql/generated/organisation/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { DialogForm } from './DialogForm.js';
import { isUnitKind, type Authority, type Branch } from './parties.js';
import { Ended, EndPartyButton, RenameButton, UnitButton } from './PartyActs.js';
import { kindOfPartySchema, partySchema, type KindOfPartyValues, type PartyValues } from './schemas.js';
import { SettingsPlace } from './SettingsPlace.js';
import './organisation.css';

const shown = <T extends { readonly endedAt?: unknown }>(all: readonly T[], ended: boolean): readonly T[] =>
  ended ? all : all.filter((one) => one.endedAt === null);

export default function PartiesPage() {
  const { t } = useTranslation('organisation');
  const { t: tElements } = useTranslation('elements');
  const [{ data, error }, ask] = useQuery({ query: OrganisationDocument });
  const [add] = useAct(AddPartyDocument);
  const [ended, setEnded] = useState(false);
  const again = () => ask({ requestPolicy: 'network-only' });
  const authorities = data ? shown(data.organisation.authorities, ended) : [];
  return (
    <Page
      title={t('parties.title')}
      above={<SettingsPlace />}
      lead={data ? t('parties.lead', { name: data.organisation.name }) : undefined}
      actions={
        <DialogForm<KindOfPartyValues>
          title={t('parties.addAuthority')}
          trigger={
            <Button kind="primary" icon={Plus}>
              {t('parties.addAuthority')}
            </Button>
          }
          schema={kindOfPartySchema}
          draft="authority-new"
          start={{ name: '', kind: '' }}
          submit={t('add')}
          done={t('added')}
          act={(values) => add({ input: { level: 'authority', ...values, answersHub: false } })}
          onDone={again}
        >
          <FormTextField name="name" label={t('parties.name')} />
          <FormSelect
            name="kind"
            label={t('parties.authorityKind')}
            help={t('parties.authorityKindHelp')}
            options={HOUSE_KINDS.map((kind) => ({ id: kind, label: tElements(`party.${kind}`) }))}
          />
        </DialogForm>
      }
    >
      {error && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!error && !data && <Waiting lines={8} />}
      {data && (
        <>
          <Checkbox label={t('parties.showEnded')} value={ended} onChange={setEnded} />
          {authorities.length === 0 && <EmptyState icon={Building2} title={t('parties.none')} />}
          {authorities.map((authority) => (
            <AuthorityPanel key={authority.id} authority={authority} ended={ended} onDone={again} />
          ))}
        </>
      )}
    </Page>
  );
}

function AuthorityPanel({ authority, ended, onDone }: { authority: Authority; ended: boolean; onDone: () => void }) {
  const { t } = useTranslation('organisation');
  const [add] = useAct(AddPartyDocument);
  return (
    <section className="panel stack" aria-labelledby={authority.id}>
      <div className="party-top">
        <div>
          <AgencyBadge kind={authority.kind as PartyKind} />
          <h2 id={authority.id}>
            {authority.name} <Ended at={authority.endedAt} />
          </h2>
        </div>
        <div className="row gap-2">
          {authority.endedAt === null && (
            <DialogForm<PartyValues>
              title={t('parties.addBranchTo', { name: authority.name })}
              trigger={
                <Button size="small" icon={Plus}>
                  {t('parties.addBranch')}
                </Button>
              }
              schema={partySchema}
              draft={`branch-new:${authority.id}`}
              start={{ name: '' }}
              submit={t('add')}
              done={t('added')}
              act={({ name }) => add({ input: { level: 'branch', withinId: authority.id, name, answersHub: false } })}
              onDone={onDone}
            >
              <FormTextField name="name" label={t('parties.name')} help={t('parties.branchHelp')} />
            </DialogForm>
          )}
          <RenameButton level="authority" party={authority} onDone={onDone} />
          <EndPartyButton level="authority" party={authority} onDone={onDone} />
        </div>
      </div>
      {shown(authority.branches, ended).map((branch) => (
        <BranchPart key={branch.id} branch={branch} ended={ended} onDone={onDone} />
      ))}
      {shown(authority.branches, ended).length === 0 && <p className="muted">{t('parties.noBranches')}</p>}
    </section>
  );
}

function BranchPart({ branch, ended, onDone }: { branch: Branch; ended: boolean; onDone: () => void }) {
  const { t } = useTranslation('organisation');
  return (
    <section className="stack gap-2 branch" aria-labelledby={branch.id}>
      <div className="party-top">
        <h3 id={branch.id}>
          {branch.name} <Ended at={branch.endedAt} />
        </h3>
        <div className="row gap-2">
          {branch.endedAt === null && <UnitButton branch={branch} onDone={onDone} />}
          <RenameButton level="branch" party={branch} onDone={onDone} />
          <EndPartyButton level="branch" party={branch} onDone={onDone} />
        </div>
      </div>
      <Table
        caption={t('parties.unitsOf', { name: branch.name })}
        rows={shown(branch.units, ended)}
        keyOf={(unit) => unit.id}
        empty={<p className="muted">{t('parties.noUnits')}</p>}
        columns={[
          {
            key: 'name',
            heading: t('parties.unit'),
            names: true,
            cell: (unit) => (
              <>
                {unit.name} <Ended at={unit.endedAt} />
              </>
            ),
          },
          {
            key: 'kind',
            heading: t('parties.unitKind'),
            cell: (unit) => (isUnitKind(unit.kind) ? t(`unitKinds.${unit.kind}`) : unit.kind),
          },
          {
            key: 'hub',
            heading: t('parties.hub'),
            cell: (unit) => t(unit.answersHub ? 'parties.asked' : 'parties.notAsked'),
          },
          { key: 'people', heading: t('parties.people'), figures: true, cell: (unit) => unit.people },
          {
            key: 'acts',
            heading: t('acts'),
            plain: true,
            cell: (unit) => (
              <div className="row gap-2">
                <UnitButton branch={branch} unit={unit} onDone={onDone} />
                <EndPartyButton level="unit" party={unit} onDone={onDone} />
              </div>
            ),
          },
        ]}
      />
    </section>
  );
}
