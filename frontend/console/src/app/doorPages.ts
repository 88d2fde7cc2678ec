import { bundle } from './bundle.ts';

/** Few come through them, and those once; only the sign-in is there from the start. */
export const DOOR_PAGES = {
  signUp: { path: '/sign-up', ...bundle(() => import('../features/signup/SignUp.tsx')) },
  verify: { path: '/verify', ...bundle(() => import('../features/signup/Verify.tsx')) },
  company: { path: '/sign-in/company', ...bundle(() => import('../features/signin/CompanySignIn.tsx')) },
  forgotPassword: { path: '/forgot-password', ...bundle(() => import('../features/recovery/ForgotPassword.tsx')) },
  resetPassword: { path: '/reset-password', ...bundle(() => import('../features/recovery/ResetPassword.tsx')) },
  magicLink: { path: '/magic-link', ...bundle(() => import('../features/recovery/MagicLink.tsx')) },
  invitation: { path: '/invitation', ...bundle(() => import('../features/invitation/InvitationPage.tsx')) },
};
