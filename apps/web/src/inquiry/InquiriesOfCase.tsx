/** What an investigation has asked of school, police and others: who is silent, what came in, and the way to ask. */
import { CircleCheck, MessageCircleQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { AgencyBadge } from '../elements/AgencyBadge.js';
import { Button, ButtonLink } from '../elements/Button.js';
import { Deadline } from '../elements/Deadline.js';
import { GroundTag } from '../elements/GroundTag.js';
import type { PartyKind } from '../elements/houses.js';
import { Icon } from '../elements/Icon.js';
import { Section } from '../elements/Page.js';
import { Time } from '../elements/Time.js';
import { toast } from '../elements/toasts.js';
import {
  EndInquiryDocument,
  InquiriesOfCaseDocument,
  type InquiriesOfCaseQuery,
} from '../graphql/generated/inquiry/graphql.js';
import { useAct } from '../graphql/use-act.js';
import { useCase } from '../live/case.js';
import './inquiry.css';

type Inquiry = InquiriesOfCaseQuery['inquiriesOfCase']['inquiries'][number];

export function InquiriesOfCase(props: {
  readonly caseId: string;
  /** The investigation is open and this reader leads it. */
  readonly may: boolean;
}) {
  const { t } = useTranslation('inquiry');
  const { caseId, may } = props;
  const [reading, again] = useQuery({ query: InquiriesOfCaseDocument, variables: { caseId } });
  const { data } = reading;
  useCase({ caseId: data ? caseId : null, again: () => again({ requestPolicy: 'network-only' }), reading });
  const gathered = data?.inquiriesOfCase;
  if (!gathered || (gathered.inquiries.length === 0 && !may)) return null;
  const protectedPerson = gathered.forms.every(({ refused }) => refused === 'protected');
  return (
    <Section
      title={t('ofCase.title')}
      actions={
        may && !protectedPerson ? (
          <ButtonLink to={`/arende/${caseId}/inhamta`} size="small" icon={MessageCircleQuestion}>
            {t('ofCase.ask')}
          </ButtonLink>
        ) : undefined
      }
    >
      {gathered.inquiries.length === 0 && (
        <p className="muted">{t(protectedPerson ? 'ofCase.protected' : 'ofCase.none')}</p>
      )}
      {gathered.inquiries.map((one) => (
        <OneInquiry key={one.id} one={one} may={may} onChanged={() => again({ requestPolicy: 'network-only' })} />
      ))}
    </Section>
  );
}

function OneInquiry({ one, may, onChanged }: { one: Inquiry; may: boolean; onChanged: () => void }) {
  const { t } = useTranslation('inquiry');
  const [end, { waiting }] = useAct(EndInquiryDocument);
  const answered = one.answeredAt !== null;
  const stop = async () => {
    const { refusal } = await end({ id: one.id, how: answered ? 'closed' : 'withdrawn' });
    if (refusal) toast(refusal.sentence);
    else onChanged();
  };
  return (
    <article className="panel stack gap-3 inquiry" aria-label={`${one.unitName}, ${one.branchName}`}>
      <div className="row inquiry-top">
        <AgencyBadge kind={one.partyKind as PartyKind} name={one.unitName} />
        <span className="muted">
          {one.representative ?? t('ofCase.nobody')}
          {one.deputyAsked && !answered && ` · ${t('ofCase.deputy')}`}
        </span>
      </div>
      {answered && one.knowledge ? (
        <p className="inquiry-answered">
          <Icon of={CircleCheck} /> {t(`knowledge.${one.knowledge}` as never)}{' '}
          <span className="muted">
            <Time at={one.answeredAt!} as="short" />
          </span>
        </p>
      ) : (
        one.endedAt === null && <Deadline due={one.dueAt} from={one.askedAt} what={t('ofCase.awaited')} />
      )}
      {one.parts.map((part) => (
        <div key={part.itemId} className="stack gap-1">
          <p className="inquiry-kind">{t(`share:category.${part.category}` as never)}</p>
          <p className="inquiry-text">{part.text}</p>
          <GroundTag ground={part.ground} />
        </div>
      ))}
      {one.kept > 0 && <p className="note">{t('ofCase.kept', { count: one.kept })}</p>}
      {one.endedAt !== null && (
        <p className="muted">
          {t(`ended.${one.endedHow ?? 'closed'}` as never)} <Time at={one.endedAt} as="short" />
        </p>
      )}
      {may && one.endedAt === null && (
        <div>
          <Button size="small" kind="quiet" isPending={waiting} onPress={() => void stop()}>
            {t(answered ? 'ofCase.close' : 'ofCase.withdraw')}
          </Button>
        </div>
      )}
    </article>
  );
}
