/**
 * Whom I wait for: units of the hub, other houses, people called to a meeting, and signers, each with the way to it and a
 * reminder. Whoever is late stands first; what can wait is folded away, since a wall of names is read by nobody.
 */
import { BellRing, CalendarClock, MessageCircleQuestion, PenLine, Users, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  RemindDocument,
  SendSignerLinkDocument,
  SilencesDocument,
  type SilencesQuery,
} from '../graphql/generated/silence/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { useLive } from '../live/connection.js';
import { useEnds } from '../live/ends.js';
import { useServerNow } from '../live/server-clock.js';
import type { Role } from '../shell/page-route.js';
import { useViewer } from '../shell/viewer.js';
import { useLineKeys } from './use-line-keys.js';
import './silence.css';

type Silence = SilencesQuery['silences'][number];

const WAITS: readonly Role[] = ['intake', 'unit-representative', 'investigator', 'coordinator', 'manager'];
const SHOWN = 5;
const MARKS: Readonly<Record<string, LucideIcon>> = {
  'hub-question': Users,
  inquiry: MessageCircleQuestion,
  invitation: CalendarClock,
  consent: PenLine,
};

const keyOf = ({ kind, aboutId, signerId }: Silence): string => `${kind} ${aboutId} ${signerId ?? ''}`;

function wayTo({ kind, hubId, areaGroupId, caseId, aboutId }: Silence): string {
  if (kind === 'consent') return `/samtycke/${aboutId}`;
  if (areaGroupId) return `/grupper/${areaGroupId}`;
  return hubId ? `/hubb/${hubId}` : `/arende/${caseId}`;
}

export function SilentNow() {
  const { t } = useTranslation('silence');
  const role = useViewer()?.acting.role;
  const [all, setAll] = useState(false);
  const [{ data }, read] = useQuery({
    query: SilencesDocument,
    pause: role === undefined || !WAITS.includes(role),
  });
  const again = () => read({ requestPolicy: 'network-only' });
  const silences = data?.silences ?? [];
  const onKeyDown = useLineKeys();
  useEnds(
    silences.map(({ remindAgainFrom }) => remindAgainFrom),
    again,
  );
  const heard = new Set(
    silences.map(({ kind, hubId, aboutId }) => (kind === 'consent' ? `consent:${aboutId}` : hubId && `hub:${hubId}`)),
  );
  if (silences.length === 0) return null;
  const shown = all ? silences : silences.slice(0, SHOWN);
  return (
    <Section title={t('title', { count: silences.length })}>
      {[...heard].map((address) => address && <Hears key={address} address={address} onNews={again} />)}
      <ul className="due-list silent-list" aria-label={t('list')} onKeyDown={onKeyDown}>
        {shown.map((one) => (
          <Line key={keyOf(one)} silence={one} onReminded={again} />
        ))}
      </ul>
      {shown.length < silences.length && (
        <div>
          <Button size="small" kind="quiet" onPress={() => setAll(true)}>
            {t('showAll', { count: silences.length })}
          </Button>
        </div>
      )}
    </Section>
  );
}

/** An answer that comes takes its line away, also while nobody touches the page. */
function Hears({ address, onNews }: { readonly address: string; readonly onNews: () => void }) {
  useLive(address, onNews);
  return null;
}

function Line({ silence, onReminded }: { readonly silence: Silence; readonly onReminded: () => void }) {
  const { t } = useTranslation('silence');
  const now = useServerNow(60_000);
  const { kind, aboutId, signerId, signerInitials, standsAs, dueAt, remindedAt, remindAgainFrom } = silence;
  const [remind, reminding] = useAct(RemindDocument);
  const [sendLink, sending] = useAct(SendSignerLinkDocument);
  const who = silence.who ?? [t(`signer.${standsAs ?? 'guardian'}`), signerInitials].filter(Boolean).join(' ');
  const isLate = dueAt !== null && dueAt !== undefined && Date.parse(dueAt) <= now;
  const send = async () => {
    if (signerId) {
      const sent = await sendLink({ consentId: aboutId, personId: signerId });
      toast(sent.refusal ? sent.refusal.sentence : t('linkSent'));
    } else {
      const { data, refusal } = await remind({ input: { kind, id: aboutId } });
      toast(refusal ? refusal.sentence : t(data.remind.told > 0 ? 'reminded' : 'nobodyTold'));
    }
    onReminded();
  };
  return (
    <li className="silent" data-late={isLate || undefined}>
      <Icon of={MARKS[kind] ?? Users} />
      <div className="silent-words">
        <Link className="silent-who" to={wayTo(silence)}>
          {who}
        </Link>
        <span className="small">
          {t(`what.${silence.areaGroupId ? 'area-invitation' : kind}` as never)}
          {silence.caseNumber && (
            <>
              {' · '}
              <bdi>{[silence.initials, silence.caseNumber].filter(Boolean).join(' ')}</bdi>
            </>
          )}
        </span>
        <span className="small muted">
          {dueAt ? (
            <>
              {t(kind === 'invitation' ? 'meets' : isLate ? 'wasDue' : 'due')} <Time at={dueAt} as="due" />
            </>
          ) : (
            <>
              {t('since')} <Time at={silence.askedAt} as="short" />
            </>
          )}
          {remindedAt && (
            <>
              {' · '}
              {t(signerId ? 'linkWasSent' : 'wasReminded')} <Time at={remindedAt} as="short" />
            </>
          )}
        </span>
      </div>
      {remindAgainFrom ? (
        <span className="small muted silent-act">
          {t('againFrom')} <Time at={remindAgainFrom} as="short" />
        </span>
      ) : (
        <span className="silent-act">
          <Button
            size="small"
            icon={BellRing}
            isPending={reminding.waiting || sending.waiting}
            onPress={() => void send()}
          >
            {t(signerId ? 'sendLink' : 'remind')}
            <span className="vh"> {who}</span>
          </Button>
        </span>
      )}
    </li>
  );
}
