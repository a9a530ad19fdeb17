using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrisonerTracker.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Withholding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "reported_counts",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<string>(
                name: "consent",
                table: "prisoners",
                type: "text",
                nullable: false,
                defaultValue: "not_asked");

            migrationBuilder.AddColumn<string>(
                name: "consent_by",
                table: "prisoners",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "consent_on_earliest",
                table: "prisoners",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "consent_on_is_approximate",
                table: "prisoners",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "consent_on_latest",
                table: "prisoners",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "consent_version",
                table: "prisoners",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "withheld_parts",
                columns: table => new
                {
                    withheld_part_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prisoner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_withheld_parts", x => x.withheld_part_id);
                    table.CheckConstraint("ck_withheld_parts_part", "part IN ('birth_date', 'citizenship', 'description', 'quotations', 'letter_addresses', 'placements')");
                    table.ForeignKey(
                        name: "fk_withheld_parts_prisoner_id",
                        column: x => x.prisoner_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_prisoners_consent",
                table: "prisoners",
                sql: "consent IN ('not_asked', 'pending', 'given', 'refused', 'withdrawn')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_prisoners_consent_on",
                table: "prisoners",
                sql: "is_partial_date(consent_on_earliest, consent_on_latest, consent_on_is_approximate)");

            migrationBuilder.CreateIndex(
                name: "ix_withheld_parts_prisoner_id",
                table: "withheld_parts",
                column: "prisoner_id");
            migrationBuilder.Sql(DatabaseMigrator.Sql("withholding.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "withheld_parts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_prisoners_consent",
                table: "prisoners");

            migrationBuilder.DropCheckConstraint(
                name: "ck_prisoners_consent_on",
                table: "prisoners");

            migrationBuilder.DropColumn(
                name: "version",
                table: "reported_counts");

            migrationBuilder.DropColumn(
                name: "consent",
                table: "prisoners");

            migrationBuilder.DropColumn(
                name: "consent_by",
                table: "prisoners");

            migrationBuilder.DropColumn(
                name: "consent_on_earliest",
                table: "prisoners");

            migrationBuilder.DropColumn(
                name: "consent_on_is_approximate",
                table: "prisoners");

            migrationBuilder.DropColumn(
                name: "consent_on_latest",
                table: "prisoners");

            migrationBuilder.DropColumn(
                name: "consent_version",
                table: "prisoners");
        }
    }
}
