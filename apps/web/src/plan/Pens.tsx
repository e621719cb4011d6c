/** Who else has which field of the plan open: beside the field, on the page and where it is written, to those who have the entry. */
import { PenLine } from 'lucide-react';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PenField, PenPlace } from '#domain/plan/plan-pen.js';
import { Icon } from '../elements/Icon.js';
import { sayPen } from '../live/connection.js';
import { PEN_EVERY, usePensAt } from '../live/pens.js';
import type { PenMoved } from '../live/raised-pens.js';
import type { Entry } from './words.js';

/** As it is told to this very reader. */
interface Pen extends PenPlace {
  /** Null where the reader may not have it. */
  readonly name: string | null;
}

interface PensHere {
  readonly address: string;
  readonly pens: readonly Pen[];
}

const Here = createContext<PensHere>({ address: '', pens: [] });

export function PensOfPlan({ groupId, children }: { readonly groupId: string; readonly children: ReactNode }) {
  const address = `plan-pens:${groupId}`;
  const pens = usePensAt(address, penIn);
  const here = useMemo(() => ({ address, pens: [...pens.values()] }), [address, pens]);
  return <Here.Provider value={here}>{children}</Here.Provider>;
}

function penIn(said: unknown): PenMoved<Pen> | undefined {
  const change = said as
    { kind?: string; pen: string; entryId: string; field: PenField | null; name: string | null } | undefined;
  if (change?.kind !== 'pen') return undefined;
  const { pen, entryId, field, name } = change;
  const isFrom = (place: Pen) => place.entryId === entryId;
  return { pen, place: field && { entryId, field, name }, isFrom };
}

/** What of an entry stands on the page by itself: its words, and of these what has been said. */
const PLACED = ['aim', 'help', 'watch'] as const;

/** Beside one field on the page, or beside the entry for all that has no place of its own there. */
export function PensIn({ entry, field }: { readonly entry: Entry; readonly field?: PenField }) {
  const { t } = useTranslation('plan');
  const nameAll = useNames();
  const placed: readonly PenField[] = ['words', ...PLACED.filter((one) => entry[one])];
  const pens = useContext(Here).pens.filter(
    (pen) => pen.entryId === entry.id && (field ? pen.field === field : !placed.includes(pen.field)),
  );
  const fields = [...new Set(pens.map((pen) => pen.field))];
  return fields.map((one) => (
    <span key={one} className="small plan-pen">
      <Icon of={PenLine} />
      {t('pens.changes', { names: nameAll(pens, one), field: t(`pens.field.${one}`) })}
    </span>
  ));
}

/** A field being written: the others are shown that it is open here, and here who else has it open. */
export function Penned(props: {
  readonly entryId: string | null;
  readonly field: PenField;
  readonly children: ReactNode;
}) {
  const { entryId, field, children } = props;
  const { t } = useTranslation('plan');
  const { address, pens } = useContext(Here);
  const nameAll = useNames();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isOpen || entryId === null) return undefined;
    // Whoever looks at something else does not write.
    const say = () => sayPen(address, document.visibilityState === 'visible' ? { entryId, field } : null);
    say();
    const timer = setInterval(say, PEN_EVERY);
    document.addEventListener('visibilitychange', say);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', say);
      sayPen(address, null);
    };
  }, [isOpen, address, entryId, field]);
  const others = pens.filter((pen) => pen.entryId === entryId && pen.field === field);
  return (
    <div
      className="plan-penned"
      onFocus={() => setOpen(true)}
      onBlur={({ currentTarget, relatedTarget }) => currentTarget.contains(relatedTarget) || setOpen(false)}
    >
      {children}
      <p className="small plan-pen" role="status">
        {others.length > 0 && (
          <>
            <Icon of={PenLine} />
            {t('pens.here', { names: nameAll(others, field) })}
          </>
        )}
      </p>
    </div>
  );
}

/** Each once, also at several screens. */
function useNames(): (pens: readonly Pen[], field: PenField) => string {
  const { t, i18n } = useTranslation('plan');
  return (pens, field) => {
    const names = pens.filter((pen) => pen.field === field).map(({ name }) => name ?? t('pens.somebody'));
    return new Intl.ListFormat(i18n.language).format([...new Set(names)]);
  };
}
