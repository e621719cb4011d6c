/** Green, orange or red, graded by a person: shape beside colour and word, so that no one depends on colour. */
import { useTranslation } from 'react-i18next';
import './GradeBadge.css';

export type Grade = 'green' | 'orange' | 'red';

const SHAPES: Readonly<Record<Grade, string>> = {
  green: 'M10 2.2a7.8 7.8 0 1 1 0 15.6 7.8 7.8 0 0 1 0-15.6Z',
  orange: 'M10 1 19 10 10 19 1 10Z',
  red: 'M6.4 1.3h7.2l5.1 5.1v7.2l-5.1 5.1H6.4l-5.1-5.1V6.4Z',
};

export function GradeShape({ grade }: { readonly grade: Grade }) {
  return (
    <svg className="grade-shape" data-grade={grade} viewBox="0 0 20 20" aria-hidden focusable="false">
      <path d={SHAPES[grade]} />
    </svg>
  );
}

export function GradeBadge({ grade, size }: { readonly grade: Grade; readonly size?: 'large' }) {
  const { t } = useTranslation('elements');
  return (
    <span className="grade" data-grade={grade} data-size={size}>
      <GradeShape grade={grade} />
      {t(`grade.${grade}`)}
    </span>
  );
}
