/** House rules that hold in every part, plugins included. */
export const doubleCast = {
  selector: 'TSAsExpression > TSAsExpression[typeAnnotation.type="TSUnknownKeyword"]',
  message: 'No cast through unknown: decode the value at the edge.',
};

export const house = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  'max-lines': ['error', { max: 400, skipBlankLines: true }],
  'max-params': ['error', { max: 4 }],
  'no-restricted-syntax': ['error', doubleCast],
  eqeqeq: ['error', 'always', { null: 'ignore' }],
};
