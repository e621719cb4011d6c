/** The form's steps as a road: taken, next, and those to come; any of them may be taken, out of order with a reason. */
import { Check, Circle, CircleDot } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../elements/Button.js';
import { Icon } from '../elements/Icon.js';
import type { ShownGroupFragment } from '../graphql/generated/group/graphql.js';
import { useNamed } from './named.js';
import './group.css';

const ENDED = ['closed', 'followed-up'];

export function StepList({
  group,
  onTake,
}: {
  group: ShownGroupFragment;
  onTake: ((step: string) => void) | undefined;
}) {
  const { t } = useTranslation('group');
  const named = useNamed();
  const canTake = ({ step, times, isNext }: ShownGroupFragment['steps'][number]): boolean =>
    onTake !== undefined &&
    !isNext &&
    step.does !== 'form' &&
    step.does !== 'follow-up' &&
    (times === 0 || step.repeats) &&
    !ENDED.includes(group.standing) &&
    (step.does !== 'meet' || group.standing === 'active');
  return (
    <ol className="group-steps">
      {group.steps.map((state) => {
        const { step, times, isNext } = state;
        const mark = times > 0 ? 'taken' : isNext ? 'next' : 'to-come';
        return (
          <li key={step.step} data-state={mark} aria-current={isNext ? 'step' : undefined}>
            <Icon of={mark === 'taken' ? Check : isNext ? CircleDot : Circle} />
            <span className="group-step-name">
              {named(step.name)}
              <span className="vh"> ({t(`step.${mark}`)})</span>
              {(times > 1 || step.within || step.document || step.optional) && (
                <span className="muted small group-step-facts">
                  {[
                    ...(times > 1 ? [t('step.times', { count: times })] : []),
                    ...(step.within
                      ? [
                          t(step.fromReport ? 'step.withinReport' : 'step.within', {
                            span: t(`span.${step.within.unit}` as never, { count: step.within.count }),
                          }),
                        ]
                      : []),
                    ...(step.document && step.document.sv !== step.name.sv
                      ? [t('step.leaves', { document: named(step.document).toLowerCase() })]
                      : []),
                    ...(step.optional ? [t('step.optional')] : []),
                  ].join(' · ')}
                </span>
              )}
            </span>
            {canTake(state) && (
              <Button size="small" kind="quiet" onPress={() => onTake?.(step.step)}>
                {t(step.does === 'close' ? 'step.closeShort' : 'step.take')}
                <span className="vh"> {named(step.name)}</span>
              </Button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
