-- AlterTable
ALTER TABLE "race" ADD COLUMN     "owner_id" TEXT;

-- CreateIndex
CREATE INDEX "race_owner_id_created_at_idx" ON "race"("owner_id", "created_at");
