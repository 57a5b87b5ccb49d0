-- CreateTable
CREATE TABLE "log" (
    "stream" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "at" BIGINT NOT NULL,
    "command_id" TEXT NOT NULL,
    "events" TEXT NOT NULL,

    PRIMARY KEY ("stream", "version")
);

-- CreateTable
CREATE TABLE "match" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "code" TEXT NOT NULL,
    "scenario" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "created_at" BIGINT NOT NULL,
    "started_at" BIGINT,
    "ended_at" BIGINT,
    "outcome" TEXT
);

-- CreateTable
CREATE TABLE "match_player" (
    "match_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bot" BOOLEAN NOT NULL,
    "player_hash" TEXT,
    "ended_at" BIGINT NOT NULL,
    "points" INTEGER NOT NULL,
    "accuracy" INTEGER NOT NULL,
    "speed" INTEGER NOT NULL,
    "teamwork" INTEGER NOT NULL,
    "mistakes" INTEGER NOT NULL,

    PRIMARY KEY ("match_id", "role"),
    CONSTRAINT "match_player_match_id_fkey" FOREIGN KEY ("match_id") REFERENCES "match" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "mistake" (
    "match_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "misconception" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    PRIMARY KEY ("match_id", "role", "misconception"),
    CONSTRAINT "mistake_match_id_role_fkey" FOREIGN KEY ("match_id", "role") REFERENCES "match_player" ("match_id", "role") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "match_code_key" ON "match"("code");

-- CreateIndex
CREATE INDEX "match_ended_at_created_at_idx" ON "match"("ended_at", "created_at");

-- CreateIndex
CREATE INDEX "match_player_player_hash_ended_at_idx" ON "match_player"("player_hash", "ended_at");
