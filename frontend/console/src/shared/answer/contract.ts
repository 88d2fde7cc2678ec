/** What became of a question. */
export type Outcome = 'answered' | 'abstained' | 'handed_off' | 'refused';

export interface Citation {
  readonly index: number;
  readonly documentId: string;
  readonly documentName: string;
  readonly page?: number;
  readonly snippet: string;
  readonly score: number;
}
