export { PersonalDataLinkSection } from './personal-data/PersonalDataLinkSection.tsx'
