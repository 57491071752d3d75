import { frameText } from '../text/frame.ts'

export function Brand() {
  return (
    <div className="brand">
      <svg className="mark" width="30" height="30" viewBox="0 0 30 30" aria-hidden="true">
        <rect width="30" height="30" rx="8" fill="currentColor" />
        <path d="M10 6v18" stroke="var(--on-accent)" strokeWidth="2" />
        <circle cx="10" cy="8" r="3" fill="var(--on-accent)" />
        <circle cx="10" cy="15" r="3.2" fill="currentColor" stroke="var(--on-accent)" strokeWidth="2" />
        <circle cx="10" cy="22" r="3" fill="var(--on-accent)" />
        <path d="M16 8h8M16 15h6M16 22h8" stroke="var(--on-accent)" strokeWidth="2" strokeLinecap="round" />
      </svg>
      <span>
        <b>{frameText.product}</b>
        <small>{frameText.role}</small>
      </span>
    </div>
  )
}
