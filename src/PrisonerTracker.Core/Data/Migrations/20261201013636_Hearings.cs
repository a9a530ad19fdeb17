using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrisonerTracker.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class Hearings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_withheld_parts_part",
                table: "withheld_parts");

            migrationBuilder.DropCheckConstraint(
                name: "ck_citations_one_fact",
                table: "citations");

            migrationBuilder.AddColumn<Guid>(
                name: "hearing_id",
                table: "citations",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "hearings",
                columns: table => new
                {
                    hearing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    imprisonment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    heard_at = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    court_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_closed = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    heard_on_earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    heard_on_is_approximate = table.Column<bool>(type: "boolean", nullable: false),
                    heard_on_latest = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hearings", x => x.hearing_id);
                    table.CheckConstraint("ck_hearings_heard_at", "heard_at IS NULL OR (heard_on_earliest = heard_on_latest AND NOT heard_on_is_approximate)");
                    table.CheckConstraint("ck_hearings_heard_on", "is_partial_date(heard_on_earliest, heard_on_latest, heard_on_is_approximate)");
                    table.CheckConstraint("ck_hearings_kind", "kind IN ('trial', 'appeal', 'supervisory', 'remand', 'replacement', 'other')");
                    table.CheckConstraint("ck_hearings_status", "status IN ('scheduled', 'held', 'adjourned', 'cancelled')");
                    table.ForeignKey(
                        name: "fk_hearings_court_id",
                        column: x => x.court_id,
                        principalTable: "courts",
                        principalColumn: "court_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_hearings_imprisonment_id",
                        column: x => x.imprisonment_id,
                        principalTable: "imprisonments",
                        principalColumn: "imprisonment_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_withheld_parts_part",
                table: "withheld_parts",
                sql: "part IN ('birth_date', 'citizenship', 'description', 'quotations', 'letter_addresses', 'placements', 'photo', 'hearings')");

            migrationBuilder.CreateIndex(
                name: "ix_citations_hearing_id",
                table: "citations",
                column: "hearing_id",
                filter: "hearing_id IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "ck_citations_one_fact",
                table: "citations",
                sql: "num_nonnulls(prisoner_id, person_name_id, honour_id, quotation_id, designation_id, letter_address_id, risk_factor_id, state_listing_id, claim_id, imprisonment_id, charge_id, sentence_id, placement_id, hearing_id, release_id, release_event_id, concession_id, party_id, named_person_id, reported_count_id, legal_code_id, article_id, facility_id, court_id, judge_id, organisation_id, release_list_id, tag_id, person_tag_id, bulk_action_id) = 1");

            migrationBuilder.CreateIndex(
                name: "ix_hearings_court_id",
                table: "hearings",
                column: "court_id");

            migrationBuilder.CreateIndex(
                name: "ix_hearings_imprisonment_id",
                table: "hearings",
                column: "imprisonment_id");

            migrationBuilder.AddForeignKey(
                name: "fk_citations_hearing_id",
                table: "citations",
                column: "hearing_id",
                principalTable: "hearings",
                principalColumn: "hearing_id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.Sql(DatabaseMigrator.Sql("hearings.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP FUNCTION publish_heard(uuid[])");

            migrationBuilder.DropForeignKey(
                name: "fk_citations_hearing_id",
                table: "citations");

            migrationBuilder.DropTable(
                name: "hearings");

            migrationBuilder.DropCheckConstraint(
                name: "ck_withheld_parts_part",
                table: "withheld_parts");

            migrationBuilder.DropIndex(
                name: "ix_citations_hearing_id",
                table: "citations");

            migrationBuilder.DropCheckConstraint(
                name: "ck_citations_one_fact",
                table: "citations");

            migrationBuilder.DropColumn(
                name: "hearing_id",
                table: "citations");

            migrationBuilder.AddCheckConstraint(
                name: "ck_withheld_parts_part",
                table: "withheld_parts",
                sql: "part IN ('birth_date', 'citizenship', 'description', 'quotations', 'letter_addresses', 'placements', 'photo')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_citations_one_fact",
                table: "citations",
                sql: "num_nonnulls(prisoner_id, person_name_id, honour_id, quotation_id, designation_id, letter_address_id, risk_factor_id, state_listing_id, claim_id, imprisonment_id, charge_id, sentence_id, placement_id, release_id, release_event_id, concession_id, party_id, named_person_id, reported_count_id, legal_code_id, article_id, facility_id, court_id, judge_id, organisation_id, release_list_id, tag_id, person_tag_id, bulk_action_id) = 1");
        }
    }
}
