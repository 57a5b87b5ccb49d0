-- CreateTable
CREATE TABLE "race" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "ended_at" BIGINT
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

    PRIMARY KEY ("race_id", "id"),
    CONSTRAINT "race_player_race_id_fkey" FOREIGN KEY ("race_id") REFERENCES "race" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_match" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "scenario" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "race_id" TEXT,
    "round" INTEGER,
    "created_at" BIGINT NOT NULL,
    "started_at" BIGINT,
    "ended_at" BIGINT,
    "outcome" TEXT,
    CONSTRAINT "match_race_id_fkey" FOREIGN KEY ("race_id") REFERENCES "race" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_match" ("code", "created_at", "ended_at", "id", "level", "mode", "outcome", "scenario", "started_at") SELECT "code", "created_at", "ended_at", "id", "level", "mode", "outcome", "scenario", "started_at" FROM "match";
DROP TABLE "match";
ALTER TABLE "new_match" RENAME TO "match";
CREATE UNIQUE INDEX "match_code_key" ON "match"("code");
CREATE INDEX "match_ended_at_created_at_idx" ON "match"("ended_at", "created_at");
CREATE INDEX "match_race_id_round_idx" ON "match"("race_id", "round");
CREATE TABLE "new_match_player" (
    "match_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bot" BOOLEAN NOT NULL,
    "player_hash" TEXT,
    "ended_at" BIGINT NOT NULL,
    "points" INTEGER NOT NULL,
    "accuracy" INTEGER NOT NULL,
    "speed" INTEGER,
    "teamwork" INTEGER NOT NULL,
    "mistakes" INTEGER NOT NULL,

    PRIMARY KEY ("match_id", "role"),
    CONSTRAINT "match_player_match_id_fkey" FOREIGN KEY ("match_id") REFERENCES "match" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_match_player" ("accuracy", "bot", "ended_at", "match_id", "mistakes", "name", "player_hash", "points", "role", "speed", "teamwork") SELECT "accuracy", "bot", "ended_at", "match_id", "mistakes", "name", "player_hash", "points", "role", "speed", "teamwork" FROM "match_player";
DROP TABLE "match_player";
ALTER TABLE "new_match_player" RENAME TO "match_player";
CREATE INDEX "match_player_player_hash_ended_at_idx" ON "match_player"("player_hash", "ended_at");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "race_code_key" ON "race"("code");

-- CreateIndex
CREATE INDEX "race_ended_at_created_at_idx" ON "race"("ended_at", "created_at");

-- CreateIndex
CREATE INDEX "race_player_player_hash_idx" ON "race_player"("player_hash");
