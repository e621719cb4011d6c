/** The mark: a hub and five around it. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 24 24" aria-hidden focusable="false">
      <path
        d="M12 8.9V5.6M15 11l3.1-1M13.9 14.5l1.9 2.7M10.1 14.5l-1.9 2.7M9 11l-3.1-1"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
      />
      <g fill="currentColor">
        <circle cx="12" cy="12" r="3.2" />
        <circle cx="12" cy="4.1" r="1.9" />
        <circle cx="19.5" cy="9.5" r="1.9" />
        <circle cx="16.6" cy="18.4" r="1.9" />
        <circle cx="7.4" cy="18.4" r="1.9" />
        <circle cx="4.5" cy="9.5" r="1.9" />
      </g>
    </svg>
  );
}
