using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrisonerTracker.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class ReleaseLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_citations_one_fact",
                table: "citations");

            migrationBuilder.AddColumn<string>(
                name: "destination_country",
                table: "named_people",
                type: "character(2)",
                fixedLength: true,
                maxLength: 2,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "forced_out",
                table: "named_people",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "not_designated",
                table: "named_people",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "release_list_id",
                table: "citations",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "release_lists",
                columns: table => new
                {
                    release_list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    release_event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pasted_text = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    list_year = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    sent_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    applied_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    applied_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    undone_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    undone_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    undone_because = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_release_lists", x => x.release_list_id);
                    table.CheckConstraint("ck_release_lists_status", "status IN ('draft', 'awaiting_approval', 'applied', 'undone')");
                    table.ForeignKey(
                        name: "fk_release_lists_release_event_id",
                        column: x => x.release_event_id,
                        principalTable: "release_events",
                        principalColumn: "release_event_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "release_list_lines",
                columns: table => new
                {
                    list_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    release_list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    line_number = table.Column<int>(type: "integer", nullable: false),
                    original = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    written_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    born_from = table.Column<int>(type: "integer", nullable: true),
                    born_to = table.Column<int>(type: "integer", nullable: true),
                    born_on = table.Column<DateOnly>(type: "date", nullable: true),
                    place = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    notes = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    decision = table.Column<string>(type: "text", nullable: false),
                    prisoner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    duplicate_of = table.Column<int>(type: "integer", nullable: true),
                    decided_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    candidates = table.Column<string>(type: "jsonb", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    destination_country = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: true),
                    not_designated = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    applied_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    release_id = table.Column<Guid>(type: "uuid", nullable: true),
                    named_person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    added_person = table.Column<bool>(type: "boolean", nullable: false),
                    former_outcome = table.Column<string>(type: "text", nullable: true),
                    refusal = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    released_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    released_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    released_on_latest = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_release_list_lines", x => x.list_line_id);
                    table.CheckConstraint("ck_release_list_lines_applied", "(applied_at IS NULL) = (named_person_id IS NULL)");
                    table.CheckConstraint("ck_release_list_lines_decision", "decision IN ('unmatched', 'choose', 'nobody', 'matched', 'new_person', 'named_only', 'no_person', 'duplicate')");
                    table.CheckConstraint("ck_release_list_lines_duplicate", "(decision = 'duplicate') = (duplicate_of IS NOT NULL)");
                    table.CheckConstraint("ck_release_list_lines_former_outcome", "former_outcome IN ('unknown', 'freed', 'refused_to_leave', 'returned_to_prison')");
                    table.CheckConstraint("ck_release_list_lines_matched", "decision <> 'matched' OR prisoner_id IS NOT NULL");
                    table.CheckConstraint("ck_release_list_lines_outcome", "outcome IN ('freed', 'freed_and_forced_out', 'refused_to_leave', 'returned_to_prison', 'unknown')");
                    table.CheckConstraint("ck_release_list_lines_released_on", "is_partial_date(released_on_earliest, released_on_latest, released_on_is_approximate)");
                    table.ForeignKey(
                        name: "fk_release_list_lines_prisoner_id",
                        column: x => x.prisoner_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_release_list_lines_release_list_id",
                        column: x => x.release_list_id,
                        principalTable: "release_lists",
                        principalColumn: "release_list_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_citations_release_list_id",
                table: "citations",
                column: "release_list_id",
                filter: "release_list_id IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "ck_citations_one_fact",
                table: "citations",
                sql: "num_nonnulls(prisoner_id, person_name_id, honour_id, quotation_id, designation_id, letter_address_id, risk_factor_id, state_listing_id, claim_id, imprisonment_id, charge_id, sentence_id, placement_id, release_id, release_event_id, concession_id, party_id, named_person_id, reported_count_id, legal_code_id, article_id, facility_id, court_id, judge_id, organisation_id, release_list_id) = 1");

            migrationBuilder.CreateIndex(
                name: "ix_release_list_lines_prisoner_id",
                table: "release_list_lines",
                column: "prisoner_id",
                filter: "prisoner_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_release_list_lines_release_list_id_ordinal",
                table: "release_list_lines",
                columns: new[] { "release_list_id", "ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_release_list_lines_unmatched",
                table: "release_list_lines",
                column: "release_list_id",
                filter: "decision = 'unmatched'");

            migrationBuilder.CreateIndex(
                name: "ix_release_lists_open",
                table: "release_lists",
                column: "release_list_id",
                filter: "status IN ('draft', 'awaiting_approval')");

            migrationBuilder.CreateIndex(
                name: "ix_release_lists_release_event_id",
                table: "release_lists",
                column: "release_event_id");

            migrationBuilder.AddForeignKey(
                name: "fk_citations_release_list_id",
                table: "citations",
                column: "release_list_id",
                principalTable: "release_lists",
                principalColumn: "release_list_id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.Sql(DatabaseMigrator.Sql("release_lists.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_citations_release_list_id",
                table: "citations");

            migrationBuilder.DropTable(
                name: "release_list_lines");

            migrationBuilder.DropTable(
                name: "release_lists");

            migrationBuilder.DropIndex(
                name: "ix_citations_release_list_id",
                table: "citations");

            migrationBuilder.DropCheckConstraint(
                name: "ck_citations_one_fact",
                table: "citations");

            migrationBuilder.DropColumn(
                name: "destination_country",
                table: "named_people");

            migrationBuilder.DropColumn(
                name: "forced_out",
                table: "named_people");

            migrationBuilder.DropColumn(
                name: "not_designated",
                table: "named_people");

            migrationBuilder.DropColumn(
                name: "release_list_id",
                table: "citations");

            migrationBuilder.AddCheckConstraint(
                name: "ck_citations_one_fact",
                table: "citations",
                sql: "num_nonnulls(prisoner_id, person_name_id, honour_id, quotation_id, designation_id, letter_address_id, risk_factor_id, state_listing_id, claim_id, imprisonment_id, charge_id, sentence_id, placement_id, release_id, release_event_id, concession_id, party_id, named_person_id, reported_count_id, legal_code_id, article_id, facility_id, court_id, judge_id, organisation_id) = 1");
        }
    }
}
