using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrisonerTracker.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Merges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "prisoners",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "merges",
                columns: table => new
                {
                    merge_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kept_id = table.Column<Guid>(type: "uuid", nullable: false),
                    absorbed_id = table.Column<Guid>(type: "uuid", nullable: false),
                    absorbed_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    request_key = table.Column<Guid>(type: "uuid", nullable: false),
                    merged_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    merged_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    was_public = table.Column<bool>(type: "boolean", nullable: false),
                    rows = table.Column<string>(type: "jsonb", nullable: false),
                    undone_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    undone_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_merges", x => x.merge_id);
                    table.CheckConstraint("ck_merges_two", "kept_id <> absorbed_id");
                    table.ForeignKey(
                        name: "fk_merges_absorbed_id",
                        column: x => x.absorbed_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_merges_kept_id",
                        column: x => x.kept_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_prisoners_merged_into_id",
                table: "prisoners",
                column: "merged_into_id",
                filter: "merged_into_id IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "ck_prisoners_merged",
                table: "prisoners",
                sql: "merged_into_id IS NULL OR publication = 'draft'");

            migrationBuilder.CreateIndex(
                name: "ix_merges_kept_id",
                table: "merges",
                column: "kept_id");

            migrationBuilder.CreateIndex(
                name: "ix_merges_standing",
                table: "merges",
                column: "absorbed_id",
                unique: true,
                filter: "undone_at IS NULL");

            migrationBuilder.AddForeignKey(
                name: "fk_prisoners_merged_into_id",
                table: "prisoners",
                column: "merged_into_id",
                principalTable: "prisoners",
                principalColumn: "prisoner_id",
                onDelete: ReferentialAction.Restrict);
            migrationBuilder.Sql(DatabaseMigrator.Sql("merges.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP FUNCTION remove_added_by_merge(uuid, text, jsonb)");
            migrationBuilder.DropForeignKey(
                name: "fk_prisoners_merged_into_id",
                table: "prisoners");

            migrationBuilder.DropTable(
                name: "merges");

            migrationBuilder.DropIndex(
                name: "ix_prisoners_merged_into_id",
                table: "prisoners");

            migrationBuilder.DropCheckConstraint(
                name: "ck_prisoners_merged",
                table: "prisoners");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "prisoners");
        }
    }
}
