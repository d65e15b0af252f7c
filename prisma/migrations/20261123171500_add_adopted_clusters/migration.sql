-- AlterTable
ALTER TABLE "Cluster" ADD COLUMN "origin" TEXT NOT NULL DEFAULT 'built';
ALTER TABLE "Cluster" ADD COLUMN "systemUid" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Cluster_systemUid_key" ON "Cluster"("systemUid");
