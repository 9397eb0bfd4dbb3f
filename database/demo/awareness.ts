import { named } from './organisation.ts'
import { create, did, type Moment, swedish, update } from './script.ts'
import { enrol } from './training.ts'

const courses: Moment = {
  at: swedish('2021-01-07', '09:00'),
  actor: 'ciso',
  reason: 'Utbildningarna läggs upp.',
  steps: [
    create('course', 'course-everyone', {
      name: 'Säker i vardagen',
      kind: 'everyone',
      audience: 'Alla medarbetare, varje år. Nya medarbetare inom 30 dagar.',
      mandatory: true,
      validityMonths: 12,
      owner: '@ciso',
      content:
        '1. Vad informationen är värd och hur den är klassad.\n2. Så hanterar, delar och lagrar du den.\n3. Lösenord, nätfiske och arbete på distans.\n4. Ditt eget ansvar.\n5. Rapportera: det tar en minut.\n\nUtbildningen tar fyrtio minuter och avslutas med ett prov. Den som har minst 70 procent rätt är godkänd.',
    }),
    create('course', 'course-protected', {
      name: 'Skyddade personuppgifter i handläggningen',
      kind: 'role',
      audience: 'Handläggare vid Särskilda ärenden, varje år',
      mandatory: true,
      validityMonths: 12,
      owner: '@risk-owner',
      content: 'Tre former av skydd, hotbilder, post genom Skatteverket och vad som aldrig får skrivas. Lärarledd halvdag med fall.',
    }),
    create('course', 'course-managers', {
      name: 'Chefens säkerhetsansvar',
      kind: 'role',
      audience: 'Alla chefer, vartannat år',
      mandatory: true,
      validityMonths: 24,
      owner: '@chef-pers',
      content:
        'Risker och riskägarskap, behörigheter, personalsäkerhet och uppföljning av enheten. Två timmar, med ett eget fall att ta med.',
    }),
    create('course', 'course-owners', {
      name: 'Att äga information',
      kind: 'role',
      audience: 'Informationsägare och systemägare, vartannat år',
      mandatory: true,
      validityMonths: 24,
      owner: '@ciso',
      content: 'Hela klassningen i fyra steg, från värdering till åtgärder. Deltagarna klassar sin egen information under kursen.',
    }),
    create('course', 'course-risk', {
      name: 'Grundkurs i riskhantering',
      kind: 'role',
      audience: 'Chefer och riskägare, en gång',
      mandatory: false,
      owner: '@risk-function',
      content: 'Myndighetens riktlinje för riskhantering: formulera en risk, värdera den, besluta och följa upp.',
    }),
  ],
}

const withRole = (...wanted: readonly string[]) =>
  named.filter(({ key, roles }) => key !== 'chef-utv-1' && roles.some(([role]) => wanted.includes(role)))

/** Those who take a role course one year, when they are called, and when they went; the last few stay behind. */
export const round = (
  course: string,
  roles: readonly string[],
  on: string,
  due: string,
  held: readonly [string, string],
  behind: number,
): Moment[] => {
  const people = withRole(...roles)
  const key = (person: string) => `${course}-${on.slice(0, 4)}-${person}`
  const took = people.slice(0, people.length - behind)
  return [
    did(
      on,
      'ciso',
      people.map((one) => enrol(key(one.key), one.key, one.unit, course, due)),
      'Kallelse till kursen.',
    ),
    ...held.map((day, half) =>
      did(
        day,
        'ciso',
        took.filter((_, index) => index % 2 === half).map((one) => update(key(one.key), { completedOn: day, source: 'classroom' })),
        'Närvaron är noterad av utbildaren.',
      ),
    ),
  ]
}

/** The courses, and those of them that certain roles take. */
export const awareness: readonly Moment[] = [
  courses,
  ...round('course-managers', ['manager', 'department-head'], '2021-08-30', '2021-12-15', ['2021-10-05', '2021-11-16'], 7),
  ...round('course-managers', ['manager', 'department-head'], '2023-02-06', '2023-06-15', ['2023-03-14', '2023-05-09'], 2),
  ...round('course-owners', ['information-owner', 'system-owner'], '2022-03-07', '2022-06-30', ['2022-04-05', '2022-05-17'], 2),
  ...round('course-risk', ['manager', 'risk-owner', 'department-head'], '2023-01-09', '2023-06-30', ['2023-02-07', '2023-03-07'], 3),
]
