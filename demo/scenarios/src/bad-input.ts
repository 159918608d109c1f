/** Something the user can put right: the message says what, where and what to do next. */
export class BadInput extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadInput';
  }
}
