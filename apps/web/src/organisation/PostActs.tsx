/** Giving someone a post and ending it; what the rules refuse stands at the field that it concerns. */
import { Plus } from 'lucide-react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { capabilitiesOf, isRole, ROLES } from '#domain/organisation/role.js';
import { Button } from '../elements/Button.js';
import { FormChoices, FormComboBox, FormDateField, FormSelect } from '../elements/form/fields.js';
import {
  AddPostDocument,
  EndPostDocument,
  OrganisationDocument,
  type StaffRowFragment,
} from '../graphql/generated/organisation/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { DialogForm } from './DialogForm.js';
import { unitOptions } from './parties.js';
import { endPostSchema, orNull, postSchema, type EndPostValues, type PostValues } from './schemas.js';

const RANKS = ['ordinary', 'primary', 'deputy', 'leader'] as const;

export function AddPostButton({ staffId, onDone }: { staffId: string; onDone: () => void }) {
  const { t } = useTranslation('organisation');
  const [{ data }] = useQuery({ query: OrganisationDocument });
  const [add] = useAct(AddPostDocument);
  return (
    <DialogForm<PostValues>
      title={t('member.addPost')}
      trigger={
        <Button kind="primary" icon={Plus} isDisabled={!data}>
          {t('member.addPost')}
        </Button>
      }
      schema={postSchema}
      draft={`post-new:${staffId}`}
      start={{ unitId: '', role: '', rank: 'ordinary', startsAt: '', endsAt: '' }}
      submit={t('member.addPost')}
      done={t('member.postAdded')}
      act={({ startsAt, endsAt, ...values }) =>
        add({ input: { staffId, ...values, startsAt: orNull(startsAt), endsAt: orNull(endsAt) } })
      }
      onDone={onDone}
    >
      <FormComboBox
        name="unitId"
        label={t('member.where')}
        options={unitOptions(data?.organisation.authorities ?? [])}
      />
      <FormSelect
        name="role"
        label={t('member.role')}
        options={ROLES.map((role) => ({ id: role, label: t(`role.${role}`), help: t(`roleWords.${role}`) }))}
      />
      <RoleMay />
      <FormSelect
        name="rank"
        label={t('member.rank')}
        help={t('member.rankHelp')}
        options={RANKS.map((rank) => ({ id: rank, label: t(`rank.${rank}`) }))}
      />
      <FormDateField name="startsAt" label={t('member.from')} help={t('member.fromHelp')} withTime optional />
      <FormDateField name="endsAt" label={t('member.until')} help={t('member.untilHelp')} withTime optional />
    </DialogForm>
  );
}

/** Says in plain words what the chosen role lets someone do, before it is given. */
function RoleMay() {
  const { t } = useTranslation('organisation');
  const role: unknown = useFormContext().watch('role');
  if (typeof role !== 'string' || !isRole(role)) return null;
  return (
    <details className="note">
      <summary>{t('member.whatRoleMay')}</summary>
      <ul className="may">
        {capabilitiesOf(role).map((capability) => (
          <li key={capability}>{t(`may.${capability}`)}</li>
        ))}
      </ul>
    </details>
  );
}

export function EndPostButton(props: {
  readonly post: StaffRowFragment['posts'][number];
  readonly staffId: string;
  readonly onDone: () => void;
}) {
  const { post, staffId, onDone } = props;
  const { t } = useTranslation('organisation');
  const [end] = useAct(EndPostDocument);
  const words = `${t(`role.${post.role}` as never)}, ${post.unitName}`;
  return (
    <DialogForm<EndPostValues>
      title={t('member.endPost')}
      trigger={
        <Button size="small" aria-label={t('member.endPostOf', { post: words })}>
          {t('member.endPost')}
        </Button>
      }
      schema={endPostSchema}
      draft={`post-end:${post.id}`}
      start={{ when: 'now', endsAt: '' }}
      submit={t('member.endPost')}
      danger
      done={t('member.postEnded')}
      act={({ when, endsAt }) => end({ id: post.id, staffId, endsAt: when === 'now' ? null : endsAt })}
      onDone={onDone}
    >
      <p>{words}</p>
      <FormChoices
        name="when"
        label={t('member.when')}
        choices={[
          { id: 'now', label: t('member.endNow'), help: t('member.endNowHelp') },
          { id: 'later', label: t('member.endLater') },
        ]}
      />
      <EndTime />
    </DialogForm>
  );
}

function EndTime() {
  const { t } = useTranslation('organisation');
  return useFormContext().watch('when') === 'later' ? (
    <FormDateField name="endsAt" label={t('member.until')} withTime />
  ) : null;
}
