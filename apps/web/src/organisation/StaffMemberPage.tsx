/** One of the staff: who they are, the posts that give them their rights, and the acts that take them away at once. */
import { LogOut, Pencil, ShieldOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { Button } from '../elements/Button.js';
import { Page, Section } from '../elements/Page.js';
import { Failing, Waiting } from '../elements/states.js';
import { Table } from '../elements/Table.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  ChangeStaffMemberDocument,
  EndStaffSessionsDocument,
  OneOfStaffDocument,
  SetStaffMemberDisabledDocument,
  type StaffRowFragment,
} from '../graphql/generated/organisation/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useServerNow } from '../live/server-clock.js';
import { DialogForm } from './DialogForm.js';
import { AddPostButton, EndPostButton } from './PostActs.js';
import { inForce, isOver } from './posts.js';
import { nothingSchema, orNull, staffSchema, type StaffValues } from './schemas.js';
import { SettingsPlace } from './SettingsPlace.js';
import { StaffFields } from './StaffFields.js';
import { TracesSection } from './TracesSection.js';
import './organisation.css';

export default function StaffMemberPage() {
  const { t } = useTranslation('organisation');
  const { id = '' } = useParams();
  const [{ data, error }, ask] = useQuery({ query: OneOfStaffDocument, variables: { id } });
  const again = () => ask({ requestPolicy: 'network-only' });
  const one = data?.staffMember as StaffRowFragment | undefined;
  const self = data?.me?.staffId === id;
  return (
    <Page
      title={t('member.title')}
      heading={one?.name}
      above={<SettingsPlace within={{ to: '/installningar/personal', words: t('staff.title') }} />}
      lead={one?.title}
      actions={one && !self && <AddPostButton staffId={id} onDone={again} />}
    >
      {error && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!error && !one && <Waiting lines={8} />}
      {one && (
        <>
          {self && <p className="note">{t('member.self')}</p>}
          {one.disabledAt && (
            <p className="note">
              {t('member.disabledSince')} <Time at={one.disabledAt} />
            </p>
          )}
          <PostSection one={one} self={self} onDone={again} />
          <PersonSection one={one} onDone={again} />
          {!self && <TracesSection staffId={id} />}
          {!self && <AccountSection one={one} onDone={again} />}
        </>
      )}
    </Page>
  );
}

function PostSection({ one, self, onDone }: { one: StaffRowFragment; self: boolean; onDone: () => void }) {
  const { t } = useTranslation('organisation');
  const now = useServerNow(1_000);
  return (
    <Section title={t('member.posts')}>
      <Table
        caption={t('member.posts')}
        rows={one.posts}
        keyOf={(post) => post.id}
        empty={<p className="note">{t('member.noPosts')}</p>}
        columns={[
          {
            key: 'role',
            heading: t('member.role'),
            names: true,
            cell: (post) => (
              <>
                {t(`role.${post.role}` as never)}
                {post.rank !== 'ordinary' && <span className="muted"> · {t(`rank.${post.rank}` as never)}</span>}
              </>
            ),
          },
          {
            key: 'unit',
            heading: t('member.where'),
            cell: (post) => (
              <>
                {post.unitName}
                <br />
                <span className="muted small">
                  {post.branchName}, {post.authorityName}
                </span>
              </>
            ),
          },
          { key: 'from', heading: t('member.from'), cell: (post) => <Time at={post.startsAt} /> },
          {
            key: 'until',
            heading: t('member.until'),
            cell: (post) => (post.endsAt ? <Time at={post.endsAt} /> : t('member.noEnd')),
          },
          {
            key: 'acts',
            heading: t('acts'),
            plain: true,
            cell: (post) => {
              if (isOver(post, now)) return <span className="ended">{t('member.over')}</span>;
              if (self) return t('member.holds');
              return (
                <div className="row gap-2">
                  {!inForce(post, now) && <span className="muted">{t('member.toCome')}</span>}
                  <EndPostButton post={post} staffId={one.id} onDone={onDone} />
                </div>
              );
            },
          },
        ]}
      />
    </Section>
  );
}

function PersonSection({ one, onDone }: { one: StaffRowFragment; onDone: () => void }) {
  const { t } = useTranslation('organisation');
  const [change] = useAct(ChangeStaffMemberDocument);
  return (
    <Section
      title={t('member.person')}
      actions={
        <DialogForm<StaffValues>
          title={t('member.change')}
          trigger={<Button icon={Pencil}>{t('member.change')}</Button>}
          schema={staffSchema}
          draft={`staff:${one.id}`}
          version={one.version}
          start={{
            name: one.name,
            title: one.title,
            email: one.email,
            phone: one.phone ?? '',
            issuer: one.issuer,
            subject: one.subject,
          }}
          submit={t('save')}
          done={t('saved')}
          act={(values) =>
            change({ id: one.id, version: one.version, input: { ...values, phone: orNull(values.phone) } })
          }
          onDone={onDone}
        >
          <StaffFields />
        </DialogForm>
      }
    >
      <dl className="facts">
        <dt>{t('staff.email')}</dt>
        <dd>{one.email}</dd>
        <dt>{t('staff.phone')}</dt>
        <dd>{one.phone ?? t('member.none')}</dd>
        <dt>{t('staff.issuer')}</dt>
        <dd>{one.issuer}</dd>
        <dt>{t('staff.subject')}</dt>
        <dd>{one.subject}</dd>
      </dl>
    </Section>
  );
}

function AccountSection({ one, onDone }: { one: StaffRowFragment; onDone: () => void }) {
  const { t } = useTranslation('organisation');
  const [endSessions] = useAct(EndStaffSessionsDocument);
  const [setDisabled] = useAct(SetStaffMemberDisabledDocument);
  const open = async () => {
    const { refusal } = await setDisabled({ id: one.id, version: one.version, disabled: false });
    toast(refusal ? refusal.sentence : t('member.enabled'));
    onDone();
  };
  return (
    <Section title={t('member.account')}>
      <p>{t('staff.signedIn', { count: one.openSessions })}</p>
      <div className="row">
        {one.openSessions > 0 && (
          <DialogForm
            title={t('member.endSessions')}
            trigger={<Button icon={LogOut}>{t('member.endSessions')}</Button>}
            schema={nothingSchema}
            start={{}}
            submit={t('member.endSessions')}
            done={t('member.sessionsEnded')}
            act={() => endSessions({ staffId: one.id })}
            onDone={onDone}
          >
            <p>{t('member.endSessionsWords')}</p>
          </DialogForm>
        )}
        {one.disabledAt ? (
          <Button onPress={() => void open()}>{t('member.enable')}</Button>
        ) : (
          <DialogForm
            title={t('member.disable')}
            trigger={
              <Button kind="danger" icon={ShieldOff}>
                {t('member.disable')}
              </Button>
            }
            schema={nothingSchema}
            start={{}}
            submit={t('member.disable')}
            danger
            done={t('member.disabledNow')}
            act={() => setDisabled({ id: one.id, version: one.version, disabled: true })}
            onDone={onDone}
          >
            <p>{t('member.disableWords')}</p>
          </DialogForm>
        )}
      </div>
    </Section>
  );
}
