import { create, did, type Moment, update } from './script.ts'

const forums: readonly {
  key: string
  on: string
  name: string
  kind: 'external' | 'internal'
  owner: string
  purpose: string
  members: string
  meets: number
  since: string
  gave: readonly (readonly [on: string, what: string])[]
}[] = [
  {
    key: 'forum-esam',
    on: '2021-02-24',
    name: 'eSam',
    kind: 'external',
    owner: 'ciso',
    purpose: 'Ta vara på digitaliseringens möjligheter tillsammans med andra myndigheter, på ett säkert och lagligt sätt.',
    members: 'Medlemsmyndigheterna och Sveriges Kommuner och Regioner',
    meets: 6,
    since: '2019-01-01',
    gave: [
      ['2022-01-26', 'Vägledning om utkontraktering som vi har använt i rutinen för inköp.'],
      ['2023-12-04', 'Gemensamma frågor om öppna AI-tjänster, som blev grunden för vår anvisning.'],
      ['2025-02-10', 'Underlag för att bedöma molntjänster, som vi använde i upphandlingen av utbetalningssystemet.'],
    ],
  },
  {
    key: 'forum-fk',
    on: '2021-02-24',
    name: 'Säkerhetsforum för it-tjänster med Försäkringskassan',
    kind: 'external',
    owner: 'it-security',
    purpose: 'Dela hotbild och erfarenheter av drift av stora system för utbetalningar.',
    members: 'Försäkringskassan och myndigheter som använder gemensamma tjänster',
    meets: 4,
    since: '2020-03-01',
    gave: [
      ['2022-02-28', 'Erfarenheter av reservrutiner, som vi använde efter störningen i januari.'],
      ['2023-05-22', 'Varningar om överbelastningsangrepp nådde oss ett dygn i förväg.'],
      ['2024-11-18', 'Försäkringskassan visade hur de provflyttar stora register. Vi gjorde likadant.'],
    ],
  },
  {
    key: 'forum-ssc',
    on: '2021-03-17',
    name: 'Informationssäkerhet vid servicekontoren',
    kind: 'external',
    owner: 'head-kun',
    purpose: 'Enas om hur uppgifter om våra kunder hanteras vid servicekontoren.',
    members: 'Statens servicecenter och de myndigheter som finns vid kontoren',
    meets: 4,
    since: '2020-09-01',
    gave: [['2023-05-15', 'Gemensamma instruktioner för handlingar som lämnas in av misstag.']],
  },
  {
    key: 'forum-sektor',
    on: '2022-10-10',
    name: 'Beredskapssektorn Ekonomisk säkerhet',
    kind: 'external',
    owner: 'preparedness',
    purpose: 'Samordna planeringen för kris och höjd beredskap.',
    members: 'Beredskapsmyndigheterna i sektorn',
    meets: 8,
    since: '2022-10-01',
    gave: [
      ['2023-11-20', 'Gemensam övning i oktober och en delad mall för lägesbild.'],
      ['2024-12-02', 'Budskapen till allmänheten samordnas från första timmen.'],
      ['2026-03-09', 'En gemensam tolkning av vad som är en betydande incident.'],
    ],
  },
  {
    key: 'forum-intern',
    on: '2021-03-03',
    name: 'Säkerhetsgruppen',
    kind: 'internal',
    owner: 'ciso',
    purpose: 'Samla informationssäkerhet, it-säkerhet, risk, dataskydd och beredskap kring samma frågor.',
    members: 'Informationssäkerhetschefen, It-säkerhet, riskfunktionen, dataskyddsombudet, beredskapssamordnaren',
    meets: 20,
    since: '2021-03-01',
    gave: [
      ['2022-06-20', 'Alla incidenter gås igenom gemensamt varannan vecka.'],
      ['2023-06-19', 'Konsekvensbedömning och riskanalys görs numera vid samma tillfälle.'],
      ['2025-06-16', 'En gemensam lista över leverantörer, med en kontaktperson för varje.'],
    ],
  },
  {
    key: 'forum-agare',
    on: '2022-06-13',
    name: 'Informationsägarnas nätverk',
    kind: 'internal',
    owner: 'analyst',
    purpose: 'Ge informationsägarna stöd av varandra.',
    members: 'Alla informationsägare',
    meets: 4,
    since: '2022-06-01',
    gave: [
      ['2023-10-16', 'Önskemålen om en enklare klassningsmodell kom härifrån.'],
      ['2024-10-21', 'De första erfarenheterna av den nya klassningsmodellen samlades och gav två ändringar i stödet.'],
    ],
  },
]

/** Cooperation with others and within the authority. */
export const cooperation: readonly Moment[] = forums.flatMap(({ key, on, name, kind, owner, purpose, members, meets, since, gave }) => [
  did(on, 'ciso', [create('forum', key, { name, kind, owner: `@${owner}`, purpose, members, meetsPerYear: meets, activeFrom: since })]),
  ...gave.map(([day], index) =>
    did(
      day,
      'ciso',
      [
        update(key, {
          gave: gave
            .slice(0, index + 1)
            .map(([when, what]) => `- **${when.slice(0, 4)}:** ${what}`)
            .join('\n'),
        }),
      ],
      'Årets erfarenheter.',
    ),
  ),
])
