import { swedish2022 } from './report-2022.ts'
import { english2023, swedish2023 } from './report-2023.ts'
import { create, did, type Moment } from './script.ts'

const texts = (year: number, language: 'sv' | 'en', sections: Readonly<Record<string, string>>, on: string): Moment =>
  did(
    on,
    'ciso',
    Object.entries(sections).map(([section, text]) =>
      create('reportText', `text-${year}-${section}-${language}`, { year, section, language, text }),
    ),
    'Text till redogörelsen till regeringen.',
  )

/** The texts of the annual reports, written by the information security function some weeks after the year they concern. */
export const reportTexts: readonly Moment[] = [
  texts(2022, 'sv', swedish2022, '2023-02-08'),
  texts(2023, 'sv', swedish2023, '2024-02-06'),
  texts(2023, 'en', english2023, '2024-02-12'),
]
