/** Source of a pattern over folded words. */
export const MEETINGS =
  'reunions?|reus?|cercles?|seances?|rencontres?|plenieres?|sessions?|bureaux?|comites?|conseils?|commissions?|groupes?|copils?|cotechs?|ateliers?|assemblees?|conferences?|instances?|gts?|rendez-vous|rdv|jurys?|ag|ca|codirs?|comex|point|colleges?|cse|webinaires?'
