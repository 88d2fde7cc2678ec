/** A mail that an installation without a mail server keeps instead of sending it. */
export interface Mail {
  readonly id: string;
  readonly keptAt: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}
