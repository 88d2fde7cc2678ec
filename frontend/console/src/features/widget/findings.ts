import { texts } from '../../shared/locale/language.ts';

interface Facts {
  readonly origin: string;
  readonly status: string;
}

type Sentence = (facts: Facts) => string;

const en = {
  unreachable: () => 'The page could not be fetched. It must be open to everybody on the internet, without a password, and answer within five seconds; a page on your own computer or network cannot be checked.',
  reached: () => 'The page answers.',
  redirected: ({ origin }) => `The address leads on to ${origin}. That is the one that must be allowed.`,
  'bad-status': ({ status }) => `The page answers with the error ${status}. Check the address, and that the page needs no sign-in.`,
  'not-html': () => 'What is at this address is no web page. Enter the address of a page, not of a file.',
  html: () => 'It is a web page.',
  'cut-short': () => 'The page is very long, and only its beginning was read. Put the line near the top.',
  'tag-missing': () => 'The line is not in the page. Paste it before </body>, publish the page and check again. If a tag manager adds it, this check cannot see it: open the page and look for the bubble.',
  'tag-in-comment': () => 'The line is in a comment (<!-- … -->), which browsers skip. Move it out.',
  'tag-in-noscript': () => 'The line is in <noscript>, which browsers skip. Move it out.',
  'tag-in-template': () => 'The line is in <template>, which browsers do not run. Move it out.',
  'tag-as-text': () => 'The line stands in the page as text that visitors can read. Paste it into the HTML, not into the text editor of your site.',
  'tag-not-run': () => 'The line has a type that browsers do not run, as a consent tool sets it. The chat waits for that tool; allow it there, or remove the type.',
  'tag-found': () => 'The line is in the page.',
  'several-tags': () => 'The line is in the page more than once. Only one counts: remove the others.',
  'other-host': () => 'The line loads the chat from another server than this one. Copy the line above again.',
  'mixed-content': () => 'The page is encrypted and the line is not, so browsers refuse it. Write https:// in the line.',
  'own-host': () => 'It loads the chat from here.',
  'key-missing': () => 'The line has no key. Copy the line above again.',
  'key-secret': () => 'The line has a secret key, which everybody can read there. Revoke that key at once under Keys, and copy the line above.',
  'key-unknown': () => 'The key in the line is not one of yours. Copy the line above again.',
  'key-revoked': () => 'The key in the line was revoked. Copy the line above again.',
  'key-expiring': () => 'The key in the line was replaced and ends soon. Copy the line above again.',
  'key-known': () => 'The key is yours and works.',
  'origin-missing': ({ origin }) => `The key may not be used on ${origin} yet. Add it to the pages that may have the chat.`,
  'origin-allowed': ({ origin }) => `The key may be used on ${origin}.`,
  'policy-blocks-script': () => 'The page’s Content-Security-Policy forbids the script. Add the address of this server to its script-src.',
  'policy-blocks-connection': () => 'The page’s Content-Security-Policy forbids the chat to reach this server. Add its address to connect-src.',
  'policy-blocks-image': () => 'The page’s Content-Security-Policy forbids your logo. Add its address to img-src.',
  'policy-open': () => 'Nothing in the page stands in the way.',
} as const satisfies Readonly<Record<string, Sentence>>;

type Code = keyof typeof en;

const he: Readonly<Record<Code, Sentence>> = {
  unreachable: () => 'לא הצלחנו לקבל את הדף. הוא צריך להיות פתוח לכולם באינטרנט, בלי סיסמה, ולענות בתוך חמש שניות; אי אפשר לבדוק דף שנמצא במחשב או ברשת שלך.',
  reached: () => 'הדף עונה.',
  redirected: ({ origin }) => `הכתובת מובילה אל ${origin}. היא זו שצריכה להיות מורשית.`,
  'bad-status': ({ status }) => `הדף עונה בשגיאה ${status}. כדאי לבדוק את הכתובת, ושהדף לא דורש כניסה.`,
  'not-html': () => 'בכתובת הזאת אין דף אינטרנט. צריך כתובת של דף, לא של קובץ.',
  html: () => 'זה דף אינטרנט.',
  'cut-short': () => 'הדף ארוך מאוד, ורק תחילתו נקראה. כדאי לשים את השורה קרוב להתחלה.',
  'tag-missing': () => 'השורה לא נמצאת בדף. צריך להדביק אותה לפני </body>, לפרסם את הדף ולבדוק שוב. אם מנהל תגים מוסיף אותה, הבדיקה לא יכולה לראות את זה: אפשר לפתוח את הדף ולחפש את הבועה.',
  'tag-in-comment': () => 'השורה נמצאת בתוך הערה (<!-- … -->), שדפדפנים מדלגים עליה. צריך להוציא אותה משם.',
  'tag-in-noscript': () => 'השורה נמצאת בתוך <noscript>, שדפדפנים מדלגים עליו. צריך להוציא אותה משם.',
  'tag-in-template': () => 'השורה נמצאת בתוך <template>, שדפדפנים לא מריצים. צריך להוציא אותה משם.',
  'tag-as-text': () => 'השורה מופיעה בדף כטקסט שהמבקרים רואים. צריך להדביק אותה ב־HTML, לא בעורך הטקסט של האתר.',
  'tag-not-run': () => 'לשורה יש סוג שדפדפנים לא מריצים, כמו שכלי הסכמה קובע. הצ׳אט מחכה לכלי הזה; אפשר לאשר אותו שם, או להסיר את הסוג.',
  'tag-found': () => 'השורה נמצאת בדף.',
  'several-tags': () => 'השורה נמצאת בדף יותר מפעם אחת. רק אחת נחשבת: כדאי להסיר את האחרות.',
  'other-host': () => 'השורה טוענת את הצ׳אט משרת אחר. צריך להעתיק שוב את השורה שלמעלה.',
  'mixed-content': () => 'הדף מוצפן והשורה לא, ולכן דפדפנים מסרבים לה. צריך לכתוב https:// בשורה.',
  'own-host': () => 'היא טוענת את הצ׳אט מכאן.',
  'key-missing': () => 'אין מפתח בשורה. צריך להעתיק שוב את השורה שלמעלה.',
  'key-secret': () => 'יש בשורה מפתח סודי, וכל אחד יכול לקרוא אותו שם. צריך לבטל אותו מיד תחת ״מפתחות״, ולהעתיק את השורה שלמעלה.',
  'key-unknown': () => 'המפתח שבשורה אינו שלך. צריך להעתיק שוב את השורה שלמעלה.',
  'key-revoked': () => 'המפתח שבשורה בוטל. צריך להעתיק שוב את השורה שלמעלה.',
  'key-expiring': () => 'המפתח שבשורה הוחלף ומסתיים בקרוב. צריך להעתיק שוב את השורה שלמעלה.',
  'key-known': () => 'המפתח שלך ופועל.',
  'origin-missing': ({ origin }) => `עדיין אסור להשתמש במפתח בכתובת ${origin}. צריך להוסיף אותה לדפים שמותר שיהיה בהם צ׳אט.`,
  'origin-allowed': ({ origin }) => `מותר להשתמש במפתח בכתובת ${origin}.`,
  'policy-blocks-script': () => 'ה־Content-Security-Policy של הדף אוסר על הסקריפט. צריך להוסיף את כתובת השרת הזה ל־script-src.',
  'policy-blocks-connection': () => 'ה־Content-Security-Policy של הדף אוסר על הצ׳אט לפנות לשרת הזה. צריך להוסיף את כתובתו ל־connect-src.',
  'policy-blocks-image': () => 'ה־Content-Security-Policy של הדף אוסר על הלוגו שלך. צריך להוסיף את כתובתו ל־img-src.',
  'policy-open': () => 'שום דבר בדף לא מפריע.',
};

/** What was found and how to mend it, in the order of the check. */
export const FINDINGS = texts<Readonly<Record<Code, Sentence>>>({ en, he });

/** A finding of a later release has no words in this one. */
export const isCode = (code: string): code is Code => code in en;
