/** Consents that were signed on paper, taken over from a list: tried first, every faulty line named, and only then saved. */
import { FileDown, FileSpreadsheet, FileUp } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Page, Section } from '../elements/Page.js';
import { Failing } from '../elements/states.js';
import { Table } from '../elements/Table.js';
import { toast } from '../elements/toasts.js';
import {
  ImportPaperRegisterDocument,
  type ImportPaperRegisterMutation,
} from '../graphql/generated/paper-register/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { registerTemplate } from './register-template.js';

type Answer = ImportPaperRegisterMutation['importPaperRegister'];

interface Chosen {
  readonly file: string;
  readonly text: string;
}

export default function PaperRegisterPage() {
  const { t } = useTranslation('paper-register');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [done, setDone] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [run, { waiting }] = useAct(ImportPaperRegisterDocument);

  const send = async (list: Chosen, dryRun: boolean) => {
    const outcome = await run({ input: { text: list.text, dryRun } });
    setRefusal(outcome.refusal ?? null);
    setAnswer(outcome.data?.importPaperRegister ?? null);
    setDone(!dryRun && outcome.data !== undefined);
    if (!dryRun && outcome.data) toast(t('done', { count: outcome.data.importPaperRegister.good }));
  };
  const choose = async (files: FileList | null) => {
    const file = files?.[0];
    if (!file) return;
    const list = { file: file.name, text: await readList(file) };
    setChosen(list);
    await send(list, true);
  };
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="stack gap-2">
        <p className="muted">{t('help')}</p>
        <div className="row">
          <FileTrigger acceptedFileTypes={['.csv', 'text/csv']} onSelect={(files) => void choose(files)}>
            <Button icon={FileSpreadsheet} kind={answer ? 'secondary' : 'primary'} isPending={waiting && !answer}>
              {t(chosen ? 'chooseOther' : 'choose')}
            </Button>
          </FileTrigger>
          <Button icon={FileDown} kind="secondary" onPress={() => save(t('templateFile'), registerTemplate())}>
            {t('template')}
          </Button>
          {chosen && <span className="path">{chosen.file}</span>}
        </div>
      </div>
      {refusal && <Failing refusal={refusal} onRetry={chosen ? () => void send(chosen, true) : undefined} />}
      {answer && (
        <Section
          title={done ? t('done', { count: answer.good }) : t('tried', { count: answer.lines })}
          actions={
            chosen &&
            !done &&
            answer.good > 0 && (
              <Button kind="primary" icon={FileUp} isPending={waiting} onPress={() => void send(chosen, false)}>
                {t('take', { count: answer.good })}
              </Button>
            )
          }
        >
          <p role="status">{done ? t('doneWords') : t(verdictOf(answer), { good: answer.good })}</p>
          {answer.faults.length > 0 && <Faults faults={answer.faults} />}
        </Section>
      )}
    </Page>
  );
}

const verdictOf = ({ good, lines }: Answer): 'allGood' | 'someGood' | 'noneGood' =>
  good === lines ? 'allGood' : good > 0 ? 'someGood' : 'noneGood';

function Faults({ faults }: { readonly faults: Answer['faults'] }) {
  const { t } = useTranslation('paper-register');
  return (
    <Table
      caption={t('faultsCaption')}
      rows={faults}
      keyOf={({ line, column, code }) => `${line} ${column ?? ''} ${code}`}
      columns={[
        { key: 'line', heading: t('line'), figures: true, cell: ({ line }) => line },
        { key: 'column', heading: t('column'), names: true, cell: ({ column }) => column ?? t('whole') },
        { key: 'fault', heading: t('fault'), cell: ({ message }) => message },
      ]}
    />
  );
}

/** Older spreadsheets save Swedish letters in Windows' own code; what is no UTF-8 is read as that. */
async function readList(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  Object.assign(link, { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
