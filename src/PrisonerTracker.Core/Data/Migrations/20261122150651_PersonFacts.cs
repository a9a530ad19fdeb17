using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrisonerTracker.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class PersonFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_releases_undone_as",
                table: "releases");

            migrationBuilder.DropIndex(
                name: "ix_claims_preferred",
                table: "claims");

            migrationBuilder.DropCheckConstraint(
                name: "ck_citations_one_fact",
                table: "citations");

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "quotations",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "has_unsourced",
                table: "prisoners",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "honours",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "designations",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "claims",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "letter_address_id",
                table: "citations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "risk_factor_id",
                table: "citations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "state_listing_id",
                table: "citations",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "letter_addresses",
                columns: table => new
                {
                    letter_address_id = table.Column<Guid>(type: "uuid", nullable: false),
                    lines = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    language = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    script = table.Column<string>(type: "character(4)", fixedLength: true, maxLength: 4, nullable: true),
                    passage = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "jsonb", nullable: false),
                    known_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    known_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    known_on_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    prisoner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_addresses", x => x.letter_address_id);
                    table.CheckConstraint("ck_letter_addresses_known_on", "is_partial_date(known_on_earliest, known_on_latest, known_on_is_approximate)");
                    table.CheckConstraint("ck_letter_addresses_passage", "passage IN ('unknown', 'yes', 'partly', 'no')");
                    table.ForeignKey(
                        name: "fk_letter_addresses_prisoner_id",
                        column: x => x.prisoner_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "risk_factors",
                columns: table => new
                {
                    risk_factor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "jsonb", nullable: false),
                    visibility = table.Column<string>(type: "text", nullable: false),
                    since_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    since_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    since_on_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    until_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    until_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    until_on_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    prisoner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_risk_factors", x => x.risk_factor_id);
                    table.CheckConstraint("ck_risk_factors_kind", "kind IN ('illness', 'disability', 'minor_children', 'family_held_too', 'other')");
                    table.CheckConstraint("ck_risk_factors_order", "until_on_latest >= since_on_earliest");
                    table.CheckConstraint("ck_risk_factors_since_on", "is_partial_date(since_on_earliest, since_on_latest, since_on_is_approximate)");
                    table.CheckConstraint("ck_risk_factors_until_on", "is_partial_date(until_on_earliest, until_on_latest, until_on_is_approximate)");
                    table.CheckConstraint("ck_risk_factors_visibility", "visibility IN ('editors_only', 'public')");
                    table.ForeignKey(
                        name: "fk_risk_factors_prisoner_id",
                        column: x => x.prisoner_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "state_listings",
                columns: table => new
                {
                    state_listing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: false),
                    list_name = table.Column<string>(type: "jsonb", nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    listed_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    listed_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    listed_on_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    removed_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    removed_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    removed_on_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    prisoner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_state_listings", x => x.state_listing_id);
                    table.CheckConstraint("ck_state_listings_kind", "kind IN ('extremists', 'terrorists', 'other')");
                    table.CheckConstraint("ck_state_listings_listed_on", "is_partial_date(listed_on_earliest, listed_on_latest, listed_on_is_approximate)");
                    table.CheckConstraint("ck_state_listings_order", "removed_on_latest >= listed_on_earliest");
                    table.CheckConstraint("ck_state_listings_removed_on", "is_partial_date(removed_on_earliest, removed_on_latest, removed_on_is_approximate)");
                    table.ForeignKey(
                        name: "fk_state_listings_prisoner_id",
                        column: x => x.prisoner_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_releases_undone_as",
                table: "releases",
                sql: "undone_as IN ('returned_to_custody', 'recorded_in_error', 'disputed')");

            migrationBuilder.CreateIndex(
                name: "ix_citations_letter_address_id",
                table: "citations",
                column: "letter_address_id",
                filter: "letter_address_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_risk_factor_id",
                table: "citations",
                column: "risk_factor_id",
                filter: "risk_factor_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_state_listing_id",
                table: "citations",
                column: "state_listing_id",
                filter: "state_listing_id IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "ck_citations_one_fact",
                table: "citations",
                sql: "num_nonnulls(prisoner_id, person_name_id, honour_id, quotation_id, designation_id, letter_address_id, risk_factor_id, state_listing_id, claim_id, imprisonment_id, charge_id, sentence_id, placement_id, release_id, release_event_id, concession_id, party_id, named_person_id, reported_count_id) = 1");

            migrationBuilder.CreateIndex(
                name: "ix_letter_addresses_prisoner_id",
                table: "letter_addresses",
                column: "prisoner_id");

            migrationBuilder.CreateIndex(
                name: "ix_risk_factors_prisoner_id",
                table: "risk_factors",
                column: "prisoner_id");

            migrationBuilder.CreateIndex(
                name: "ix_state_listings_prisoner_id",
                table: "state_listings",
                column: "prisoner_id");

            migrationBuilder.AddForeignKey(
                name: "fk_citations_letter_address_id",
                table: "citations",
                column: "letter_address_id",
                principalTable: "letter_addresses",
                principalColumn: "letter_address_id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_citations_risk_factor_id",
                table: "citations",
                column: "risk_factor_id",
                principalTable: "risk_factors",
                principalColumn: "risk_factor_id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_citations_state_listing_id",
                table: "citations",
                column: "state_listing_id",
                principalTable: "state_listings",
                principalColumn: "state_listing_id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.Sql(DatabaseMigrator.Sql("person_facts.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Migrations go forward only.");
    }
}
