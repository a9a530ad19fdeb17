using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrisonerTracker.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class BulkActions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_citations_one_fact",
                table: "citations");

            migrationBuilder.AddColumn<string>(
                name: "former_destination_country",
                table: "release_list_lines",
                type: "character(2)",
                fixedLength: true,
                maxLength: 2,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "former_forced_out",
                table: "release_list_lines",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "former_not_designated",
                table: "release_list_lines",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "former_note",
                table: "release_list_lines",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{}'::jsonb");

            migrationBuilder.AddColumn<Guid>(
                name: "bulk_action_id",
                table: "citations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "person_tag_id",
                table: "citations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "tag_id",
                table: "citations",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "tags",
                columns: table => new
                {
                    tag_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    name = table.Column<string>(type: "jsonb", nullable: false),
                    description = table.Column<string>(type: "jsonb", nullable: false),
                    shown_to_readers = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tags", x => x.tag_id);
                });

            migrationBuilder.CreateTable(
                name: "bulk_actions",
                columns: table => new
                {
                    bulk_action_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: true),
                    filter = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    facility_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    tag_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ends_previous = table.Column<bool>(type: "boolean", nullable: false),
                    regime = table.Column<string>(type: "text", nullable: true),
                    incommunicado = table.Column<bool>(type: "boolean", nullable: false),
                    definition = table.Column<string>(type: "text", nullable: true),
                    demand = table.Column<string>(type: "text", nullable: true),
                    ground = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    release_ground = table.Column<string>(type: "text", nullable: true),
                    destination_country = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: true),
                    forced_out = table.Column<bool>(type: "boolean", nullable: true),
                    note = table.Column<string>(type: "jsonb", nullable: false),
                    happened_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    happened_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    happened_on_latest = table.Column<DateOnly>(type: "date", nullable: true),
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
                    table.PrimaryKey("pk_bulk_actions", x => x.bulk_action_id);
                    table.CheckConstraint("ck_bulk_actions_definition", "definition IN ('not_stated', 'resolution1900', 'guidelines2013', 'own')");
                    table.CheckConstraint("ck_bulk_actions_demand", "demand IN ('not_stated', 'release', 'retrial')");
                    table.CheckConstraint("ck_bulk_actions_happened_on", "is_partial_date(happened_on_earliest, happened_on_latest, happened_on_is_approximate)");
                    table.CheckConstraint("ck_bulk_actions_kind", "kind IN ('placement', 'designation', 'tag', 'release')");
                    table.CheckConstraint("ck_bulk_actions_regime", "regime IN ('general', 'reinforced', 'strict', 'special', 'prison', 'settlement')");
                    table.CheckConstraint("ck_bulk_actions_release_ground", "release_ground IN ('not_stated', 'term_served', 'pardon', 'amnesty', 'exchange', 'negotiated_release', 'acquittal', 'case_closed', 'early_release', 'conditional_release', 'replaced_penalty', 'medical_treatment', 'died', 'escaped')");
                    table.CheckConstraint("ck_bulk_actions_status", "status IN ('draft', 'awaiting_approval', 'applied', 'undone')");
                    table.ForeignKey(
                        name: "fk_bulk_actions_facility_id",
                        column: x => x.facility_id,
                        principalTable: "facilities",
                        principalColumn: "facility_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bulk_actions_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bulk_actions_tag_id",
                        column: x => x.tag_id,
                        principalTable: "tags",
                        principalColumn: "tag_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_tags",
                columns: table => new
                {
                    person_tag_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tag_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prisoner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_tags", x => x.person_tag_id);
                    table.ForeignKey(
                        name: "fk_person_tags_prisoner_id",
                        column: x => x.prisoner_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_person_tags_tag_id",
                        column: x => x.tag_id,
                        principalTable: "tags",
                        principalColumn: "tag_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bulk_people",
                columns: table => new
                {
                    bulk_person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bulk_action_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prisoner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    applied_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    fact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_placement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    refusal = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_people", x => x.bulk_person_id);
                    table.CheckConstraint("ck_bulk_people_applied", "(applied_at IS NULL) = (fact_id IS NULL)");
                    table.ForeignKey(
                        name: "fk_bulk_people_bulk_action_id",
                        column: x => x.bulk_action_id,
                        principalTable: "bulk_actions",
                        principalColumn: "bulk_action_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_bulk_people_prisoner_id",
                        column: x => x.prisoner_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_citations_bulk_action_id",
                table: "citations",
                column: "bulk_action_id",
                filter: "bulk_action_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_person_tag_id",
                table: "citations",
                column: "person_tag_id",
                filter: "person_tag_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_tag_id",
                table: "citations",
                column: "tag_id",
                filter: "tag_id IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "ck_citations_one_fact",
                table: "citations",
                sql: "num_nonnulls(prisoner_id, person_name_id, honour_id, quotation_id, designation_id, letter_address_id, risk_factor_id, state_listing_id, claim_id, imprisonment_id, charge_id, sentence_id, placement_id, release_id, release_event_id, concession_id, party_id, named_person_id, reported_count_id, legal_code_id, article_id, facility_id, court_id, judge_id, organisation_id, release_list_id, tag_id, person_tag_id, bulk_action_id) = 1");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_actions_drafts",
                table: "bulk_actions",
                column: "created_by",
                filter: "status = 'draft'");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_actions_facility_id",
                table: "bulk_actions",
                column: "facility_id");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_actions_organisation_id",
                table: "bulk_actions",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_actions_tag_id",
                table: "bulk_actions",
                column: "tag_id");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_people_bulk_action_id",
                table: "bulk_people",
                column: "bulk_action_id");

            migrationBuilder.CreateIndex(
                name: "ix_bulk_people_prisoner_id",
                table: "bulk_people",
                column: "prisoner_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_tags_prisoner_id_tag_id",
                table: "person_tags",
                columns: new[] { "prisoner_id", "tag_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_tags_tag_id",
                table: "person_tags",
                column: "tag_id");

            migrationBuilder.CreateIndex(
                name: "ix_tags_slug",
                table: "tags",
                column: "slug",
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_citations_bulk_action_id",
                table: "citations",
                column: "bulk_action_id",
                principalTable: "bulk_actions",
                principalColumn: "bulk_action_id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_citations_person_tag_id",
                table: "citations",
                column: "person_tag_id",
                principalTable: "person_tags",
                principalColumn: "person_tag_id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_citations_tag_id",
                table: "citations",
                column: "tag_id",
                principalTable: "tags",
                principalColumn: "tag_id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.Sql(DatabaseMigrator.Sql("bulk_actions.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP FUNCTION publish_tagged(uuid[])");

            migrationBuilder.DropForeignKey(
                name: "fk_citations_bulk_action_id",
                table: "citations");

            migrationBuilder.DropForeignKey(
                name: "fk_citations_person_tag_id",
                table: "citations");

            migrationBuilder.DropForeignKey(
                name: "fk_citations_tag_id",
                table: "citations");

            migrationBuilder.DropTable(
                name: "bulk_people");

            migrationBuilder.DropTable(
                name: "person_tags");

            migrationBuilder.DropTable(
                name: "bulk_actions");

            migrationBuilder.DropTable(
                name: "tags");

            migrationBuilder.DropIndex(
                name: "ix_citations_bulk_action_id",
                table: "citations");

            migrationBuilder.DropIndex(
                name: "ix_citations_person_tag_id",
                table: "citations");

            migrationBuilder.DropIndex(
                name: "ix_citations_tag_id",
                table: "citations");

            migrationBuilder.DropCheckConstraint(
                name: "ck_citations_one_fact",
                table: "citations");

            migrationBuilder.DropColumn(
                name: "former_destination_country",
                table: "release_list_lines");

            migrationBuilder.DropColumn(
                name: "former_forced_out",
                table: "release_list_lines");

            migrationBuilder.DropColumn(
                name: "former_not_designated",
                table: "release_list_lines");

            migrationBuilder.DropColumn(
                name: "former_note",
                table: "release_list_lines");

            migrationBuilder.DropColumn(
                name: "bulk_action_id",
                table: "citations");

            migrationBuilder.DropColumn(
                name: "person_tag_id",
                table: "citations");

            migrationBuilder.DropColumn(
                name: "tag_id",
                table: "citations");

            migrationBuilder.AddCheckConstraint(
                name: "ck_citations_one_fact",
                table: "citations",
                sql: "num_nonnulls(prisoner_id, person_name_id, honour_id, quotation_id, designation_id, letter_address_id, risk_factor_id, state_listing_id, claim_id, imprisonment_id, charge_id, sentence_id, placement_id, release_id, release_event_id, concession_id, party_id, named_person_id, reported_count_id, legal_code_id, article_id, facility_id, court_id, judge_id, organisation_id, release_list_id) = 1");
        }
    }
}
