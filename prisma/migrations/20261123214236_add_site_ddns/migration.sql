-- CreateTable
CREATE TABLE "SiteDdns" (
    "siteId" TEXT NOT NULL PRIMARY KEY,
    "settings" TEXT NOT NULL,
    "confirmed" TEXT NOT NULL DEFAULT '{}',
    "appliedHostId" TEXT,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "SiteDdns_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
