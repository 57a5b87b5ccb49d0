-- CreateTable
CREATE TABLE "learner_device" (
    "token" TEXT NOT NULL PRIMARY KEY,
    "learner_id" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "link_code" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "learner_id" TEXT NOT NULL,
    "expires_at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "erasure" (
    "learner_id" TEXT NOT NULL PRIMARY KEY
);

-- CreateTable
CREATE TABLE "item" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "value" REAL NOT NULL,
    "answers" INTEGER NOT NULL
);

-- CreateIndex
CREATE INDEX "learner_device_learner_id_idx" ON "learner_device"("learner_id");

-- CreateIndex
CREATE INDEX "link_code_learner_id_idx" ON "link_code"("learner_id");
