-- CreateTable
CREATE TABLE "question_set" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "updated_at" BIGINT NOT NULL,

    CONSTRAINT "question_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_set_version" (
    "set_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "replaced_at" BIGINT,

    CONSTRAINT "question_set_version_pkey" PRIMARY KEY ("set_id","version")
);

-- CreateIndex
CREATE UNIQUE INDEX "question_set_code_key" ON "question_set"("code");

-- CreateIndex
CREATE INDEX "question_set_version_replaced_at_idx" ON "question_set_version"("replaced_at");
