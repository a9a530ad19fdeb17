using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrisonerTracker.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class CaseEditing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_citations_one_fact",
                table: "citations");

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "sentences",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "documents_kept",
                table: "releases",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "releases",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "seen_on_earliest",
                table: "placements",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "seen_on_is_approximate",
                table: "placements",
                type: "boolean",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "seen_on_latest",
                table: "placements",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "placements",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "organisations",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "is_public",
                table: "legal_codes",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "legal_codes",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "is_public",
                table: "judges",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "judges",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "detention_version",
                table: "imprisonments",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "is_public",
                table: "facilities",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<decimal>(
                name: "latitude",
                table: "facilities",
                type: "numeric(8,5)",
                precision: 8,
                scale: 5,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "longitude",
                table: "facilities",
                type: "numeric(8,5)",
                precision: 8,
                scale: 5,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "facilities",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "is_public",
                table: "courts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "courts",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "article_id",
                table: "citations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "court_id",
                table: "citations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "facility_id",
                table: "citations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "judge_id",
                table: "citations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "legal_code_id",
                table: "citations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "organisation_id",
                table: "citations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "charges",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "articles",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddCheckConstraint(
                name: "ck_placements_seen_on",
                table: "placements",
                sql: "is_partial_date(seen_on_earliest, seen_on_latest, seen_on_is_approximate)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_facilities_coordinates",
                table: "facilities",
                sql: "num_nulls(latitude, longitude) IN (0, 2) AND (latitude BETWEEN -90 AND 90) IS NOT FALSE AND (longitude BETWEEN -180 AND 180) IS NOT FALSE");

            migrationBuilder.CreateIndex(
                name: "ix_citations_article_id",
                table: "citations",
                column: "article_id",
                filter: "article_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_court_id",
                table: "citations",
                column: "court_id",
                filter: "court_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_facility_id",
                table: "citations",
                column: "facility_id",
                filter: "facility_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_judge_id",
                table: "citations",
                column: "judge_id",
                filter: "judge_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_legal_code_id",
                table: "citations",
                column: "legal_code_id",
                filter: "legal_code_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_organisation_id",
                table: "citations",
                column: "organisation_id",
                filter: "organisation_id IS NOT NULL");

            migrationBuilder.AddCheckConstraint(
                name: "ck_citations_one_fact",
                table: "citations",
                sql: "num_nonnulls(prisoner_id, person_name_id, honour_id, quotation_id, designation_id, letter_address_id, risk_factor_id, state_listing_id, claim_id, imprisonment_id, charge_id, sentence_id, placement_id, release_id, release_event_id, concession_id, party_id, named_person_id, reported_count_id, legal_code_id, article_id, facility_id, court_id, judge_id, organisation_id) = 1");

            migrationBuilder.AddForeignKey(
                name: "fk_citations_article_id",
                table: "citations",
                column: "article_id",
                principalTable: "articles",
                principalColumn: "article_id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_citations_court_id",
                table: "citations",
                column: "court_id",
                principalTable: "courts",
                principalColumn: "court_id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_citations_facility_id",
                table: "citations",
                column: "facility_id",
                principalTable: "facilities",
                principalColumn: "facility_id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_citations_judge_id",
                table: "citations",
                column: "judge_id",
                principalTable: "judges",
                principalColumn: "judge_id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_citations_legal_code_id",
                table: "citations",
                column: "legal_code_id",
                principalTable: "legal_codes",
                principalColumn: "legal_code_id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_citations_organisation_id",
                table: "citations",
                column: "organisation_id",
                principalTable: "organisations",
                principalColumn: "organisation_id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.Sql(DatabaseMigrator.Sql("case_editing.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_citations_article_id",
                table: "citations");

            migrationBuilder.DropForeignKey(
                name: "fk_citations_court_id",
                table: "citations");

            migrationBuilder.DropForeignKey(
                name: "fk_citations_facility_id",
                table: "citations");

            migrationBuilder.DropForeignKey(
                name: "fk_citations_judge_id",
                table: "citations");

            migrationBuilder.DropForeignKey(
                name: "fk_citations_legal_code_id",
                table: "citations");

            migrationBuilder.DropForeignKey(
                name: "fk_citations_organisation_id",
                table: "citations");

            migrationBuilder.DropCheckConstraint(
                name: "ck_placements_seen_on",
                table: "placements");

            migrationBuilder.DropCheckConstraint(
                name: "ck_facilities_coordinates",
                table: "facilities");

            migrationBuilder.DropIndex(
                name: "ix_citations_article_id",
                table: "citations");

            migrationBuilder.DropIndex(
                name: "ix_citations_court_id",
                table: "citations");

            migrationBuilder.DropIndex(
                name: "ix_citations_facility_id",
                table: "citations");

            migrationBuilder.DropIndex(
                name: "ix_citations_judge_id",
                table: "citations");

            migrationBuilder.DropIndex(
                name: "ix_citations_legal_code_id",
                table: "citations");

            migrationBuilder.DropIndex(
                name: "ix_citations_organisation_id",
                table: "citations");

            migrationBuilder.DropCheckConstraint(
                name: "ck_citations_one_fact",
                table: "citations");

            migrationBuilder.DropColumn(
                name: "version",
                table: "sentences");

            migrationBuilder.DropColumn(
                name: "documents_kept",
                table: "releases");

            migrationBuilder.DropColumn(
                name: "version",
                table: "releases");

            migrationBuilder.DropColumn(
                name: "seen_on_earliest",
                table: "placements");

            migrationBuilder.DropColumn(
                name: "seen_on_is_approximate",
                table: "placements");

            migrationBuilder.DropColumn(
                name: "seen_on_latest",
                table: "placements");

            migrationBuilder.DropColumn(
                name: "version",
                table: "placements");

            migrationBuilder.DropColumn(
                name: "version",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "is_public",
                table: "legal_codes");

            migrationBuilder.DropColumn(
                name: "version",
                table: "legal_codes");

            migrationBuilder.DropColumn(
                name: "is_public",
                table: "judges");

            migrationBuilder.DropColumn(
                name: "version",
                table: "judges");

            migrationBuilder.DropColumn(
                name: "detention_version",
                table: "imprisonments");

            migrationBuilder.DropColumn(
                name: "is_public",
                table: "facilities");

            migrationBuilder.DropColumn(
                name: "latitude",
                table: "facilities");

            migrationBuilder.DropColumn(
                name: "longitude",
                table: "facilities");

            migrationBuilder.DropColumn(
                name: "version",
                table: "facilities");

            migrationBuilder.DropColumn(
                name: "is_public",
                table: "courts");

            migrationBuilder.DropColumn(
                name: "version",
                table: "courts");

            migrationBuilder.DropColumn(
                name: "article_id",
                table: "citations");

            migrationBuilder.DropColumn(
                name: "court_id",
                table: "citations");

            migrationBuilder.DropColumn(
                name: "facility_id",
                table: "citations");

            migrationBuilder.DropColumn(
                name: "judge_id",
                table: "citations");

            migrationBuilder.DropColumn(
                name: "legal_code_id",
                table: "citations");

            migrationBuilder.DropColumn(
                name: "organisation_id",
                table: "citations");

            migrationBuilder.DropColumn(
                name: "version",
                table: "charges");

            migrationBuilder.DropColumn(
                name: "version",
                table: "articles");

            migrationBuilder.AddCheckConstraint(
                name: "ck_citations_one_fact",
                table: "citations",
                sql: "num_nonnulls(prisoner_id, person_name_id, honour_id, quotation_id, designation_id, letter_address_id, risk_factor_id, state_listing_id, claim_id, imprisonment_id, charge_id, sentence_id, placement_id, release_id, release_event_id, concession_id, party_id, named_person_id, reported_count_id) = 1");
        }
    }
}
