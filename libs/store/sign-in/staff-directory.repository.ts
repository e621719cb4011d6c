import { StaffDirectory, type StaffInDirectory } from '#use-cases/sign-in/staff-directory.port.js';
import type { StoreContext } from '../caller/store-context.js';
import { actingMembership, actingMembershipsOf, type ActingMembershipJson } from './acting-memberships.js';

interface StaffRow {
  id: string;
  subject: string;
  name: string;
  title: string;
  disabled: boolean;
  memberships: ActingMembershipJson[];
  last_membership_id: string | null;
}

const SELECT = `
  select f.id, f.subject, f.name, f.title, coalesce(f.disabled_at <= clock.now(), false) as disabled,
    ${actingMembershipsOf('f.id')} as memberships,
    (select s.membership_id from session s where s.staff_id = f.id order by s.created_at desc limit 1) as last_membership_id
  from staff_member f`;

export class StaffDirectoryRepository extends StaffDirectory {
  constructor(private readonly context: StoreContext) {
    super();
  }

  async findByIdentity(issuer: string, subject: string): Promise<StaffInDirectory | undefined> {
    return (await this.list('where f.issuer = $1 and f.subject = $2', [issuer, subject]))[0];
  }

  async findById(id: string): Promise<StaffInDirectory | undefined> {
    return (await this.list('where f.id = $1', [id]))[0];
  }

  async listAll(): Promise<StaffInDirectory[]> {
    const all = await this.list('order by f.created_at, f.name', []);
    return all.filter((one) => !one.disabled && one.memberships.length > 0);
  }

  async adoptIssuer(issuer: string): Promise<number> {
    const [, moved]: [unknown[], number] = await this.context.manager.query(
      `update staff_member set issuer = $1 where issuer <> $1`,
      [issuer],
    );
    return moved;
  }

  private async list(condition: string, values: unknown[]): Promise<StaffInDirectory[]> {
    const rows: StaffRow[] = await this.context.manager.query(`${SELECT} ${condition}`, values);
    return rows.map((row) => ({
      id: row.id,
      subject: row.subject,
      name: row.name,
      title: row.title,
      disabled: row.disabled,
      memberships: row.memberships.map(actingMembership),
      lastMembershipId: row.last_membership_id,
    }));
  }
}
