-- CreateTable
CREATE TABLE "learner_device" (
    "token" TEXT NOT NULL,
    "learner_id" TEXT NOT NULL,

    CONSTRAINT "learner_device_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "link_code" (
    "code" TEXT NOT NULL,
    "learner_id" TEXT NOT NULL,
    "expires_at" BIGINT NOT NULL,

    CONSTRAINT "link_code_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "erasure" (
    "learner_id" TEXT NOT NULL,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("learner_id")
);

-- CreateTable
CREATE TABLE "item" (
    "id" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "answers" INTEGER NOT NULL,

    CONSTRAINT "item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "learner_device_learner_id_idx" ON "learner_device"("learner_id");

-- CreateIndex
CREATE INDEX "link_code_learner_id_idx" ON "link_code"("learner_id");
