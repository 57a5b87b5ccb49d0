-- AlterTable
ALTER TABLE "match" ADD COLUMN     "race_id" TEXT,
ADD COLUMN     "round" INTEGER;

-- AlterTable
ALTER TABLE "match_player" ALTER COLUMN "speed" DROP NOT NULL;

-- CreateTable
CREATE TABLE "race" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "ended_at" BIGINT,

    CONSTRAINT "race_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "race_player" (
    "race_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "player_hash" TEXT,
    "place" INTEGER NOT NULL,
    "matches" INTEGER NOT NULL,
    "points" INTEGER NOT NULL,
    "accuracy" INTEGER NOT NULL,
    "speed" INTEGER,
    "mistakes" INTEGER NOT NULL,

    CONSTRAINT "race_player_pkey" PRIMARY KEY ("race_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "race_code_key" ON "race"("code");

-- CreateIndex
CREATE INDEX "race_ended_at_created_at_idx" ON "race"("ended_at", "created_at");

-- CreateIndex
CREATE INDEX "race_player_player_hash_idx" ON "race_player"("player_hash");

-- CreateIndex
CREATE INDEX "match_race_id_round_idx" ON "match"("race_id", "round");

-- AddForeignKey
ALTER TABLE "match" ADD CONSTRAINT "match_race_id_fkey" FOREIGN KEY ("race_id") REFERENCES "race"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "race_player" ADD CONSTRAINT "race_player_race_id_fkey" FOREIGN KEY ("race_id") REFERENCES "race"("id") ON DELETE CASCADE ON UPDATE CASCADE;
