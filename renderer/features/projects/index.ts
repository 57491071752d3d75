export { Hearings, hearingWords } from './Hearings.tsx'
