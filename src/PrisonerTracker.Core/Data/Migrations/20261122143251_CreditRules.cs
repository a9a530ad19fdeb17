using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace PrisonerTracker.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class CreditRules : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "standing_rules",
                table: "prisoners",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "credit_rules",
                columns: table => new
                {
                    credit_rule_id = table.Column<Guid>(type: "uuid", nullable: false),
                    country = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: false),
                    penalty = table.Column<string>(type: "text", nullable: false),
                    regime = table.Column<string>(type: "text", nullable: true),
                    custody = table.Column<string>(type: "text", nullable: false),
                    custody_days = table.Column<int>(type: "integer", nullable: false),
                    term_days = table.Column<int>(type: "integer", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    source = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    source_address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    is_verified = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_rules", x => x.credit_rule_id);
                    table.CheckConstraint("ck_credit_rules_custody", "custody IN ('remand', 'house_arrest')");
                    table.CheckConstraint("ck_credit_rules_days", "custody_days > 0 AND term_days >= 0");
                    table.CheckConstraint("ck_credit_rules_order", "valid_until >= valid_from");
                    table.CheckConstraint("ck_credit_rules_penalty", "penalty IN ('not_stated', 'imprisonment', 'life_imprisonment', 'death', 'restriction_of_liberty_in_facility', 'restriction_of_liberty_at_home', 'arrest', 'suspended', 'fine', 'correctional_work', 'community_work', 'ban_on_position', 'compulsory_treatment')");
                    table.CheckConstraint("ck_credit_rules_regime", "regime IN ('general', 'reinforced', 'strict', 'special', 'prison', 'settlement')");
                    table.CheckConstraint("ck_credit_rules_verified", "NOT is_verified OR source IS NOT NULL");
                });

            migrationBuilder.CreateTable(
                name: "held_periods",
                columns: table => new
                {
                    held_period_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prisoner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    days = table.Column<NpgsqlRange<DateOnly>>(type: "daterange", nullable: false),
                    is_certain = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_held_periods", x => x.held_period_id);
                    table.ForeignKey(
                        name: "fk_held_periods_prisoner_id",
                        column: x => x.prisoner_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_credit_rules_country",
                table: "credit_rules",
                column: "country");

            migrationBuilder.CreateIndex(
                name: "ix_held_periods_days",
                table: "held_periods",
                column: "days")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "ix_held_periods_prisoner_id",
                table: "held_periods",
                column: "prisoner_id");

            migrationBuilder.Sql(DatabaseMigrator.Sql("credit_rules.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "credit_rules");

            migrationBuilder.DropTable(
                name: "held_periods");

            migrationBuilder.DropColumn(
                name: "standing_rules",
                table: "prisoners");
        }
    }
}
