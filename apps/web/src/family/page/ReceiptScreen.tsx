/**
 * One's own receipt of a consent: what it says, before it is fetched to read or for another system, and that a file stays in
 * the telephone for whoever looks there. (ISO/IEC TS 27560: receipt; GDPR 7.1, 20)
 */
import { FileDown } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from '../controls.js';
import { dayWords } from '../dates.js';
import { Scene } from '../drawings/Scene.js';
import { SPEECH } from '../language.js';
import { Screen } from '../Screen.js';
import type { Consent, FetchedFile, Receipt } from '../shapes.js';
import { Failing, Waiting } from '../states.js';
import { useTexts } from '../texts.js';
import { useAct, useConsent, useLoaded, useVisit } from '../visit.js';

export function ReceiptScreen({ id }: { readonly id: string }) {
  const { t } = useTexts();
  const { service } = useVisit();
  const consent = useConsent(id);
  const load = useCallback(() => service.receipt(id), [service, id]);
  const [loaded, again] = useLoaded(load);
  const receipt = loaded.state === 'there' ? loaded.data : null;
  return (
    <Screen
      title={t('receipt.title')}
      drawing={<Scene name="paper" />}
      lead={t('receipt.lead')}
      actions={receipt && <Fetching receipt={receipt} />}
    >
      {loaded.state === 'waiting' && <Waiting onRetry={again} />}
      {loaded.state === 'refused' && loaded.refusal.code === 'NOT_FOUND' && <p>{t('receipt.closed')}</p>}
      {loaded.state === 'refused' && loaded.refusal.code !== 'NOT_FOUND' && (
        <Failing refusal={loaded.refusal} onRetry={again} />
      )}
      {receipt && <Held receipt={receipt} consent={consent} />}
    </Screen>
  );
}

function Held({ receipt, consent }: { readonly receipt: Receipt; readonly consent: Consent | null }) {
  const texts = useTexts();
  const { t, shown } = texts;
  const { tag, direction, name } = SPEECH[receipt.language];
  return (
    <>
      <figure className="sentence" data-quiet>
        <figcaption className="sentence-label">{t('receipt.sentence')}</figcaption>
        <p lang={tag} dir={direction}>
          {receipt.sentence}
        </p>
      </figure>
      <ul className="terms">
        {consent?.signedAt != null && <li>{shown('receipt.signed', { day: dayWords(consent.signedAt, texts) })}</li>}
        {consent?.state === 'you-took-it-back' && <li>{t('receipt.back')}</li>}
        <li>{shown('receipt.read', { language: <span lang={tag}>{name}</span> })}</li>
        <li>{shown('receipt.version', { version: receipt.noticeVersion })}</li>
      </ul>
      <p className="note-line">{t('receipt.trace')}</p>
    </>
  );
}

function Fetching({ receipt: { pdfAddress, dataAddress } }: { readonly receipt: Receipt }) {
  const { t, shown } = useTexts();
  const { service } = useVisit();
  const [taken, setTaken] = useState<string | null>(null);
  const keep = (file: FetchedFile) => {
    keepFile(file);
    setTaken(file.name);
  };
  const pdf = useAct(service.fetchFile, keep);
  const data = useAct(service.fetchFile, keep);
  const refusal = pdf.refusal ?? data.refusal;
  return (
    <>
      <Button kind="primary" icon={FileDown} isWaiting={pdf.isWaiting} onPress={() => pdf.run(pdfAddress)}>
        {t('receipt.pdf')}
      </Button>
      <Button isWaiting={data.isWaiting} onPress={() => data.run(dataAddress)}>
        {t('receipt.data')}
      </Button>
      <p className="muted small">{t('receipt.dataHelp')}</p>
      <div role="status">
        {taken !== null && !refusal && (
          <p className="note-line">{shown('receipt.taken', { file: <bdi dir="ltr">{taken}</bdi> })}</p>
        )}
      </div>
      {refusal && <Failing refusal={refusal} />}
    </>
  );
}

/** Into the browser's folder of downloads, under the name that the town gave it. */
function keepFile({ name, bytes }: FetchedFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
