// Agenda page: to be written.
export function AgendaPage(_: { meetingId: string; focusId: string | null }) {
  return null
}
