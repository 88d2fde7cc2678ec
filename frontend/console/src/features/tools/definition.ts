import { field } from '../../shared/door/DoorForm.tsx';
import { CATEGORIES, EFFECTS, isOneOf, type ToolDefinition } from './contract.ts';

/** What a new one begins with, for those who have never written one. */
export const BEGUN: ToolDefinition = {
  name: '',
  category: 'orders',
  effect: 'writes',
  description: '',
  en: { title: '', summary: '' },
  he: { title: '', summary: '' },
  parameters: {
    type: 'object',
    properties: { order_number: { type: 'string', description: 'As it stands in the confirmation' } },
    required: ['order_number'],
    additionalProperties: false,
  },
};

/** What was written is no JSON at all. */
export class NotJson extends Error {}

/** @throws NotJson */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (failure) {
    if (!(failure instanceof SyntaxError)) throw failure;
    throw new NotJson(failure.message, { cause: failure });
  }
}

export function definitionIn(form: FormData, parameters: unknown): ToolDefinition {
  const category = field(form, 'category');
  const effect = field(form, 'effect');
  return {
    name: field(form, 'name'),
    category: isOneOf(CATEGORIES, category) ? category : 'other',
    effect: isOneOf(EFFECTS, effect) ? effect : 'writes',
    description: field(form, 'description'),
    en: { title: field(form, 'title-en'), summary: field(form, 'summary-en') },
    he: { title: field(form, 'title-he'), summary: field(form, 'summary-he') },
    parameters,
  };
}
