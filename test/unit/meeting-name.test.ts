import { expect, it } from 'vitest'
import {
  listedMeeting,
  meetingName,
  meetingNumbered,
  numbered,
  shortMeetingName,
} from '../../electron/domain/meetings/meeting-name.ts'

it('names a meeting in few forms, with or without its number', () => {
  expect(numbered(4)).toBe('n°\u00a04')
  expect(meetingNumbered(4)).toBe('séance n°\u00a04')
  expect(meetingNumbered(null, 'réunion')).toBe('réunion')
  expect(meetingName(4, '12\u00a0mars 2026')).toBe('séance n°\u00a04 du 12\u00a0mars 2026')
  expect(meetingName(null, '12\u00a0mars 2026', 'réunion')).toBe('réunion du 12\u00a0mars 2026')
  expect(shortMeetingName(4, '12\u00a0mars 2026')).toBe('séance n°\u00a04')
  expect(shortMeetingName(null, '12\u00a0mars 2026')).toBe('séance du 12\u00a0mars 2026')
  expect(listedMeeting(4, '12\u00a0mars 2026')).toBe('n°\u00a04, 12\u00a0mars 2026')
  expect(listedMeeting(null, '12\u00a0mars 2026')).toBe('12\u00a0mars 2026')
})
