/** Interpreters of a meeting: booked for a language and points, bound to silence first, and in the room at those points alone. */
import { Languages } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Checkbox } from '../elements/fields/choices.js';
import { Select } from '../elements/fields/pick.js';
import { TextField } from '../elements/fields/TextField.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Section } from '../elements/Page.js';
import { Refused } from '../elements/Refused.js';
import { toast } from '../elements/toasts.js';
import {
  AdmitInterpreterDocument,
  BookInterpreterDocument,
  CancelInterpreterDocument,
  ConfirmInterpreterSilenceDocument,
  InterpretersOfDocument,
  type ShownInterpreterFragment,
} from '../graphql/generated/minutes/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useNamed } from '../group/named.js';
import type { OfMeeting } from './MeetingPage.js';

/** As the api has them. */
const LANGUAGES = 'ar bs ckb en es fa kmr pl prs ro ru so sq ti tr uk swl other'.split(' ');

export function Interpreters({ meeting }: Pick<OfMeeting, 'meeting'>) {
  const { t } = useTranslation('minutes');
  const [booking, setBooking] = useState(false);
  // Where each is follows the meeting's point, so that it is asked again with the page.
  const [{ data }, again] = useQuery({
    query: InterpretersOfDocument,
    variables: { hubId: meeting.hubId },
    requestPolicy: 'cache-and-network',
  });
  const shown = (data?.interpretersOf ?? []).filter(({ where }) => where !== 'cancelled');
  const mayBook = meeting.mayLead && (meeting.state === 'planned' || meeting.state === 'lobby');
  if (shown.length === 0 && !mayBook) return null;
  const reload = () => again({ requestPolicy: 'network-only' });
  return (
    <Section
      title={t('interpreter.title')}
      actions={
        mayBook ? (
          <Button size="small" icon={Languages} onPress={() => setBooking(true)}>
            {t('interpreter.book')}
          </Button>
        ) : undefined
      }
    >
      {shown.length === 0 && <p className="muted">{t('interpreter.none')}</p>}
      {shown.map((one) => (
        <OneInterpreter key={one.id} one={one} meeting={meeting} onChanged={reload} />
      ))}
      {booking && <Booking meeting={meeting} onClose={() => setBooking(false)} onChanged={reload} />}
    </Section>
  );
}

function OneInterpreter({
  one,
  meeting,
  onChanged,
}: Pick<OfMeeting, 'meeting'> & { readonly one: ShownInterpreterFragment; readonly onChanged: () => void }) {
  const { t } = useTranslation('minutes');
  const named = useNamed();
  const [confirm, confirming] = useAct(ConfirmInterpreterSilenceDocument);
  const [admit, admitting] = useAct(AdmitInterpreterDocument);
  const [cancel, cancelling] = useAct(CancelInterpreterDocument);
  const act = async (deed: Promise<{ readonly refusal?: Refusal | undefined }>) => {
    const { refusal } = await deed;
    if (refusal) toast(refusal.sentence);
    onChanged();
  };
  const points = meeting.points.filter(({ id }) => one.pointIds.includes(id));
  const open = one.where !== 'over';
  // Which language is the leading house's to know.
  const title = one.language === null ? t('interpreter.one') : t(`interpreter.language.${one.language}` as never);
  return (
    <article className="panel stack gap-2" aria-label={title}>
      <p>
        <strong>{title}</strong>
        {` · ${t(`interpreter.where.${one.where}` as never)}`}
      </p>
      <p>{one.words ?? t('interpreter.closed')}</p>
      <p className="muted small">
        {t('interpreter.at', {
          points: points.map((point) => (point.name ? named(point.name) : (point.said?.text ?? ''))).join(', '),
        })}
      </p>
      {meeting.mayLead && open && (
        <div className="row gap-2">
          {one.silenceAt === null && (
            <Button
              kind="primary"
              size="small"
              isPending={confirming.waiting}
              onPress={() => void act(confirm({ id: one.id }))}
            >
              {t('interpreter.confirm')}
            </Button>
          )}
          {one.where === 'waits' && meeting.state !== 'planned' && meeting.state !== 'lobby' && (
            <Button
              kind="primary"
              size="small"
              isPending={admitting.waiting}
              onPress={() => void act(admit({ id: one.id }))}
            >
              {t('interpreter.admit')}
            </Button>
          )}
          <Button
            kind="quiet"
            size="small"
            isPending={cancelling.waiting}
            onPress={() => void act(cancel({ id: one.id }))}
          >
            {t('interpreter.cancel')}
          </Button>
        </div>
      )}
    </article>
  );
}

function Booking({
  meeting,
  onClose,
  onChanged,
}: Pick<OfMeeting, 'meeting'> & { readonly onClose: () => void; readonly onChanged: () => void }) {
  const { t } = useTranslation('minutes');
  const named = useNamed();
  const theirs = meeting.points.filter(
    ({ kind, audience }) => (kind === 'form' || kind === 'own') && audience === 'everyone',
  );
  const [book, { waiting }] = useAct(BookInterpreterDocument);
  const draft = useDraft(`interpreter:${meeting.hubId}`, {
    language: '',
    words: '',
    pointIds: theirs.map(({ id }): string => id) as readonly string[],
  });
  const { language, words } = draft.value;
  const pointIds = draft.value.pointIds.filter((id) => theirs.some((point) => point.id === id));
  const [refusal, setRefusal] = useState<Refusal>();
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  const send = async () => {
    const outcome = await book({ input: { hubId: meeting.hubId, language, words, pointIds: [...pointIds] } });
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    toast(t('interpreter.booked'));
    onClose();
    onChanged();
  };
  return (
    <Dialog title={t('interpreter.book')} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className="stack">
        <Select
          label={t('interpreter.which')}
          value={language}
          onChange={(next) => draft.set({ language: next })}
          error={errorOf('language')}
          options={LANGUAGES.map((id) => ({ id, label: t(`interpreter.language.${id}` as never) }))}
        />
        <TextField
          label={t('interpreter.words')}
          help={t('interpreter.wordsHelp')}
          value={words}
          onChange={(next) => draft.set({ words: next })}
          error={errorOf('words')}
        />
        <fieldset className="stack gap-2">
          <legend>{t('interpreter.points')}</legend>
          {theirs.map((point) => (
            <Checkbox
              key={point.id}
              label={point.name ? named(point.name) : (point.said?.text ?? '')}
              value={pointIds.includes(point.id)}
              onChange={(on) =>
                draft.set({ pointIds: on ? [...pointIds, point.id] : pointIds.filter((id) => id !== point.id) })
              }
            />
          ))}
          {errorOf('pointIds') && (
            <p className="late" role="alert">
              {errorOf('pointIds')}
            </p>
          )}
        </fieldset>
        <Refused refusal={refusal} fields={['language', 'words', 'pointIds']} />
        <Acts>
          <Button kind="primary" isPending={waiting} onPress={() => void send()}>
            {t('interpreter.send')}
          </Button>
          <Button onPress={onClose}>{t('interpreter.close')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}
