import { BadgeCheck, EyeOff } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { AuthPage } from "@/components/auth/auth-page";
import { Greeting } from "@/components/auth/greeting";
import { localPath } from "@/components/auth/local-path";
import { SignIn } from "@/components/auth/sign-in";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";

const m = messagesFor(DEFAULT_LOCALE).auth.signIn;

export const metadata: Metadata = { title: m.pageTitle };

/** Where one proves who one is. Shows no version, no cluster, no names. */
export default async function SignInPage(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { next } = await props.searchParams;
  const host = (await headers()).get("host") ?? "";
  return (
    <AuthPage
      heading={<Greeting />}
      promises={[
        { icon: EyeOff, text: m.promises.hidden },
        { icon: BadgeCheck, text: m.promises.address },
      ]}
    >
      <SignIn host={host} next={localPath(next)} />
    </AuthPage>
  );
}
