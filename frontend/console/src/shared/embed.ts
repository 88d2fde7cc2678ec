/** The line that puts the chat on a page. */
export const embedCode = (origin: string, key: string): string => `<script async src="${origin}/widget.js" data-api-key="${key}"></script>`;

/** One to a line; what is blank is nothing. */
export const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
