import { texts } from '../../shared/locale/language.ts';

export const SIGN_IN = texts({
  en: {
    title: 'Sign in',
    password: 'Password',
    submit: 'Sign in',
    because: {
      nobody: undefined,
      expired: 'Your session has ended. Sign in to go on where you were.',
      left: 'You have signed out.',
      reset: 'Your new password is saved. Sign in with it.',
      removed: 'You have left the team.',
      everywhere: 'You are logged out everywhere.',
    },
    wrong: 'E-mail or password is wrong.',
    forgot: 'Forgot your password?',
    isNew: 'New to CSAI?',
    signUp: 'Sign up',
  },
  he: {
    title: 'כניסה',
    password: 'סיסמה',
    submit: 'כניסה',
    because: {
      nobody: undefined,
      expired: 'החיבור שלך הסתיים. אפשר להיכנס ולהמשיך מאותו מקום.',
      left: 'יצאת מהמערכת.',
      reset: 'הסיסמה החדשה נשמרה. אפשר להיכנס איתה.',
      removed: 'יצאת מהצוות.',
      everywhere: 'החיבור שלך נותק בכל המכשירים.',
    },
    wrong: 'הדוא״ל או הסיסמה שגויים.',
    forgot: 'שכחת את הסיסמה?',
    isNew: 'עדיין לא ב־CSAI?',
    signUp: 'הרשמה',
  },
});
