import type { Port } from '#use-cases/gate/as-caller.js';
import { DeadlineStore } from '#use-cases/deadline/deadline.port.js';
import { IdentityStore, ItemStore, PersonKeyStore } from '#use-cases/gate/items.port.js';
import { LedgerStore } from '#use-cases/ledger/ledger.port.js';
import { SessionStore } from '#use-cases/sign-in/session.port.js';
import { OrganisationStore } from '#use-cases/organisation/organisation.port.js';
import { OutboxReader } from '#use-cases/outbox/outbox-reader.port.js';
import { OutboxStore } from '#use-cases/outbox/outbox.port.js';
import type { StoreContext } from './caller/pg-as-caller.js';
import { DeadlineRepository } from './deadline/deadline.repository.js';
import { IdentityRepository } from './gate/identity.repository.js';
import { ItemRepository } from './gate/item.repository.js';
import { PersonKeyRepository } from './gate/person-key.repository.js';
import { LedgerRepository } from './ledger/ledger.repository.js';
import { SessionRepository } from './sign-in/session.repository.js';
import { OrganisationRepository } from './organisation/organisation.repository.js';
import { OutboxReaderRepository } from './outbox/outbox-reader.repository.js';
import { OutboxRepository } from './outbox/outbox.repository.js';

type Make = (context: StoreContext) => unknown;

/** Which store answers which port. A new concept adds its line here and nothing else needs to know. */
export const providers: ReadonlyMap<Port<unknown>, Make> = new Map<Port<unknown>, Make>([
  [ItemStore, (c) => new ItemRepository(c)],
  [IdentityStore, (c) => new IdentityRepository(c)],
  [PersonKeyStore, (c) => new PersonKeyRepository(c)],
  [DeadlineStore, (c) => new DeadlineRepository(c)],
  [LedgerStore, (c) => new LedgerRepository(c)],
  [SessionStore, (c) => new SessionRepository(c)],
  [OrganisationStore, (c) => new OrganisationRepository(c)],
  [OutboxReader, (c) => new OutboxReaderRepository(c)],
  [OutboxStore, (c) => new OutboxRepository(c)],
]);
