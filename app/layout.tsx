import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Providers } from "@/components/shell/providers";
import { themeScript } from "@/components/shell/theme-script";
import { DEFAULT_LOCALE, messagesFor } from "@/lib/i18n/catalogue";
import "./globals.css";

const { product, purpose } = messagesFor(DEFAULT_LOCALE).common;

export const metadata: Metadata = {
  title: { default: product, template: `%s · ${product}` },
  description: purpose,
  icons: { icon: "/mark.svg" },
  robots: { index: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, viewportFit: "cover" };

/** The page's frame: language, look before first paint (with the nonce of its CSP), fonts. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang={DEFAULT_LOCALE} suppressHydrationWarning>
      <head>
        <link
          rel="preload"
          href="/fonts/inter-opsz.woff2"
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
        <script
          nonce={nonce}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: themeScript }}
        />
      </head>
      <body>
        <Providers locale={DEFAULT_LOCALE}>{children}</Providers>
      </body>
    </html>
  );
}
