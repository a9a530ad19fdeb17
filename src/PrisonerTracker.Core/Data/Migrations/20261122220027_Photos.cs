using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrisonerTracker.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Photos : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_withheld_parts_part",
                table: "withheld_parts");

            migrationBuilder.CreateTable(
                name: "photo_files",
                columns: table => new
                {
                    hash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    large = table.Column<byte[]>(type: "bytea", nullable: false),
                    large_width = table.Column<int>(type: "integer", nullable: false),
                    large_height = table.Column<int>(type: "integer", nullable: false),
                    small = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_photo_files", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "photos",
                columns: table => new
                {
                    photo_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prisoner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    credit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    permission = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    source_address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    taken_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    taken_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    taken_on_latest = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_photos", x => x.photo_id);
                    table.CheckConstraint("ck_photos_taken_on", "is_partial_date(taken_on_earliest, taken_on_latest, taken_on_is_approximate)");
                    table.ForeignKey(
                        name: "fk_photos_hash",
                        column: x => x.hash,
                        principalTable: "photo_files",
                        principalColumn: "hash",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_photos_prisoner_id",
                        column: x => x.prisoner_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_withheld_parts_part",
                table: "withheld_parts",
                sql: "part IN ('birth_date', 'citizenship', 'description', 'quotations', 'letter_addresses', 'placements', 'photo')");

            migrationBuilder.CreateIndex(
                name: "ix_photos_hash",
                table: "photos",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_photos_prisoner_id",
                table: "photos",
                column: "prisoner_id");

            migrationBuilder.Sql(DatabaseMigrator.Sql("photos.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "photos");

            migrationBuilder.DropTable(
                name: "photo_files");

            migrationBuilder.DropCheckConstraint(
                name: "ck_withheld_parts_part",
                table: "withheld_parts");

            migrationBuilder.AddCheckConstraint(
                name: "ck_withheld_parts_part",
                table: "withheld_parts",
                sql: "part IN ('birth_date', 'citizenship', 'description', 'quotations', 'letter_addresses', 'placements')");
        }
    }
}
