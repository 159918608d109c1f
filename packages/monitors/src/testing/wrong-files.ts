/** A right monitors.yaml and what can be wrong in it, one mistake at a time. */

export const GOOD = `version: 1
namespaces:
  prod:
    trustyai: { url: '\${TRUSTYAI}', token: '\${TOKEN}' }
    modelServer: { errorShare: 0.05, latency: 500ms, quantile: 0.99 }
  test:
    trustyai: { url: 'http://trustyai:8080' }
models:
  credit:
    version: v1
    reference: { tag: TRAINING, rows: 1000, storedRows: 1200 }
    features: [age, income]
    batch: 100
  'odd "name"':
    version: '2'
    reference: { tag: T, rows: 50 }
    features: 3
    batch: 50
defaults:
  persistence: { need: 2, of: 3, every: 1m }
monitors:
  - id: distribution
    model: credit
    namespaces: [prod, test]
    metric: ks
    effect: 0.1
    retrain: true
  - id: groups
    model: credit
    namespaces: [prod]
    metric: spd
    fairness: { protectedAttribute: sex, privileged: 1, unprivileged: 0, outcome: paid, favorable: 1 }
  - id: level
    model: credit
    namespaces: [prod]
    metric: mean
    features: [age]
    centre: 40
    limit: 5
  - id: joint
    model: 'odd "name"'
    namespaces: [test]
    metric: mmd
    limit: { mmd2: 0.01 }
grafana: { url: 'https://grafana.example.com/' }
notify:
  retrain: { gateway: 'http://gateway:8090/alerts', token: '\${RETRAIN}' }
  people: { url: 'http://chat/hook', user: bot, password: '\${PASSWORD}' }
  mutes:
    - { name: night, location: Europe/Berlin, weekdays: ['monday:friday'], times: [{ start: '22:00', end: '24:00' }] }
prometheus: { every: 30s, ruleLabels: { role: alerts } }
`;

/** What is written instead of what, the place, and how the sentence begins. */
type Row = readonly [from: string, to: string, place: string, sentence: string];

/** Wrong in its shape: the JSON Schema sees it too. */
export const SHAPE: Row[] = [
  ['version: 1\n', 'version: 2\n', '1:10', 'version is 2: write 1, the only version there is.'],
  [
    "url: '\${TRUSTYAI}'",
    'url: trustyai',
    '4:22',
    'namespaces.prod.trustyai.url is "trustyai": write an address that begins with',
  ],
  [
    "url: '\${TRUSTYAI}'",
    "url: 'http://me:hunter2@x'",
    '4:22',
    'namespaces.prod.trustyai.url is not right: write an address',
  ],
  [
    "token: '\${TOKEN}'",
    'token: hunter2',
    '4:44',
    'namespaces.prod.trustyai.token is not right: write nothing but a variable',
  ],
  [
    "token: '\${TOKEN}'",
    "token: 'x\${TOKEN}'",
    '4:44',
    'namespaces.prod.trustyai.token is not right: write nothing but a variable',
  ],
  [
    "password: '\${PASSWORD}'",
    'password: 12345',
    '48:59',
    'notify.people.password is not right: write nothing but a variable',
  ],
  [
    'quantile:',
    'quantil:',
    '5:54',
    'namespaces.prod.modelServer.quantil is no field that is known here. Did you mean "quantile"?',
  ],
  [
    'batch: 100',
    'colour: red',
    '13:5',
    'models.credit.colour is no field that is known here. There is version, reference, features, batch.',
  ],
  [
    'latency: 500ms',
    'latency: 0.5',
    '5:47',
    'namespaces.prod.modelServer.latency is 0.5: write a number with its unit',
  ],
  ['    version: v1\n', '', '9:3', 'models.credit.version is missing: add it.'],
  [
    'version: v1',
    'version: 1.0',
    '10:14',
    'models.credit.version is 1: write text, in quotes where it looks like a number.',
  ],
  ['rows: 1000', 'rows: 1', '11:39', 'models.credit.reference.rows is 1: write a whole number of 2 or more.'],
  ['features: 3', 'features: 0', '17:15', 'models["odd \\"name\\""].features is 0: write a whole number of 1 or more.'],
  [
    'features: [age, income]',
    'features: []',
    '12:15',
    'models.credit.features is an empty list: name at least one feature.',
  ],
  [
    'features: [age, income]',
    'features: all',
    '12:15',
    'models.credit.features is "all": write how many features there are (1 or more), or a list of their names.',
  ],
  [
    'every: 1m',
    'every: 90',
    '20:41',
    'defaults.persistence.every is 90: write a number with its unit, such as 90s, 10m, 6h or 7d.',
  ],
  [
    'every: 1m',
    'every: 1500ms',
    '20:41',
    'defaults.persistence.every is "1500ms": write a whole number of seconds or more',
  ],
  ['need: 2', 'need: 0', '20:24', 'defaults.persistence.need is 0: write a whole number of 1 or more.'],
  ['id: distribution', 'id: my monitor', '22:9', 'monitors[0].id is "my monitor": use letters, digits and "-" only'],
  ['metric: ks', 'metric: psi', '25:13', 'monitors[0].metric is "psi": write one of compare-means, ks,'],
  ['effect: 0.1', 'effect: 10', '26:13', 'monitors[0].effect is 10: write a number below 1.'],
  ['effect: 0.1', 'minimumRows: 1', '26:18', 'monitors[0].minimumRows is 1: write a whole number of 2 or more.'],
  [
    'effect: 0.1',
    'application: my-app',
    '26:18',
    'monitors[0].application is "my-app": leave out the "-": a trigger splits',
  ],
  ['effect: 0.1', 'alertVersion: a-b', '26:19', 'monitors[0].alertVersion is "a-b": leave out the "-"'],
  ['retrain: true', 'retrain: yes please', '27:14', 'monitors[0].retrain is "yes please": write true or false.'],
  [
    'limit: { mmd2: 0.01 }',
    'limit: { mmd: 0.01 }',
    '44:12',
    'monitors[3].limit is a map: write a number above 0, or a map from kinds',
  ],
  [
    'namespaces: [prod, test]',
    'namespaces: []',
    '24:17',
    'monitors[0].namespaces is an empty list: name at least one namespace.',
  ],
  [
    "'https://grafana.example.com/'",
    "'\${GRAFANA}'",
    '45:17',
    'grafana.url is "\${GRAFANA}": write the address itself',
  ],
  [
    "['monday:friday']",
    '[Monday]',
    '50:58',
    'notify.mutes[0].weekdays[0] is "Monday": write English days in small letters',
  ],
  ["start: '22:00'", "start: '9pm'", '50:93', 'notify.mutes[0].times[0].start is "9pm": write a time of day'],
];

/** Wrong together with something else in the file: only the reader sees it. */
export const TOGETHER: Row[] = [
  [
    'need: 2',
    'need: 5',
    '20:24',
    'defaults.persistence.need is 5, but only 3 steps are looked at: make `of` at least 5, or `need` smaller.',
  ],
  [
    'every: 1m',
    'every: 45s',
    '20:41',
    'defaults.persistence.every is 45s, no whole multiple of prometheus.every (30s)',
  ],
  [
    'every: 1m',
    'every: 3h',
    '20:41',
    'defaults.persistence looks back over 3 steps of 3h, longer than the 6h after which rows count as stale',
  ],
  [
    'model: credit\n    namespaces: [prod, test]',
    'model: credits\n    namespaces: [prod, test]',
    '23:12',
    'monitors[0].model is "credits", which is not among the models of this file. Did you mean "credit"?',
  ],
  [
    '[prod, test]',
    '[prod, tset]',
    '24:24',
    'monitors[0].namespaces[1] is "tset", which is not among the namespaces of this file. Did you mean "test"?',
  ],
  ['[prod, test]', '[prod, prod]', '24:24', 'monitors[0].namespaces[1] names "prod" again: leave it out.'],
  [
    'id: groups',
    'id: distribution',
    '28:9',
    'monitors[1].id is "distribution", as that of monitors[0] in the same namespace: give each its own.',
  ],
  [
    'features: [age]\n',
    'features: [aeg]\n',
    '37:16',
    'monitors[2].features[0] is "aeg", which is not in models.credit.features. Did you mean "age"?',
  ],
  [
    '    fairness: {',
    '    retrain: true\n    fairness: {',
    '32:14',
    'monitors[1].retrain is true, but spd is no drift',
  ],
  [
    'privileged: 1,',
    'privileged: 0,',
    '32:5',
    'monitors[1].fairness compares a group with itself: privileged and unprivileged are both 0.',
  ],
  [
    'outcome: paid',
    'outcome: sex',
    '32:5',
    'monitors[1].fairness has the same column as protectedAttribute and outcome',
  ],
  [
    'metric: spd',
    'metric: compare-means',
    '32:5',
    'monitors[1].fairness is for spd and dir only, and the metric is compare-means: leave it out.',
  ],
  ['metric: ks\n', 'metric: dir\n', '25:13', 'monitors[0].metric is dir, which compares two groups: add fairness with'],
  [
    'metric: ks\n',
    'metric: compare-means\n',
    '26:5',
    'monitors[0].effect is for ks, ks-approximate and jensen-shannon, which publish an effect; compare-means does not',
  ],
  [
    '    effect: 0.1\n',
    '    limit: 0.1\n',
    '26:12',
    'monitors[0].limit is one number, but ks is KS test, p-value on Java and KS distance D on Python: write limit: { p_value: …, ks_d: … }',
  ],
  [
    '    effect: 0.1\n',
    '    limit: { t: 3 }\n',
    '26:14',
    'monitors[0].limit.t is no number of ks: write limit: { p_value: …, ks_d: … }.',
  ],
  [
    '    effect: 0.1\n',
    '    centre: 3\n',
    '26:5',
    'monitors[0].centre is for the metric mean only, and this is ks: leave it out.',
  ],
  [
    '    limit: { mmd2: 0.01 }\n',
    '',
    '43:13',
    'monitors[3].metric is mmd, and MMD² depends on the data, so no limit can be worked out: add limit: { mmd2: … }',
  ],
  [
    '    limit: 5\n',
    '',
    '36:13',
    'monitors[2].metric is mean, and Mean depends on the data, so no limit can be worked out: add limit, read off',
  ],
  [
    'storedRows: 1200',
    'storedRows: 900',
    '11:57',
    'models.credit.reference.storedRows is 900, but the reference alone has 1000 rows',
  ],
  [
    '    reference: { tag: TRAINING, rows: 1000, storedRows: 1200 }\n',
    '',
    '9:3',
    'models.credit has no reference, which ks of monitors[0] compares with: add reference: { tag, rows }.',
  ],
  [
    '    batch: 100\n',
    '',
    '21:5',
    'monitors[0] has no batch: say in it, in models.credit or in defaults how many rows',
  ],
  [
    'rows: 1000, storedRows: 1200 }\n    features: [age, income]\n    batch: 100',
    'rows: 2 }\n    features: [age, income]\n    batch: 2',
    '22:5',
    'monitors[0] compares 2 reference rows with a batch of 2, too few for any D to be drift',
  ],
  [
    'id: groups\n    model: credit\n    namespaces: [prod]\n    metric: spd\n    fairness: { protectedAttribute: sex, privileged: 1, unprivileged: 0, outcome: paid, favorable: 1 }',
    'id: again\n    model: credit\n    namespaces: [prod]\n    metric: ks\n    batch: 500',
    '28:5',
    'monitors[1] ("again") and "distribution" both watch ks of credit in one namespace, and their series cannot be told apart on the Python service',
  ],
  ["gateway: 'http://gateway:8090/alerts', ", '', '47:3', 'notify.retrain needs either gateway'],
  ['user: bot, ', '', '48:3', 'notify.people has only one of user and password: write both, or neither.'],
  [
    'user: bot, ',
    "token: '\${T}', ",
    '48:3',
    'notify.people has both a token and a user or password, which stops Grafana from starting',
  ],
  [
    "  retrain: { gateway: 'http://gateway:8090/alerts', token: '\${RETRAIN}' }\n",
    '',
    '27:14',
    'A monitor has retrain: true, but nobody is told: add notify.retrain',
  ],
  ['Europe/Berlin', 'Berlin', '50:32', 'notify.mutes[0].location is "Berlin", which is no time zone'],
  [
    "end: '24:00'",
    "end: '06:00'",
    '50:84',
    'notify.mutes[0].times[0] ends at 06:00, not after its start at 22:00: over midnight write two',
  ],
];
