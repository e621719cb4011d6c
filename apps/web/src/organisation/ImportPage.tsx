/** Bringing the municipality up to its file: what is wrong with it, what it would change, and only then the change. */
import { FileJson, FileUp } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { Button } from '../elements/Button.js';
import { Page, Section } from '../elements/Page.js';
import { Failing } from '../elements/states.js';
import { Table } from '../elements/Table.js';
import { toast } from '../elements/toasts.js';
import {
  ImportTownDocument,
  TownImportPreviewDocument,
  type TownImportToldFragment,
} from '../graphql/generated/organisation/graphql.js';
import { refusalOf, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { limitWithReason } from './limit-words.js';
import { SettingsPlace } from './SettingsPlace.js';
import './organisation.css';

interface TownFile {
  readonly file: string;
  readonly text: string;
}

export default function ImportPage() {
  const { t } = useTranslation('organisation');
  const client = useClient();
  const [input, setInput] = useState<TownFile | null>(null);
  const [told, setTold] = useState<TownImportToldFragment | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [done, setDone] = useState(false);
  const [run, { waiting }] = useAct(ImportTownDocument);

  const check = async (town: TownFile) => {
    setInput(town);
    setDone(false);
    setTold(null);
    const { data, error } = await client.query(TownImportPreviewDocument, { input: town }).toPromise();
    setRefusal(error ? refusalOf(error) : null);
    setTold((data?.townImportPreview as TownImportToldFragment | undefined) ?? null);
  };
  const choose = async (files: FileList | null) => {
    const file = files?.[0];
    if (file) await check({ file: file.name, text: await file.text() });
  };
  const take = async () => {
    if (!input) return;
    const outcome = await run({ input });
    setRefusal(outcome.refusal ?? null);
    if (!outcome.data) return;
    setTold(outcome.data.importTown as TownImportToldFragment);
    setDone(true);
    toast(t('import.done'));
  };
  return (
    <Page title={t('import.title')} above={<SettingsPlace />} lead={t('import.lead')}>
      <div className="stack gap-2">
        <p className="muted">{t('import.fileHelp')}</p>
        <div className="row">
          <FileTrigger acceptedFileTypes={['.json', 'application/json']} onSelect={(files) => void choose(files)}>
            <Button icon={FileJson} kind={told ? 'secondary' : 'primary'}>
              {t('import.choose')}
            </Button>
          </FileTrigger>
          {input && <span className="path">{input.file}</span>}
        </div>
      </div>
      {refusal && <Failing refusal={refusal} onRetry={input ? () => void check(input) : undefined} />}
      {told && told.faults.length > 0 && <Faults told={told} />}
      {told && told.faults.length === 0 && (
        <Section
          title={done ? t('import.changed', { count: told.made }) : t('import.would', { count: told.made })}
          actions={
            !done &&
            told.made > 0 && (
              <Button kind="primary" icon={FileUp} isPending={waiting} onPress={() => void take()}>
                {t('import.take')}
              </Button>
            )
          }
        >
          {told.made === 0 && !done && <p className="note">{t('import.nothing')}</p>}
          <Changes told={told} />
        </Section>
      )}
    </Page>
  );
}

function Faults({ told }: { readonly told: TownImportToldFragment }) {
  const { t } = useTranslation('organisation');
  return (
    <Section title={t('import.faults', { count: told.faults.length })}>
      <p role="alert">{t('import.faultsWords')}</p>
      <Table
        caption={t('import.faultsCaption')}
        rows={told.faults}
        keyOf={(one) => `${one.path} ${one.fault}`}
        columns={[
          { key: 'file', heading: t('import.fileName'), cell: (one) => one.file },
          {
            key: 'path',
            heading: t('import.path'),
            names: true,
            cell: (one) => <span className="path">{one.path || t('import.whole')}</span>,
          },
          { key: 'fault', heading: t('import.fault'), cell: (one) => <span lang="en">{one.fault}</span> },
        ]}
      />
    </Section>
  );
}

type Change = TownImportToldFragment['changes'][number];

function Changes({ told }: { readonly told: TownImportToldFragment }) {
  const { t } = useTranslation(['organisation', 'share', 'elements'] as const);
  const said = (one: Change, words: string | null): string =>
    words === null ? '–' : one.part === 'ground' ? limitWithReason(t, words) : words;
  if (told.changes.length === 0) return null;
  return (
    <Table
      caption={t('import.changesCaption')}
      rows={told.changes}
      keyOf={(one) => `${one.change} ${one.part} ${one.path}`}
      columns={[
        { key: 'change', heading: t('import.what'), cell: (one) => t(`import.change.${one.change}` as never) },
        { key: 'part', heading: t('import.part'), cell: (one) => t(`import.parts.${one.part}` as never) },
        {
          key: 'path',
          heading: t('import.path'),
          names: true,
          cell: (one) => <span className="path">{one.path}</span>,
        },
        { key: 'before', heading: t('import.before'), cell: (one) => said(one, one.before) },
        { key: 'after', heading: t('import.after'), cell: (one) => said(one, one.after) },
      ]}
    />
  );
}
