/** The mark: a pointed hat that is also a topology, with one light above. */
export function Mark(props: { size?: number; className?: string }) {
  const { size = 24, className } = props;
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden className={className}>
      <path
        d="M15.2 6.6C14.4 10.2 15.6 13.6 18.2 17H5.8C10 14.6 12.9 11 15.2 6.6z"
        className="fill-current stroke-current"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <path d="M2.2 20.9h19.6" className="stroke-current" strokeWidth="2.3" strokeLinecap="round" />
      <circle cx="16.6" cy="3.1" r="2.4" className="fill-accent-solid" />
    </svg>
  );
}
