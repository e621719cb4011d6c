/** Who sits in the group and who stands in for whom; an empty place is shown where somebody should be. */
import { CircleAlert, Heart, Phone, Star, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Button } from '../elements/Button.js';
import { Acts, Dialog } from '../elements/Dialog.js';
import { Select } from '../elements/fields/pick.js';
import { useDraft } from '../elements/form/use-draft.js';
import type { PartyKind } from '../elements/houses.js';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import { Refused } from '../elements/Refused.js';
import { EndGroupMemberDocument, type ShownGroupFragment } from '../graphql/generated/group/graphql.js';
import { isConflict, type Refusal } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { AddMember } from './AddMember.js';
import { possibleContacts } from './ContactPerson.js';
import { useChangedMeanwhile } from './meanwhile.js';
import { useKinds } from './use-kinds.js';
import './group.css';

type Member = ShownGroupFragment['members'][number];

export function MemberList({ group, onChanged }: { group: ShownGroupFragment; onChanged: () => void }) {
  const { t } = useTranslation('group');
  const kinds = useKinds();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Member | null>(null);
  const here = group.members.filter(({ endsAt }) => endsAt === null);
  // Whom no ground reaches any longer: the seat was ended by the platform.
  const gone = group.own
    ? group.members.filter(
        ({ endReason, staffId }) =>
          (endReason === 'consent-gone' || endReason === 'ground-gone') && !here.some((one) => one.staffId === staffId),
      )
    : [];
  const mayChange = group.mayLead && group.formedAt !== null && group.closedAt === null;
  const nameOf = (id: string | null) => group.members.find((one) => one.id === id)?.name ?? '';
  return (
    <Section
      title={t('members.title')}
      actions={
        mayChange && (
          <Button size="small" icon={UserPlus} onPress={() => setAdding(true)}>
            {t('members.add')}
          </Button>
        )
      }
    >
      {here.length === 0 && <p className="muted">{t('members.none')}</p>}
      <ul className="group-members" role="list">
        {here.map((member) => (
          <li key={member.id} data-left={member.hasLeft || undefined}>
            <AgencyBadge kind={member.houseKind as PartyKind} name={member.unitName} />
            <span className="group-member-who">
              <span className="group-member-name">
                {member.name}
                {member.isContact && (
                  <span className="group-contact">
                    <Icon of={Star} />
                    {t('members.contact')}
                  </span>
                )}
              </span>
              <span className="muted small">
                {member.title} · {t(`mandate.${member.mandate}` as never)}
                {member.deputyFor && ` · ${t('members.deputyFor', { name: nameOf(member.deputyFor) })}`}
              </span>
              {member.wished && (
                <span className="group-wished">
                  <Icon of={Heart} />
                  {t('members.wished')}
                </span>
              )}
              {member.hasLeft && <span className="group-left">{t('members.left')}</span>}
            </span>
            <span className="row gap-2">
              {member.phone && !member.hasLeft && (
                <a className="group-phone" href={`tel:${member.phone.replace(/[^\d+]/g, '')}`}>
                  <Icon of={Phone} />
                  {member.phone}
                </a>
              )}
              {mayChange && (
                <Button size="small" kind="quiet" onPress={() => setEnding(member)}>
                  {t('members.end')}
                  <span className="vh"> {member.name}</span>
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {group.formedAt !== null && group.closedAt === null && group.missing.length > 0 && (
        <ul className="group-notes" role="list">
          {group.missing.map((party) => (
            <li key={party.kinds.join()}>
              <Icon of={CircleAlert} />
              {t('line.missing', { party: kinds(party.kinds) })}
            </li>
          ))}
        </ul>
      )}
      {gone.length > 0 && (
        <ul className="group-notes" role="list">
          {gone.map((member) => (
            <li key={member.id}>
              <Icon of={CircleAlert} />
              <span>
                {t(member.endReason === 'ground-gone' ? 'members.groundGone' : 'members.consentGone', {
                  name: member.name,
                })}{' '}
                <Time at={member.endsAt ?? ''} as="moment" />
              </span>
            </li>
          ))}
        </ul>
      )}
      {adding && <AddMember group={group} onClose={() => setAdding(false)} onChanged={onChanged} />}
      {ending && <EndSeat group={group} member={ending} onClose={() => setEnding(null)} onChanged={onChanged} />}
    </Section>
  );
}

/** Whoever leads says so, and the group shows that it has none. */
const LATER = 'later';

const REASONS = ['replaced', 'post-ended', 'not-needed'] as const;

function EndSeat(props: { group: ShownGroupFragment; member: Member; onClose: () => void; onChanged: () => void }) {
  const { group, member, onClose, onChanged } = props;
  const { t } = useTranslation('group');
  const [end, { waiting }] = useAct(EndGroupMemberDocument);
  const draft = useDraft(`group-seat-end:${group.id}:${member.id}`, {
    reason: member.hasLeft ? 'post-ended' : '',
    contact: '',
  });
  const { reason } = draft.value;
  const heirs = member.isContact ? possibleContacts(group, member.id) : [];
  // Whom one had chosen may have left the group since.
  const contact = [...heirs.map(({ id }) => id), LATER].includes(draft.value.contact) ? draft.value.contact : '';
  const changed = useChangedMeanwhile(group);
  const [refusal, setRefusal] = useState<Refusal>();
  const send = async () => {
    const outcome = await end({
      input: {
        groupId: group.id,
        version: group.version,
        memberId: member.id,
        reason,
        contactMemberId: contact === '' || contact === LATER ? null : contact,
      },
    });
    if (isConflict(outcome.refusal)) onChanged();
    if (outcome.refusal) return setRefusal(outcome.refusal);
    draft.drop();
    toast(t('members.ended'));
    onClose();
    onChanged();
  };
  return (
    <Dialog title={t('members.endTitle', { name: member.name })} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className="stack">
        <p>{t('members.endWords')}</p>
        <Select
          label={t('reason.label')}
          value={reason}
          onChange={(next) => draft.set({ reason: next })}
          error={refusal?.fields.find(({ field }) => field === 'reason')?.sentence}
          options={REASONS.map((id) => ({ id, label: t(`members.reason.${id}`) }))}
        />
        {heirs.length > 0 && (
          <Select
            label={t('contact.instead')}
            help={t('contact.insteadHelp', { name: member.name })}
            value={contact}
            onChange={(next) => draft.set({ contact: next })}
            error={refusal?.fields.find(({ field }) => field === 'contactMemberId')?.sentence}
            options={[...heirs, { id: LATER, label: t('contact.later') }]}
          />
        )}
        <Refused refusal={refusal} fields={['reason', 'contactMemberId']} changed={changed} />
        <Acts>
          <Button
            kind="danger"
            isPending={waiting}
            isDisabled={heirs.length > 0 && contact === ''}
            onPress={() => void send()}
          >
            {t('members.end')}
          </Button>
          <Button onPress={onClose}>{t('cancel')}</Button>
        </Acts>
      </div>
    </Dialog>
  );
}
