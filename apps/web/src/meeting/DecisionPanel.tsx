/** The decision: bottom right and large; made by the one who may, in their own name, with reasons. (SoL 20:2) */
import { Gavel } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DECISION_KINDS } from '#domain/meeting/decide-meeting.js';
import { isBoardOpen } from '#domain/meeting/meeting-states.js';
import { Button } from '../elements/Button.js';
import { Choices } from '../elements/fields/choices.js';
import { Select } from '../elements/fields/pick.js';
import { TextArea } from '../elements/fields/TextField.js';
import { dropDraft, findDraft, keepDraft } from '../elements/form/drafts.js';
import { Icon } from '../elements/Icon.js';
import { Time } from '../elements/Time.js';
import { Refused } from '../elements/Refused.js';
import type { HubViewFragment } from '../graphql/generated/hub/graphql.js';
import { DecideHubDocument } from '../graphql/generated/meeting/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { HubReaders } from './HubReaders.js';
import { useBoard } from './use-board.js';

interface OfHub {
  readonly hub: HubViewFragment;
}

interface Draft {
  readonly kind: string;
  readonly reasons: string;
  readonly handOverTo: string;
}

export function DecisionPanel({ hub }: OfHub) {
  const { t } = useTranslation('meeting');
  const { board, items } = useBoard();
  const [changing, setChanging] = useState(false);
  const { decision } = board;
  const begun = board.timing.startedAt !== null;
  const mayDecide = hub.you.decisions.length > 0 && isBoardOpen(board.state) && begun;
  const nameOf = (staffId: string | null) =>
    [...hub.members, ...hub.deciders, ...hub.receivers].find((one) => one.staffId === staffId)?.name ?? '…';
  return (
    <section
      className="board-decision"
      id="decision"
      aria-label={t('decision.title')}
      data-made={decision !== null || undefined}
    >
      <h2 className="board-heading">
        <Icon of={Gavel} />
        {t('decision.title')}
      </h2>
      {decision && (
        <div className="decision-made">
          <p className="decision-kind">{t(`decision.kind.${decision.kind}`)}</p>
          <p>
            {items.get(decision.reasons)?.text ?? t('closed', { ground: items.get(decision.reasons)?.ground ?? '' })}
          </p>
          <p className="small">
            {nameOf(decision.decider)}, <Time at={decision.at} as="short" />
            {decision.handOverTo && <> · {t('decision.to', { name: nameOf(decision.handOverTo) })}</>}
          </p>
        </div>
      )}
      {mayDecide && (!decision || changing) && (
        <Deciding key={String(changing)} hub={hub} onDone={() => setChanging(false)} />
      )}
      {mayDecide && decision && !changing && (
        <Button size="small" onPress={() => setChanging(true)}>
          {t('decision.change')}
        </Button>
      )}
      {!decision && !mayDecide && (
        <p className="muted">
          {t(begun ? 'decision.waits' : 'decision.later', {
            names: hub.deciders
              .filter(({ staffId }) => hub.members.some((member) => member.staffId === staffId))
              .map(({ name }) => name)
              .join(', '),
          })}
        </p>
      )}
    </section>
  );
}

function Deciding({ hub, onDone }: OfHub & { readonly onDone: () => void }) {
  const { t } = useTranslation('meeting');
  const { act, hubId } = useBoard();
  const draft = `board:${hubId}:decision`;
  const [written, setWritten] = useState<Draft>(
    () => findDraft<Draft>(draft) ?? { kind: '', reasons: '', handOverTo: '' },
  );
  const [refusal, setRefusal] = useState<Refusal>();
  const [sending, setSending] = useState(false);
  const change = (part: Partial<Draft>) => {
    const next = { ...written, ...part };
    keepDraft(draft, next);
    setWritten(next);
  };
  const opens = written.kind === 'open-investigation';
  const send = async () => {
    setSending(true);
    const answer = await act(DecideHubDocument, {
      kind: written.kind,
      reasons: written.reasons,
      handOverTo: opens && written.handOverTo ? written.handOverTo : null,
    });
    setSending(false);
    if (answer.refusal) {
      setRefusal(answer.refusal);
      return;
    }
    dropDraft(draft);
    setRefusal(undefined);
    onDone();
  };
  const errorOf = (field: string) => refusal?.fields.find((one) => one.field === field)?.sentence;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Choices
        label={t('decision.what')}
        value={written.kind}
        onChange={(kind) => change({ kind })}
        error={errorOf('kind')}
        choices={DECISION_KINDS.filter((id) => hub.you.decisions.includes(id)).map((id) => ({
          id,
          label: t(`decision.kind.${id}`),
          help: t(`decision.help.${id}`),
        }))}
      />
      {hub.you.decisions.length < DECISION_KINDS.length && <p className="small muted">{t('decision.onDuty')}</p>}
      {opens && (
        <Select
          label={t('decision.handOverTo')}
          value={written.handOverTo}
          onChange={(handOverTo) => change({ handOverTo })}
          error={errorOf('handOverTo')}
          options={hub.receivers.map(({ staffId, name, title }) => ({ id: staffId, label: name, help: title }))}
        />
      )}
      <TextArea
        label={t('decision.reasons')}
        rows={4}
        value={written.reasons}
        onChange={(reasons) => change({ reasons })}
        error={errorOf('reasons')}
        after={<HubReaders />}
      />
      <Refused refusal={refusal} fields={['kind', 'handOverTo', 'reasons']} />
      <Button type="submit" kind="primary" size="large" wide isPending={sending} isDisabled={written.kind === ''}>
        {t('decision.decide')}
      </Button>
      <p className="small muted">{t('decision.inYourName')}</p>
    </form>
  );
}
