/** Offered to choose from; a tenant may have others, which stay. */
export const OFFERED = ['en', 'he', 'ar', 'am', 'ru', 'uk', 'fr', 'es', 'pt', 'de', 'it', 'nl', 'pl', 'ro', 'tr', 'el', 'yi', 'zh', 'ja', 'hi'] as const;
