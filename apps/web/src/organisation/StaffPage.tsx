/** Everyone in the municipality who can or could sign in, with the posts that they hold. */
import { Search, UserPlus, Users } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useQuery } from 'urql';
import { Button, ButtonLink } from '../elements/Button.js';
import { Select } from '../elements/fields/pick.js';
import { TextField } from '../elements/fields/TextField.js';
import { Page } from '../elements/Page.js';
import { EmptyState, Failing, Waiting } from '../elements/states.js';
import { Table } from '../elements/Table.js';
import {
  AddStaffMemberDocument,
  StaffDocument,
  type StaffRowFragment,
} from '../graphql/generated/organisation/graphql.js';
import { refusalOf } from '../graphql/refusal.js';
import { useAct } from '../graphql/use-act.js';
import { useServerNow } from '../live/server-clock.js';
import { DialogForm } from './DialogForm.js';
import { inForce } from './posts.js';
import { orNull, staffSchema, type StaffValues } from './schemas.js';
import { SettingsPlace } from './SettingsPlace.js';
import { StaffFields } from './StaffFields.js';
import './organisation.css';

const SHOWN = ['all', 'active', 'without-post', 'disabled'] as const;
const PAGE = 50;

export default function StaffPage() {
  const { t } = useTranslation('organisation');
  const go = useNavigate();
  const now = useServerNow(1_000);
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState<string>('all');
  const [pages, setPages] = useState<readonly string[]>([]);
  const asked = useDeferredValue(search);
  const [{ data, error }, ask] = useQuery({
    query: StaffDocument,
    variables: { search: asked, shown, first: PAGE, after: pages.at(-1) ?? null },
  });
  const [add] = useAct(AddStaffMemberDocument);
  const again = () => ask({ requestPolicy: 'network-only' });
  const rows = data?.staff.edges.map(({ node }) => node as StaffRowFragment) ?? [];
  const next = data?.staff.pageInfo.hasNextPage ? data.staff.pageInfo.endCursor : null;
  return (
    <Page
      title={t('staff.title')}
      above={<SettingsPlace />}
      lead={t('staff.lead')}
      actions={
        <DialogForm<StaffValues>
          title={t('staff.add')}
          trigger={
            <Button kind="primary" icon={UserPlus}>
              {t('staff.add')}
            </Button>
          }
          schema={staffSchema}
          draft="staff-new"
          start={{ name: '', title: '', email: '', phone: '', issuer: rows[0]?.issuer ?? '', subject: '' }}
          submit={t('staff.addAndGo')}
          done={t('staff.added')}
          act={async (values) => {
            const outcome = await add({ input: { ...values, phone: orNull(values.phone) } });
            if (outcome.data) void go(`/installningar/personal/${outcome.data.addStaffMember.id}`);
            return outcome;
          }}
          onDone={again}
        >
          <StaffFields />
        </DialogForm>
      }
    >
      <div className="filters">
        <TextField
          label={t('staff.search')}
          type="search"
          value={search}
          onChange={(text) => {
            setSearch(text);
            setPages([]);
          }}
        />
        <Select
          label={t('staff.shown')}
          value={shown}
          onChange={(value) => {
            setShown(value);
            setPages([]);
          }}
          options={SHOWN.map((id) => ({ id, label: t(`staff.show.${id}`) }))}
        />
      </div>
      {error && <Failing refusal={refusalOf(error)} onRetry={again} />}
      {!error && !data && <Waiting lines={8} />}
      {data && (
        <>
          <Table
            caption={t('staff.title')}
            rows={rows}
            keyOf={(one) => one.id}
            empty={
              <EmptyState icon={search ? Search : Users} title={t('staff.none')}>
                {t('staff.noneWords')}
              </EmptyState>
            }
            columns={[
              {
                key: 'name',
                heading: t('staff.name'),
                names: true,
                sortBy: (one) => one.name,
                cell: (one) => <Link to={`/installningar/personal/${one.id}`}>{one.name}</Link>,
              },
              { key: 'title', heading: t('staff.jobTitle'), sortBy: (one) => one.title, cell: (one) => one.title },
              {
                key: 'posts',
                heading: t('staff.posts'),
                cell: (one) => {
                  const posts = one.posts.filter((post) => inForce(post, now));
                  return posts.length === 0 ? (
                    <span className="muted">{t('staff.noPost')}</span>
                  ) : (
                    <ul className="posts">
                      {posts.map((post) => (
                        <li key={post.id}>
                          {t(`role.${post.role}` as never)}, {post.unitName}
                        </li>
                      ))}
                    </ul>
                  );
                },
              },
              {
                key: 'state',
                heading: t('staff.state'),
                cell: (one) =>
                  one.disabledAt ? (
                    <span className="ended">{t('staff.disabled')}</span>
                  ) : (
                    t('staff.signedIn', { count: one.openSessions })
                  ),
              },
            ]}
          />
          {(next || pages.length > 0) && (
            <div className="row">
              {pages.length > 0 && <Button onPress={() => setPages(pages.slice(0, -1))}>{t('staff.previous')}</Button>}
              {next && <Button onPress={() => setPages([...pages, next])}>{t('staff.next')}</Button>}
            </div>
          )}
          <p className="muted small">
            {t('staff.rolesWords')} <Link to="/installningar/roller">{t('roles.title')}</Link>
          </p>
        </>
      )}
      {error && <ButtonLink to="/installningar">{t('settings.title')}</ButtonLink>}
    </Page>
  );
}
