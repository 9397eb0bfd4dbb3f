import { describe, expect, test } from 'vitest'
import type { Language } from '#kernel/language/text.ts'
import { annualSections } from './annual.ts'
import type { AnnualFacts } from './facts.ts'
import { picturesOf } from './pictures.ts'
import type { Telling, ToldFigure } from './telling.ts'
import { capital, genitive, listed, wordingIn } from './wording.ts'

const nothing: AnnualFacts = {
  authority: null,
  employees: 0,
  departments: 0,
  sites: [],
  reviews: [],
  decisions: [],
  documents: [],
  sources: [],
  parties: 0,
  partiesReviewed: 0,
  assets: 0,
  forums: [],
  risksAnalysed: [],
  riskMethod: [],
  courses: [],
  yearlyCourses: [],
  incidentKinds: [],
  reportedToMcf: 0,
  reportedToImy: 0,
  plans: 0,
  exercises: [],
  upcoming: [],
  upcomingTotal: 0,
  documentsDue: 0,
  risksDue: 0,
  rounds: [],
  areas: [],
  improvements: [],
}

const formats = {
  value: (value: number | null, unit: string) =>
    value === null ? 'uppgift saknas' : unit === 'share' ? `${Math.round(value * 100)} %` : String(value),
  date: (day: string) => day,
}

function telling(
  language: Language,
  facts: Partial<AnnualFacts>,
  figures: Record<string, [number | null, number | null, ToldFigure['unit']?]>,
): Telling {
  return {
    ...wordingIn(language, formats),
    facts: { ...nothing, ...facts },
    authority: 'Trygghetsverket',
    day: '2023-12-31',
    year: 2023,
    isWholeYear: true,
    figure: (key) => ({ value: figures[key]?.[0] ?? null, previous: figures[key]?.[1] ?? null, unit: figures[key]?.[2] ?? 'count' }),
    choice: (_register, _field, key) => key,
  }
}

const textOf = (key: string, told: Telling) => annualSections.find((section) => section.key === key)?.text(told) ?? ''

test('the report has its eleven sections in their fixed order', () => {
  expect(annualSections.map(({ key }) => key)).toEqual([
    'summary',
    'introduction',
    'management-and-development',
    'management-system',
    'cooperation',
    'security-risks',
    'awareness',
    'incidents',
    'preparedness',
    'future-needs',
    'evaluation',
  ])
})

describe('where the records say nothing', () => {
  test.each(annualSections.map(({ key }) => key))('the section %s says nothing', (key) => {
    expect(textOf(key, telling('sv', {}, {}))).toBe('')
    expect(textOf(key, telling('en', {}, {}))).toBe('')
    expect(picturesOf(key, telling('sv', {}, {}), [])).toEqual({ tables: [], charts: [] })
  })
})

describe('the text made from the records', () => {
  test('tells the share trained with the year before beside it, and keeps the figure living', () => {
    const told = telling('sv', { yearlyCourses: ['Säker i vardagen'] }, { 'awareness.completion-share': [0.83, 0.76, 'share'] })
    expect(textOf('awareness', told)).toBe(
      'Alla medarbetare ska varje år gå utbildningen ”Säker i vardagen”. Den 2023-12-31 hade {figure:awareness.completion-share} av dem genomfört utbildningen så sent att den fortfarande gällde, mot 76 % ett år tidigare. Den som är frånvarande en längre tid räknas inte med.',
    )
  })

  test('bends its words after the number', () => {
    const risks = (open: number) =>
      textOf(
        'security-risks',
        telling(
          'sv',
          {},
          {
            'security-risks.open': [open, null],
            'security-risks.open-by-level.very-high': [open, null],
            'security-risks.awaiting-decision': [open, null],
            'security-risks.decisions-overdue': [0, null],
          },
        ),
      )
    expect(risks(1)).toContain('Den 2023-12-31 fanns en öppen risk. Av dem var en mycket hög.')
    expect(risks(1)).toContain('En risk väntade på beslut. Inget beslut hade dröjt för länge.')
    expect(risks(2)).toContain('Den 2023-12-31 fanns två öppna risker. Av dem var två mycket höga.')
    expect(risks(0)).toContain('Den 2023-12-31 fanns inga öppna risker.')
    expect(risks(0)).not.toContain('Av dem')
  })

  test('tells who is handed which risks by the method, with how many reached the director-general and the year before beside it', () => {
    const told = telling(
      'sv',
      { riskMethod: [{ headFrom: 8, materialFrom: 16 }] },
      {
        'security-risks.open': [5, 4],
        'security-risks.awaiting-decision': [2, 0],
        'security-risks.decisions-overdue': [1, 0],
        'security-risks.decided-in-time': [0.75, 0.5, 'share'],
        'security-risks.escalated-to-director-general': [3, 1],
        'security-risks.accepted': [1, 1],
        'security-risks.acceptances-ended': [1, 0],
      },
    )
    expect(textOf('security-risks', told)).toContain(
      'Risker med riskvärdet 8 eller högre eskaleras alltid till avdelningschefen för beslut. Bedöms en risk som väsentlig, eller är riskvärdet 16 eller högre, rapporteras den till generaldirektören. Säkerhetschefen följer upp och rapporterar de säkerhetsrelaterade riskerna. Under 2023 lämnades tre risker till generaldirektören, året före en.',
    )
    expect(textOf('security-risks', told)).toContain(
      'Ett beslut hade dröjt för länge, mot ingen ett år tidigare. Av de risker som beslutades under året beslutades {figure:security-risks.decided-in-time} i tid, mot 50 % ett år tidigare.',
    )
    expect(textOf('security-risks', told)).toContain('En acceptans hade gått ut utan nytt beslut.')
  })

  test('compares the rounds of self-assessment area by area', () => {
    const told = telling(
      'sv',
      {
        rounds: [
          { name: '2023', questionnaire: 'Egen kontroll', heldOn: '2023-10-01', level: 2 },
          { name: '2021', questionnaire: 'Egen kontroll', heldOn: '2021-10-01', level: 0 },
        ],
        areas: [
          { area: 'Risker', before: 0.2, now: 0.8 },
          { area: 'Utbildning', before: 0.5, now: 0.9 },
          { area: 'Incidenter', before: 0.5, now: 0.5 },
          { area: 'Leverantörer', before: 0.6, now: 0.4 },
        ],
      },
      { 'evaluation.areas-improved': [2, null] },
    )
    expect(textOf('evaluation', told)).toContain(
      'Resultatet blev nivå 2, en förbättring jämfört med den förra omgången, ”2021”, som gav ingen nivå.',
    )
    expect(textOf('evaluation', told)).toContain(
      '- **Bättre:** Risker och Utbildning\n- **Oförändrat:** Incidenter\n- **Sämre:** Leverantörer',
    )
    expect(textOf('summary', told)).toContain('Av fyra områden är två bättre än förra gången.')
    const [table] = picturesOf('evaluation', told, []).tables
    expect(table?.rows.map((row) => row.at(-1))).toEqual(['bättre', 'bättre', 'oförändrat', 'sämre'])
  })

  test('names nothing that could be read as Markdown or as a figure', () => {
    const told = telling('sv', { forums: [{ name: 'eSam', kind: 'external', purpose: 'Delar *allt* {figure:a.b}\n# Rubrik' }] }, {})
    expect(textOf('cooperation', told)).toContain('- **eSam**: Delar \\*allt\\* \\{figure:a.b\\} \\# Rubrik')
  })

  test('says so when the year is not over', () => {
    const told = { ...telling('sv', {}, { 'incidents.reported': [3, null] }), isWholeYear: false }
    expect(textOf('incidents', told)).toContain('Hittills under 2023 rapporterade medarbetarna tre händelser.')
  })

  test('names the authority that received incidents in the year of the report', () => {
    const sent = (year: number) =>
      textOf('incidents', { ...telling('sv', { reportedToMcf: 1 }, { 'incidents.reported': [3, null] }), year })
    expect(sent(2023)).toContain('Myndigheten rapporterade en incident till Myndigheten för samhällsskydd och beredskap (MSB).')
    expect(sent(2026)).toContain('till Myndigheten för civilt försvar (MCF).')
  })
})

test('the title of a picture says which way it went', () => {
  const told = telling('sv', {}, {})
  const days = (values: (number | null)[]) => values.map((value, index) => ({ day: `${2021 + index}-12-31`, value }))
  expect(picturesOf('awareness', told, days([0.64, 0.76, 0.83])).charts[0]?.title).toBe(
    'Andelen med giltig utbildning har ökat från 64 % till 83 % sedan 2021',
  )
  expect(picturesOf('awareness', told, days([null, 0.76, 0.7])).charts[0]?.title).toBe(
    'Andelen med giltig utbildning har minskat från 76 % till 70 % sedan 2022',
  )
  expect(picturesOf('awareness', told, days([null, null, 0.7])).charts).toEqual([])
})

test('words of language', () => {
  expect(genitive('Trygghetsverket', 'sv')).toBe('Trygghetsverkets')
  expect(genitive('Finansinspektionens', 'sv')).toBe('Finansinspektionens')
  expect(listed(['a', 'b', 'c'], 'sv')).toBe('a, b och c')
  expect(listed(['a'], 'en')).toBe('a')
  expect(listed(['Information och klassning', 'Risker'], 'sv')).toBe('Information och klassning; Risker')
  expect(capital('åtta')).toBe('Åtta')
  expect(wordingIn('sv', formats).many(12, 'en risk', 'risker')).toBe('tolv risker')
  expect(wordingIn('sv', formats).many(13, 'en risk', 'risker')).toBe('13 risker')
})
