/** How every kind of deadline is counted in this municipality, with its source; each can be changed and taken back. */
import { Pencil, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Dialog } from '../elements/Dialog.js';
import { Page } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { Table, type Column } from '../elements/Table.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  type ChosenDeadlineFragment,
  DeadlineSettingsDocument,
  ResetDeadlineDocument,
} from '../graphql/generated/deadline/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { ruleWords } from './rule-words.js';
import { SettingsPlace } from '../organisation/SettingsPlace.js';
import { SettingForm } from './SettingForm.js';
import './deadline.css';

type Row = ChosenDeadlineFragment;

function useColumns(onChange: (row: Row) => void, onReset: (row: Row) => void): readonly Column<Row>[] {
  const { t } = useTranslation('deadline');
  const say = (key: string, values: { count: number }): string => t(key as never, values) as string;
  return [
    {
      key: 'kind',
      heading: t('settings.kind'),
      names: true,
      cell: (row) => (
        <>
          {t(`kind.${row.kind}` as never)}
          <span className="setting-source">{row.source}</span>
        </>
      ),
    },
    {
      key: 'rule',
      heading: t('settings.rule'),
      cell: (row) => (
        <>
          <span className="setting-rule">{ruleWords(row.rule, say)}</span>
          {row.own && <span className="own-rule">{t('settings.own')}</span>}
        </>
      ),
    },
    { key: 'from', heading: t('settings.from'), cell: (row) => t(`from.${row.startsAt}` as never) },
    {
      key: 'due',
      heading: t('settings.dueIfNow'),
      cell: (row) => (row.dueIfNow ? <Time at={row.dueIfNow} as="due" /> : null),
    },
    {
      key: 'warnings',
      heading: t('settings.warnings'),
      cell: (row) => (row.warnings.length === 0 ? t('settings.none') : row.warnings.map((w) => `${w} %`).join(', ')),
    },
    {
      key: 'acts',
      heading: t('settings.acts'),
      plain: true,
      cell: (row) => (
        <span className="row gap-1">
          <Button size="small" kind="quiet" icon={Pencil} onPress={() => onChange(row)}>
            {t('settings.change')}
            <span className="vh"> {t(`kind.${row.kind}` as never)}</span>
          </Button>
          {row.own && (
            <Button size="small" kind="quiet" icon={RotateCcw} onPress={() => onReset(row)}>
              {t('settings.reset')}
              <span className="vh"> {t(`kind.${row.kind}` as never)}</span>
            </Button>
          )}
        </span>
      ),
    },
  ];
}

export default function SettingsPage() {
  const { t } = useTranslation('deadline');
  const [{ data, error, fetching }, again] = useQuery({ query: DeadlineSettingsDocument });
  const [reset] = useAct(ResetDeadlineDocument);
  const [changing, setChanging] = useState<Row | null>(null);
  const takeBack = async ({ kind, version }: Row) => {
    const { refusal } = await reset({ kind, version });
    toast(refusal ? refusal.sentence : t('settings.wasReset'));
    again({ requestPolicy: 'network-only' });
  };
  const columns = useColumns(setChanging, (row) => void takeBack(row));
  return (
    <Page title={t('settings.title')} above={<SettingsPlace />} lead={t('settings.lead')}>
      {error && !data && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!data && fetching && <Waiting lines={8} />}
      {data && (
        <Table
          caption={t('settings.title')}
          rows={data.deadlineSettings}
          keyOf={({ kind }) => kind}
          columns={columns}
        />
      )}
      <Dialog
        title={changing ? (t(`kind.${changing.kind}` as never) as string) : t('settings.title')}
        place="side"
        isOpen={changing !== null}
        onOpenChange={(open) => !open && setChanging(null)}
      >
        {changing && (
          <SettingForm
            setting={data?.deadlineSettings.find(({ kind }) => kind === changing.kind) ?? changing}
            onConflict={() => again({ requestPolicy: 'network-only' })}
            onDone={() => {
              setChanging(null);
              toast(t('settings.saved'));
              again({ requestPolicy: 'network-only' });
            }}
          />
        )}
      </Dialog>
    </Page>
  );
}
