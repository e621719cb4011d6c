/** Groups of the own house that nobody leads, for its managers on the page Nu: named from here, with nothing of them opened. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Select } from '../elements/fields/pick.js';
import { useDraft } from '../elements/form/use-draft.js';
import { Section } from '../elements/Page.js';
import { Refused } from '../elements/Refused.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  LeaderlessGroupsDocument,
  NameGroupLeaderDocument,
  type LeaderlessGroupsQuery,
} from '../graphql/generated/group/graphql.js';
import type { Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useViewer } from '../shell/viewer.js';
import { useNamed } from './named.js';
import { Standing } from './Standing.js';
import './group.css';

type Leaderless = LeaderlessGroupsQuery['leaderlessGroups'];

export function LeaderlessNow() {
  const { t } = useTranslation('group');
  const isManager = useViewer()?.acting.role === 'manager';
  const [{ data }, again] = useQuery({ query: LeaderlessGroupsDocument, pause: !isManager });
  const found = data?.leaderlessGroups;
  if (!found || found.groups.length === 0) return null;
  return (
    <Section title={t('leaderless.title')}>
      <p className="muted small">{t('leaderless.words')}</p>
      <ul className="group-list" role="list">
        {found.groups.map((group) => (
          <LeaderlessLine
            key={group.id}
            group={group}
            possible={found.possible}
            onNamed={() => again({ requestPolicy: 'network-only' })}
          />
        ))}
      </ul>
    </Section>
  );
}

function LeaderlessLine({
  group,
  possible,
  onNamed,
}: {
  readonly group: Leaderless['groups'][number];
  readonly possible: Leaderless['possible'];
  readonly onNamed: () => void;
}) {
  const { t } = useTranslation('group');
  const named = useNamed();
  const draft = useDraft(`group-leader:${group.id}`, { to: '' });
  const to = possible.some(({ staffId }) => staffId === draft.value.to) ? draft.value.to : '';
  const [refusal, setRefusal] = useState<Refusal>();
  const [name, { waiting }] = useAct(NameGroupLeaderDocument);
  const send = async () => {
    const outcome = await name({ input: { groupId: group.id, version: group.version, toStaffId: to } });
    setRefusal(outcome.refusal);
    if (!outcome.refusal) {
      draft.drop();
      toast(t('leaderless.done'));
    }
    onNamed();
  };
  return (
    <li className="panel group-line">
      <div className="group-line-top">
        <span className="group-line-who">{named(group.formName)}</span>
        <Standing standing={group.standing} reason={null} />
      </div>
      <p className="muted small">
        {t('leaderless.was', { name: group.leaderName })}
        {group.formedAt && (
          <>
            {' · '}
            {t('leaderless.since')} <Time at={group.formedAt} as="date" />
          </>
        )}
      </p>
      {possible.length === 0 ? (
        <p>{t('leaderless.nobody')}</p>
      ) : (
        <div className="row gap-2 group-name-leader">
          <Select
            label={t('leaderless.who')}
            value={to}
            onChange={(next) => draft.set({ to: next })}
            error={refusal?.fields.find(({ field }) => field === 'toStaffId')?.sentence}
            options={possible.map(({ staffId, name: who, unitName }) => ({ id: staffId, label: who, help: unitName }))}
          />
          <Button kind="primary" isPending={waiting} isDisabled={to === ''} onPress={() => void send()}>
            {t('leaderless.name')}
          </Button>
        </div>
      )}
      <Refused refusal={refusal} fields={['toStaffId']} changed={t('form.changedMeanwhile')} />
    </li>
  );
}
