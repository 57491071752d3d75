export { OldFilesLinkSection } from './old-files/OldFilesLinkSection.tsx'
