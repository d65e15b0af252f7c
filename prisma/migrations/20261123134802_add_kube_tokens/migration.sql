-- CreateTable
CREATE TABLE "KubeToken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "clusterId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" DATETIME NOT NULL,
    "lastUsedAt" DATETIME,
    "lastAddress" TEXT,
    "revokedAt" DATETIME,
    CONSTRAINT "KubeToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "KubeToken_clusterId_fkey" FOREIGN KEY ("clusterId") REFERENCES "Cluster" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "KubeToken_tokenHash_key" ON "KubeToken"("tokenHash");

-- CreateIndex
CREATE INDEX "KubeToken_clusterId_idx" ON "KubeToken"("clusterId");

-- CreateIndex
CREATE INDEX "KubeToken_userId_idx" ON "KubeToken"("userId");
