// Clock now: the hour of the desk, as an arrival or a departure that happens now is noted.

export function clockNow(): string {
  const now = new Date()
  return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`
}
