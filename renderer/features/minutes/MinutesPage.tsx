// Minutes page: to be written.
export function MinutesPage(_: { meetingId: string; focusId: string | null }) {
  return null
}
