-- CreateTable
CREATE TABLE "Site" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "appliedRevision" INTEGER,
    "appliedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "SiteRevision" (
    "siteId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "spec" TEXT NOT NULL,
    "savedAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "savedBy" TEXT NOT NULL,

    PRIMARY KEY ("siteId", "revision"),
    CONSTRAINT "SiteRevision_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SiteHost" (
    "siteId" TEXT NOT NULL,
    "hostId" TEXT NOT NULL,

    PRIMARY KEY ("siteId", "hostId"),
    CONSTRAINT "SiteHost_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SiteHost_hostId_fkey" FOREIGN KEY ("hostId") REFERENCES "Host" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SiteMeasurement" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "siteId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "body" TEXT NOT NULL,
    CONSTRAINT "SiteMeasurement_siteId_fkey" FOREIGN KEY ("siteId") REFERENCES "Site" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "Job" ADD COLUMN "siteId" TEXT REFERENCES "Site" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "Job_siteId_createdAt_idx" ON "Job"("siteId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Site_name_key" ON "Site"("name");

-- CreateIndex
CREATE UNIQUE INDEX "SiteHost_hostId_key" ON "SiteHost"("hostId");

-- CreateIndex
CREATE INDEX "SiteMeasurement_siteId_at_idx" ON "SiteMeasurement"("siteId", "at");
