/** A signed paper is received: its scan, whose name it is, and which parts were crossed out; sealed with who received it. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LARGEST_SCAN, SCAN_TYPES } from '#domain/consent/scan.js';
import { toast } from '../elements/toasts.js';
import type { ConsentWholeFragment } from '../graphql/generated/consent/graphql.js';
import { ActForm } from './ActForm.js';
import { ReadText, SWEDISH, type TextRead } from './ReadText.js';
import { inPageLanguage } from '../graphql/page-language.js';
import { NOTHING_TAKEN, TakenAway } from './TakenAway.js';

export interface ReceiveProps {
  readonly consent: ConsentWholeFragment;
  readonly signer: ConsentWholeFragment['signers'][number];
  readonly onChanged: () => void;
  readonly close: () => void;
}

export function PaperForm({ consent, signer, onChanged, close }: ReceiveProps) {
  const { t } = useTranslation('consent');
  const field = useId();
  const [file, setFile] = useState<File>();
  const [read, setRead] = useState(SWEDISH);
  const [readFault, setReadFault] = useState<string>();
  const [taken, setTaken] = useState(NOTHING_TAKEN);
  const [fault, setFault] = useState<string>();
  const [sending, setSending] = useState(false);
  const send = async () => {
    if (!file) return setFault(t('paper.missing'));
    if (file.size > LARGEST_SCAN) return setFault(t('paper.tooLarge', { most: LARGEST_SCAN / 1024 / 1024 }));
    setSending(true);
    const answer = await sendScan(consent.id, { personId: signer.person.id, read, taken, file });
    setSending(false);
    if (answer.fault !== undefined && answer.ofText) return setReadFault(answer.fault);
    if (answer.fault !== undefined)
      return setFault(answer.fault === '' ? t('elements:failing.network.form') : answer.fault);
    toast(answer.missing === 0 ? t('received.all') : t('received.one', { count: answer.missing }));
    close();
    onChanged();
    return undefined;
  };
  return (
    <ActForm words={t('paper.words')} save={t('paper.save')} waiting={sending} send={send}>
      <div className="field">
        <label className="label" htmlFor={field}>
          {t('paper.file')}
        </label>
        <p className="help">{t('paper.fileHelp', { most: LARGEST_SCAN / 1024 / 1024 })}</p>
        <input
          id={field}
          className="file"
          type="file"
          accept={SCAN_TYPES.join(',')}
          aria-invalid={fault !== undefined || undefined}
          aria-describedby={fault ? `${field}-fault` : undefined}
          onChange={(event) => {
            setFile(event.target.files?.[0]);
            setFault(undefined);
          }}
        />
        {fault && (
          <p className="error" id={`${field}-fault`} role="alert">
            {fault}
          </p>
        )}
      </div>
      <ReadText
        consent={consent}
        value={read}
        onChange={(chosen) => {
          setRead(chosen);
          setReadFault(undefined);
        }}
        error={readFault}
      />
      <TakenAway consent={consent} label={t('paper.crossed')} value={taken} onChange={setTaken} />
    </ActForm>
  );
}

/** A file does not fit in a question of GraphQL; it goes alone, and the answer is the same kind of sentence. */
async function sendScan(
  consentId: string,
  of: {
    readonly personId: string;
    readonly read: TextRead;
    readonly taken: typeof NOTHING_TAKEN;
    readonly file: File;
  },
): Promise<
  { readonly missing: number; readonly fault?: undefined } | { readonly fault: string; readonly ofText?: boolean }
> {
  const body = new FormData();
  body.set('personId', of.personId);
  body.set('language', of.read.language);
  body.set('noticeVersion', of.read.version);
  body.set('houses', of.taken.houses.join(','));
  body.set('categories', of.taken.categories.join(','));
  body.set('scan', of.file);
  try {
    const response = await fetch(`/documents/consents/${consentId}/paper`, {
      method: 'POST',
      body,
      credentials: 'same-origin',
      headers: inPageLanguage(),
    });
    const answer = (await response.json()) as { missing?: number; message?: string; code?: string };
    return response.ok
      ? { missing: answer.missing ?? 0 }
      : { fault: answer.message ?? '', ofText: answer.code?.startsWith('NOTICE_') ?? false };
  } catch {
    return { fault: '' };
  }
}
