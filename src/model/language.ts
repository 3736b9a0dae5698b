// The two languages of every sentence a reader sees.

export type Language = 'en' | 'zh'

export const languages: readonly Language[] = ['en', 'zh']

/** One sentence in both languages, side by side so that a missing one does not compile. */
export type Words = Readonly<Record<Language, string>>
