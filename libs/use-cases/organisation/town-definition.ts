import type { WrittenCalendar } from '#domain/calendar/town-calendar.js';
import type { WrittenMonths } from '#domain/consent/consent-term.js';
import type { WrittenLimits } from '#domain/disclosure/town-limits.js';
import type { Instrument } from '#domain/report/instrument.js';
import type { Role } from '#domain/organisation/role.js';
import type { MembershipRank } from './organisation.port.js';

/** A municipality with its parties, as a file under config/towns tells it. Units are named `authority/branch/unit`. */
export interface TownDefinition extends WrittenLimits {
  readonly slug: string;
  readonly name: string;
  readonly authorities: readonly {
    readonly slug: string;
    readonly kind: string;
    readonly name: string;
    readonly branches: readonly {
      readonly slug: string;
      readonly name: string;
      readonly units: readonly {
        readonly slug: string;
        readonly name: string;
        readonly kind: string;
        readonly answersHub?: boolean;
      }[];
    }[];
  }[];
  readonly hubSlots?: readonly {
    readonly branch: string;
    readonly weekdays: readonly number[];
    readonly startsLocal: string;
    readonly minutes: number;
    readonly videoUrl?: string;
  }[];
  readonly agreements?: readonly {
    readonly form: string;
    readonly startsOn: string;
    readonly endsOn: string;
    readonly signedBy: string;
    readonly parties: readonly { readonly branch: string; readonly resources: string }[];
  }[];
  readonly population?: number;
  /** How each collaboration form is run here, as the file's schema describes it; kept as the municipality's settings. */
  readonly forms?: readonly Readonly<Record<string, unknown>>[];
  /** What families meet: whom they can call and how long a link works; kept among the municipality's settings. */
  readonly family?: Readonly<Record<string, unknown>>;
  /** When the town works and its schools are closed; kept among the municipality's settings. */
  readonly calendar?: WrittenCalendar;
  /** The town's own sketch and its words for what is seen at places; kept among the municipality's settings. */
  readonly area?: Readonly<Record<string, unknown>>;
  /** What the town grades by beside the house's instruments; kept among the municipality's settings. */
  readonly instruments?: readonly Instrument[];
  /** How long a consent may last here, in forms that have no length of their own. */
  readonly consentMonths?: WrittenMonths;
  /** Deadline kind → rule, where the town has another than the built-in one. */
  readonly deadlines?: Readonly<Record<string, unknown>>;
}

/** People in posts; in the demonstration from a file, elsewhere entered by the administrator. */
export interface StaffDefinition {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly phone?: string;
  readonly posts: readonly { readonly unit: string; readonly role: Role; readonly rank?: MembershipRank }[];
}

/** The ids given, by the names in the definition. */
export interface TownIds {
  readonly municipalityId: string;
  /** `authority/branch` → id. */
  readonly branches: ReadonlyMap<string, string>;
  /** `authority/branch/unit` → id. */
  readonly units: ReadonlyMap<string, string>;
  /** Staff key → id. */
  readonly staff: ReadonlyMap<string, string>;
}
