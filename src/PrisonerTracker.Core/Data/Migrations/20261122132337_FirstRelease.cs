using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PrisonerTracker.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class FirstRelease : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(DatabaseMigrator.Sql("first_release_before.sql"));

            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:btree_gist", ",,")
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,");

            migrationBuilder.CreateTable(
                name: "changes",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    request_key = table.Column<Guid>(type: "uuid", nullable: false),
                    request_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    action = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    subject_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    before = table.Column<string>(type: "json", nullable: false),
                    after = table.Column<string>(type: "json", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_changes", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "courts",
                columns: table => new
                {
                    court_id = table.Column<Guid>(type: "uuid", nullable: false),
                    country = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: false),
                    name = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_courts", x => x.court_id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    friendly_name = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_keys", x => x.friendly_name);
                });

            migrationBuilder.CreateTable(
                name: "facilities",
                columns: table => new
                {
                    facility_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    country = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "jsonb", nullable: false),
                    postal_address = table.Column<string>(type: "jsonb", nullable: false),
                    letter_rules = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_facilities", x => x.facility_id);
                    table.CheckConstraint("ck_facilities_kind", "kind IN ('colony', 'prison', 'remand_prison', 'open_facility', 'hospital', 'other')");
                });

            migrationBuilder.CreateTable(
                name: "judges",
                columns: table => new
                {
                    judge_id = table.Column<Guid>(type: "uuid", nullable: false),
                    country = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: false),
                    name = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_judges", x => x.judge_id);
                });

            migrationBuilder.CreateTable(
                name: "legal_codes",
                columns: table => new
                {
                    legal_code_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    country = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: false),
                    title = table.Column<string>(type: "jsonb", nullable: false),
                    valid_from_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_from_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    valid_from_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_until_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_until_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    valid_until_latest = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_codes", x => x.legal_code_id);
                    table.CheckConstraint("ck_legal_codes_valid_from", "is_partial_date(valid_from_earliest, valid_from_latest, valid_from_is_approximate)");
                    table.CheckConstraint("ck_legal_codes_valid_until", "is_partial_date(valid_until_earliest, valid_until_latest, valid_until_is_approximate)");
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "jsonb", nullable: false),
                    country = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisations", x => x.organisation_id);
                });

            migrationBuilder.CreateTable(
                name: "prisoners",
                columns: table => new
                {
                    prisoner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    publication = table.Column<string>(type: "text", nullable: false),
                    is_fictional = table.Column<bool>(type: "boolean", nullable: false),
                    gender = table.Column<string>(type: "text", nullable: false),
                    citizenships = table.Column<string[]>(type: "text[]", nullable: false),
                    occupation = table.Column<string>(type: "jsonb", nullable: false),
                    summary = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    display_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sort_name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    search_text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    born_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    born_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    born_on_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    died_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    died_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    died_on_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    standing_country = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: true),
                    standing_custody = table.Column<string>(type: "text", nullable: false),
                    standing_is_designated = table.Column<bool>(type: "boolean", nullable: false),
                    standing_legal_stage = table.Column<string>(type: "text", nullable: false),
                    standing_confirmed_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    standing_confirmed_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    standing_confirmed_on_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    standing_detained_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    standing_detained_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    standing_detained_on_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    standing_released_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    standing_released_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    standing_released_on_latest = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prisoners", x => x.prisoner_id);
                    table.CheckConstraint("ck_prisoners_born_on", "is_partial_date(born_on_earliest, born_on_latest, born_on_is_approximate)");
                    table.CheckConstraint("ck_prisoners_died_on", "is_partial_date(died_on_earliest, died_on_latest, died_on_is_approximate)");
                    table.CheckConstraint("ck_prisoners_gender", "gender IN ('unknown', 'female', 'male', 'other')");
                    table.CheckConstraint("ck_prisoners_publication", "publication IN ('draft', 'published', 'withheld')");
                    table.CheckConstraint("ck_prisoners_standing_confirmed_on", "is_partial_date(standing_confirmed_on_earliest, standing_confirmed_on_latest, standing_confirmed_on_is_approximate)");
                    table.CheckConstraint("ck_prisoners_standing_custody", "standing_custody IN ('unknown', 'at_liberty', 'in_custody', 'on_remand', 'serving', 'under_restrictions', 'forcibly_disappeared', 'died_in_custody')");
                    table.CheckConstraint("ck_prisoners_standing_detained_on", "is_partial_date(standing_detained_on_earliest, standing_detained_on_latest, standing_detained_on_is_approximate)");
                    table.CheckConstraint("ck_prisoners_standing_legal_stage", "standing_legal_stage IN ('unknown', 'investigated', 'charged', 'on_trial', 'convicted', 'under_appeal', 'acquitted', 'pardoned', 'closed')");
                    table.CheckConstraint("ck_prisoners_standing_released_on", "is_partial_date(standing_released_on_earliest, standing_released_on_latest, standing_released_on_is_approximate)");
                });

            migrationBuilder.CreateTable(
                name: "release_events",
                columns: table => new
                {
                    release_event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    publication = table.Column<string>(type: "text", nullable: false),
                    is_fictional = table.Column<bool>(type: "boolean", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: false),
                    title = table.Column<string>(type: "jsonb", nullable: false),
                    summary = table.Column<string>(type: "jsonb", nullable: false),
                    announced_count = table.Column<int>(type: "integer", nullable: true),
                    announced_wording = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    happened_on_earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    happened_on_is_approximate = table.Column<bool>(type: "boolean", nullable: false),
                    happened_on_latest = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_release_events", x => x.release_event_id);
                    table.CheckConstraint("ck_release_events_announced_count", "announced_count > 0");
                    table.CheckConstraint("ck_release_events_happened_on", "is_partial_date(happened_on_earliest, happened_on_latest, happened_on_is_approximate)");
                    table.CheckConstraint("ck_release_events_kind", "kind IN ('other', 'amnesty', 'pardon', 'exchange', 'negotiated')");
                    table.CheckConstraint("ck_release_events_publication", "publication IN ('draft', 'published', 'withheld')");
                });

            migrationBuilder.CreateTable(
                name: "sources",
                columns: table => new
                {
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    publisher = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    author = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    archived_address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    accessed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    language = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: true),
                    is_confidential = table.Column<bool>(type: "boolean", nullable: false),
                    is_fictional = table.Column<bool>(type: "boolean", nullable: false),
                    is_public = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    published_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    published_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    published_on_latest = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sources", x => x.source_id);
                    table.CheckConstraint("ck_sources_kind", "kind IN ('news_article', 'report', 'statement', 'court_document', 'website', 'message', 'other')");
                    table.CheckConstraint("ck_sources_published_on", "is_partial_date(published_on_earliest, published_on_latest, published_on_is_approximate)");
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    must_change_password = table.Column<bool>(type: "boolean", nullable: false),
                    disabled_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "text", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.user_id);
                    table.CheckConstraint("ck_users_role", "role IN ('viewer', 'editor', 'administrator')");
                });

            migrationBuilder.CreateTable(
                name: "articles",
                columns: table => new
                {
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    legal_code_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    is_public = table.Column<bool>(type: "boolean", nullable: false),
                    title = table.Column<string>(type: "jsonb", nullable: false),
                    valid_from_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_from_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    valid_from_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_until_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_until_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    valid_until_latest = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_articles", x => x.article_id);
                    table.CheckConstraint("ck_articles_valid_from", "is_partial_date(valid_from_earliest, valid_from_latest, valid_from_is_approximate)");
                    table.CheckConstraint("ck_articles_valid_until", "is_partial_date(valid_until_earliest, valid_until_latest, valid_until_is_approximate)");
                    table.ForeignKey(
                        name: "fk_articles_legal_code_id",
                        column: x => x.legal_code_id,
                        principalTable: "legal_codes",
                        principalColumn: "legal_code_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "designations",
                columns: table => new
                {
                    designation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prisoner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    definition = table.Column<string>(type: "text", nullable: false),
                    demand = table.Column<string>(type: "text", nullable: false),
                    ground = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    designated_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    designated_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    designated_on_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    withdrawn_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    withdrawn_on_latest = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_designations", x => x.designation_id);
                    table.CheckConstraint("ck_designations_definition", "definition IN ('not_stated', 'resolution1900', 'guidelines2013', 'own')");
                    table.CheckConstraint("ck_designations_demand", "demand IN ('not_stated', 'release', 'retrial')");
                    table.CheckConstraint("ck_designations_designated_on", "is_partial_date(designated_on_earliest, designated_on_latest, designated_on_is_approximate)");
                    table.CheckConstraint("ck_designations_order", "withdrawn_on_latest >= designated_on_earliest");
                    table.CheckConstraint("ck_designations_withdrawn_on", "is_partial_date(withdrawn_on_earliest, withdrawn_on_latest, withdrawn_on_is_approximate)");
                    table.ForeignKey(
                        name: "fk_designations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_designations_prisoner_id",
                        column: x => x.prisoner_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "former_slugs",
                columns: table => new
                {
                    slug = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    prisoner_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_former_slugs", x => x.slug);
                    table.ForeignKey(
                        name: "fk_former_slugs_prisoner_id",
                        column: x => x.prisoner_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "honours",
                columns: table => new
                {
                    honour_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prisoner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "jsonb", nullable: false),
                    received_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    received_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    received_on_latest = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_honours", x => x.honour_id);
                    table.CheckConstraint("ck_honours_kind", "kind IN ('award', 'public_role')");
                    table.CheckConstraint("ck_honours_received_on", "is_partial_date(received_on_earliest, received_on_latest, received_on_is_approximate)");
                    table.ForeignKey(
                        name: "fk_honours_prisoner_id",
                        column: x => x.prisoner_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "imprisonments",
                columns: table => new
                {
                    imprisonment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prisoner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: false),
                    detention_place = table.Column<string>(type: "jsonb", nullable: false),
                    circumstances = table.Column<string>(type: "jsonb", nullable: false),
                    detained_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    confirmed_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    confirmed_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    confirmed_on_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    detained_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    detained_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    detained_on_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    ended_on_latest = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imprisonments", x => x.imprisonment_id);
                    table.CheckConstraint("ck_imprisonments_confirmed_on", "is_partial_date(confirmed_on_earliest, confirmed_on_latest, confirmed_on_is_approximate)");
                    table.CheckConstraint("ck_imprisonments_detained_on", "is_partial_date(detained_on_earliest, detained_on_latest, detained_on_is_approximate)");
                    table.CheckConstraint("ck_imprisonments_ended_on", "is_partial_date(ended_on_earliest, ended_on_latest, ended_on_is_approximate)");
                    table.CheckConstraint("ck_imprisonments_ends_after_detention", "ended_on_latest >= detained_on_earliest");
                    table.CheckConstraint("ck_imprisonments_in_absentia", "kind <> 'in_absentia' OR num_nonnulls(detained_on_earliest, ended_on_earliest) = 0");
                    table.CheckConstraint("ck_imprisonments_kind", "kind IN ('custody', 'house_arrest', 'restriction_of_liberty', 'forced_disappearance', 'in_absentia')");
                    table.ForeignKey(
                        name: "fk_imprisonments_prisoner_id",
                        column: x => x.prisoner_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_names",
                columns: table => new
                {
                    person_name_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prisoner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    full = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    given = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    patronymic = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    family = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    language = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    script = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_names", x => x.person_name_id);
                    table.CheckConstraint("ck_person_names_kind", "kind IN ('preferred', 'official', 'transliteration', 'alias', 'former', 'pseudonym')");
                    table.ForeignKey(
                        name: "fk_person_names_prisoner_id",
                        column: x => x.prisoner_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "quotations",
                columns: table => new
                {
                    quotation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prisoner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "jsonb", nullable: false),
                    channel = table.Column<string>(type: "jsonb", nullable: false),
                    said_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    said_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    said_on_latest = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quotations", x => x.quotation_id);
                    table.CheckConstraint("ck_quotations_said_on", "is_partial_date(said_on_earliest, said_on_latest, said_on_is_approximate)");
                    table.ForeignKey(
                        name: "fk_quotations_prisoner_id",
                        column: x => x.prisoner_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "concessions",
                columns: table => new
                {
                    concession_id = table.Column<Guid>(type: "uuid", nullable: false),
                    release_event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    given_by = table.Column<string>(type: "jsonb", nullable: false),
                    what = table.Column<string>(type: "jsonb", nullable: false),
                    given_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    given_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    given_on_latest = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concessions", x => x.concession_id);
                    table.CheckConstraint("ck_concessions_given_on", "is_partial_date(given_on_earliest, given_on_latest, given_on_is_approximate)");
                    table.ForeignKey(
                        name: "fk_concessions_release_event_id",
                        column: x => x.release_event_id,
                        principalTable: "release_events",
                        principalColumn: "release_event_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "parties",
                columns: table => new
                {
                    party_id = table.Column<Guid>(type: "uuid", nullable: false),
                    release_event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parties", x => x.party_id);
                    table.CheckConstraint("ck_parties_role", "role IN ('announcer', 'mediator', 'giver', 'receiver')");
                    table.ForeignKey(
                        name: "fk_parties_release_event_id",
                        column: x => x.release_event_id,
                        principalTable: "release_events",
                        principalColumn: "release_event_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reported_counts",
                columns: table => new
                {
                    reported_count_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    release_event_id = table.Column<Guid>(type: "uuid", nullable: true),
                    country = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    qualifier = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "jsonb", nullable: false),
                    parts_are_exhaustive = table.Column<bool>(type: "boolean", nullable: false),
                    as_of_earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    as_of_is_approximate = table.Column<bool>(type: "boolean", nullable: false),
                    as_of_latest = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reported_counts", x => x.reported_count_id);
                    table.CheckConstraint("ck_reported_counts_as_of", "is_partial_date(as_of_earliest, as_of_latest, as_of_is_approximate)");
                    table.CheckConstraint("ck_reported_counts_number", "number >= 0");
                    table.CheckConstraint("ck_reported_counts_qualifier", "qualifier IN ('exactly', 'at_least', 'about', 'more_than')");
                    table.ForeignKey(
                        name: "fk_reported_counts_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reported_counts_release_event_id",
                        column: x => x.release_event_id,
                        principalTable: "release_events",
                        principalColumn: "release_event_id");
                });

            migrationBuilder.CreateTable(
                name: "user_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "text", nullable: true),
                    claim_value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_user_claims_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "user_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    provider_key = table.Column<string>(type: "text", nullable: false),
                    provider_display_name = table.Column<string>(type: "text", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_user_logins_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "user_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_user_tokens_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "user_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "charges",
                columns: table => new
                {
                    charge_id = table.Column<Guid>(type: "uuid", nullable: false),
                    imprisonment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    article_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_charges", x => x.charge_id);
                    table.CheckConstraint("ck_charges_status", "status IN ('investigated', 'laid', 'changed', 'dropped', 'on_trial', 'convicted', 'acquitted', 'under_appeal')");
                    table.ForeignKey(
                        name: "fk_charges_article_id",
                        column: x => x.article_id,
                        principalTable: "articles",
                        principalColumn: "article_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_charges_imprisonment_id",
                        column: x => x.imprisonment_id,
                        principalTable: "imprisonments",
                        principalColumn: "imprisonment_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "claims",
                columns: table => new
                {
                    claim_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prisoner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    imprisonment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    release_event_id = table.Column<Guid>(type: "uuid", nullable: true),
                    topic = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    statement = table.Column<string>(type: "jsonb", nullable: false),
                    is_preferred = table.Column<bool>(type: "boolean", nullable: false),
                    preferred_because = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claims", x => x.claim_id);
                    table.CheckConstraint("ck_claims_subject", "num_nonnulls(prisoner_id, release_event_id) = 1");
                    table.CheckConstraint("ck_claims_topic", "topic IN ('name', 'birth_date', 'detention_date', 'release', 'destination', 'term', 'regime', 'fine', 'count', 'other')");
                    table.ForeignKey(
                        name: "fk_claims_imprisonment_id",
                        column: x => x.imprisonment_id,
                        principalTable: "imprisonments",
                        principalColumn: "imprisonment_id");
                    table.ForeignKey(
                        name: "fk_claims_prisoner_id",
                        column: x => x.prisoner_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id");
                    table.ForeignKey(
                        name: "fk_claims_release_event_id",
                        column: x => x.release_event_id,
                        principalTable: "release_events",
                        principalColumn: "release_event_id");
                });

            migrationBuilder.CreateTable(
                name: "placements",
                columns: table => new
                {
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    imprisonment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    facility_id = table.Column<Guid>(type: "uuid", nullable: true),
                    regime = table.Column<string>(type: "text", nullable: true),
                    in_isolation = table.Column<bool>(type: "boolean", nullable: false),
                    incommunicado = table.Column<bool>(type: "boolean", nullable: false),
                    note = table.Column<string>(type: "jsonb", nullable: false),
                    from_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    from_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    from_on_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    until_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    until_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    until_on_latest = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placements", x => x.placement_id);
                    table.CheckConstraint("ck_placements_from_on", "is_partial_date(from_on_earliest, from_on_latest, from_on_is_approximate)");
                    table.CheckConstraint("ck_placements_order", "until_on_latest >= from_on_earliest");
                    table.CheckConstraint("ck_placements_regime", "regime IN ('general', 'reinforced', 'strict', 'special', 'prison', 'settlement')");
                    table.CheckConstraint("ck_placements_until_on", "is_partial_date(until_on_earliest, until_on_latest, until_on_is_approximate)");
                    table.ForeignKey(
                        name: "fk_placements_facility_id",
                        column: x => x.facility_id,
                        principalTable: "facilities",
                        principalColumn: "facility_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_placements_imprisonment_id",
                        column: x => x.imprisonment_id,
                        principalTable: "imprisonments",
                        principalColumn: "imprisonment_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "releases",
                columns: table => new
                {
                    release_id = table.Column<Guid>(type: "uuid", nullable: false),
                    imprisonment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    release_event_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ground = table.Column<string>(type: "text", nullable: false),
                    destination_country = table.Column<string>(type: "character(2)", fixedLength: true, maxLength: 2, nullable: true),
                    forced_out = table.Column<bool>(type: "boolean", nullable: true),
                    conditions = table.Column<string>(type: "jsonb", nullable: false),
                    note = table.Column<string>(type: "jsonb", nullable: false),
                    undone_as = table.Column<string>(type: "text", nullable: true),
                    undone_because = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    undone_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    recorded_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    released_on_earliest = table.Column<DateOnly>(type: "date", nullable: false),
                    released_on_is_approximate = table.Column<bool>(type: "boolean", nullable: false),
                    released_on_latest = table.Column<DateOnly>(type: "date", nullable: false),
                    undone_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    undone_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    undone_on_latest = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_releases", x => x.release_id);
                    table.CheckConstraint("ck_releases_ground", "ground IN ('not_stated', 'term_served', 'pardon', 'amnesty', 'exchange', 'negotiated_release', 'acquittal', 'case_closed', 'early_release', 'conditional_release', 'replaced_penalty', 'medical_treatment', 'died', 'escaped')");
                    table.CheckConstraint("ck_releases_released_on", "is_partial_date(released_on_earliest, released_on_latest, released_on_is_approximate)");
                    table.CheckConstraint("ck_releases_undone", "num_nulls(undone_at, undone_as, undone_because) IN (0, 3)");
                    table.CheckConstraint("ck_releases_undone_as", "undone_as IN ('returned_to_custody', 'recorded_in_error')");
                    table.CheckConstraint("ck_releases_undone_on", "is_partial_date(undone_on_earliest, undone_on_latest, undone_on_is_approximate)");
                    table.ForeignKey(
                        name: "fk_releases_imprisonment_id",
                        column: x => x.imprisonment_id,
                        principalTable: "imprisonments",
                        principalColumn: "imprisonment_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_releases_release_event_id",
                        column: x => x.release_event_id,
                        principalTable: "release_events",
                        principalColumn: "release_event_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sentences",
                columns: table => new
                {
                    sentence_id = table.Column<Guid>(type: "uuid", nullable: false),
                    imprisonment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    court_id = table.Column<Guid>(type: "uuid", nullable: true),
                    judge_id = table.Column<Guid>(type: "uuid", nullable: true),
                    instance = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    penalty = table.Column<string>(type: "text", nullable: false),
                    regime = table.Column<string>(type: "text", nullable: true),
                    fine_amount = table.Column<decimal>(type: "numeric(14,2)", precision: 14, scale: 2, nullable: true),
                    fine_currency = table.Column<string>(type: "character(3)", fixedLength: true, maxLength: 3, nullable: true),
                    in_absentia = table.Column<bool>(type: "boolean", nullable: false),
                    supersedes_sentence_id = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<string>(type: "jsonb", nullable: false),
                    decided_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    decided_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    decided_on_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    in_force_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    in_force_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    in_force_on_latest = table.Column<DateOnly>(type: "date", nullable: true),
                    term_days = table.Column<int>(type: "integer", nullable: true),
                    term_months = table.Column<int>(type: "integer", nullable: true),
                    term_years = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sentences", x => x.sentence_id);
                    table.CheckConstraint("ck_sentences_decided_on", "is_partial_date(decided_on_earliest, decided_on_latest, decided_on_is_approximate)");
                    table.CheckConstraint("ck_sentences_fine", "num_nulls(fine_amount, fine_currency) IN (0, 2) AND fine_amount > 0 IS NOT FALSE");
                    table.CheckConstraint("ck_sentences_in_force_on", "is_partial_date(in_force_on_earliest, in_force_on_latest, in_force_on_is_approximate)");
                    table.CheckConstraint("ck_sentences_instance", "instance IN ('first', 'appeal', 'supervisory', 'extension', 'replacement')");
                    table.CheckConstraint("ck_sentences_outcome", "outcome IN ('imposed', 'upheld', 'changed', 'overturned')");
                    table.CheckConstraint("ck_sentences_penalty", "penalty IN ('not_stated', 'imprisonment', 'life_imprisonment', 'death', 'restriction_of_liberty_in_facility', 'restriction_of_liberty_at_home', 'arrest', 'suspended', 'fine', 'correctional_work', 'community_work', 'ban_on_position', 'compulsory_treatment')");
                    table.CheckConstraint("ck_sentences_regime", "regime IN ('general', 'reinforced', 'strict', 'special', 'prison', 'settlement')");
                    table.ForeignKey(
                        name: "fk_sentences_court_id",
                        column: x => x.court_id,
                        principalTable: "courts",
                        principalColumn: "court_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sentences_imprisonment_id",
                        column: x => x.imprisonment_id,
                        principalTable: "imprisonments",
                        principalColumn: "imprisonment_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_sentences_judge_id",
                        column: x => x.judge_id,
                        principalTable: "judges",
                        principalColumn: "judge_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sentences_supersedes_sentence_id",
                        column: x => x.supersedes_sentence_id,
                        principalTable: "sentences",
                        principalColumn: "sentence_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reported_count_parts",
                columns: table => new
                {
                    reported_count_part_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reported_count_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    label = table.Column<string>(type: "jsonb", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reported_count_parts", x => x.reported_count_part_id);
                    table.CheckConstraint("ck_reported_count_parts_number", "number >= 0");
                    table.ForeignKey(
                        name: "fk_reported_count_parts_reported_count_id",
                        column: x => x.reported_count_id,
                        principalTable: "reported_counts",
                        principalColumn: "reported_count_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "charge_steps",
                columns: table => new
                {
                    charge_step_id = table.Column<Guid>(type: "uuid", nullable: false),
                    charge_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "text", nullable: false),
                    took_place_on_earliest = table.Column<DateOnly>(type: "date", nullable: true),
                    took_place_on_is_approximate = table.Column<bool>(type: "boolean", nullable: true),
                    took_place_on_latest = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_charge_steps", x => x.charge_step_id);
                    table.CheckConstraint("ck_charge_steps_status", "status IN ('investigated', 'laid', 'changed', 'dropped', 'on_trial', 'convicted', 'acquitted', 'under_appeal')");
                    table.CheckConstraint("ck_charge_steps_took_place_on", "is_partial_date(took_place_on_earliest, took_place_on_latest, took_place_on_is_approximate)");
                    table.ForeignKey(
                        name: "fk_charge_steps_charge_id",
                        column: x => x.charge_id,
                        principalTable: "charges",
                        principalColumn: "charge_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "named_people",
                columns: table => new
                {
                    named_person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    release_event_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    prisoner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    release_id = table.Column<Guid>(type: "uuid", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_named_people", x => x.named_person_id);
                    table.CheckConstraint("ck_named_people_outcome", "outcome IN ('unknown', 'freed', 'refused_to_leave', 'returned_to_prison')");
                    table.ForeignKey(
                        name: "fk_named_people_prisoner_id",
                        column: x => x.prisoner_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_named_people_release_event_id",
                        column: x => x.release_event_id,
                        principalTable: "release_events",
                        principalColumn: "release_event_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_named_people_release_id",
                        column: x => x.release_id,
                        principalTable: "releases",
                        principalColumn: "release_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "citations",
                columns: table => new
                {
                    citation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    locator = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    field = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    prisoner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_name_id = table.Column<Guid>(type: "uuid", nullable: true),
                    honour_id = table.Column<Guid>(type: "uuid", nullable: true),
                    quotation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    designation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    claim_id = table.Column<Guid>(type: "uuid", nullable: true),
                    imprisonment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    charge_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sentence_id = table.Column<Guid>(type: "uuid", nullable: true),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    release_id = table.Column<Guid>(type: "uuid", nullable: true),
                    release_event_id = table.Column<Guid>(type: "uuid", nullable: true),
                    concession_id = table.Column<Guid>(type: "uuid", nullable: true),
                    party_id = table.Column<Guid>(type: "uuid", nullable: true),
                    named_person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reported_count_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_citations", x => x.citation_id);
                    table.CheckConstraint("ck_citations_one_fact", "num_nonnulls(prisoner_id, person_name_id, honour_id, quotation_id, designation_id, claim_id, imprisonment_id, charge_id, sentence_id, placement_id, release_id, release_event_id, concession_id, party_id, named_person_id, reported_count_id) = 1");
                    table.ForeignKey(
                        name: "fk_citations_charge_id",
                        column: x => x.charge_id,
                        principalTable: "charges",
                        principalColumn: "charge_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_citations_claim_id",
                        column: x => x.claim_id,
                        principalTable: "claims",
                        principalColumn: "claim_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_citations_concession_id",
                        column: x => x.concession_id,
                        principalTable: "concessions",
                        principalColumn: "concession_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_citations_designation_id",
                        column: x => x.designation_id,
                        principalTable: "designations",
                        principalColumn: "designation_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_citations_honour_id",
                        column: x => x.honour_id,
                        principalTable: "honours",
                        principalColumn: "honour_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_citations_imprisonment_id",
                        column: x => x.imprisonment_id,
                        principalTable: "imprisonments",
                        principalColumn: "imprisonment_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_citations_named_person_id",
                        column: x => x.named_person_id,
                        principalTable: "named_people",
                        principalColumn: "named_person_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_citations_party_id",
                        column: x => x.party_id,
                        principalTable: "parties",
                        principalColumn: "party_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_citations_person_name_id",
                        column: x => x.person_name_id,
                        principalTable: "person_names",
                        principalColumn: "person_name_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_citations_placement_id",
                        column: x => x.placement_id,
                        principalTable: "placements",
                        principalColumn: "placement_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_citations_prisoner_id",
                        column: x => x.prisoner_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_citations_quotation_id",
                        column: x => x.quotation_id,
                        principalTable: "quotations",
                        principalColumn: "quotation_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_citations_release_event_id",
                        column: x => x.release_event_id,
                        principalTable: "release_events",
                        principalColumn: "release_event_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_citations_release_id",
                        column: x => x.release_id,
                        principalTable: "releases",
                        principalColumn: "release_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_citations_reported_count_id",
                        column: x => x.reported_count_id,
                        principalTable: "reported_counts",
                        principalColumn: "reported_count_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_citations_sentence_id",
                        column: x => x.sentence_id,
                        principalTable: "sentences",
                        principalColumn: "sentence_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_citations_source_id",
                        column: x => x.source_id,
                        principalTable: "sources",
                        principalColumn: "source_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_articles_legal_code_id_number",
                table: "articles",
                columns: new[] { "legal_code_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_articles_number",
                table: "articles",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_changes_previous_hash",
                table: "changes",
                column: "previous_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_changes_request_key",
                table: "changes",
                column: "request_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_changes_subject_ids",
                table: "changes",
                column: "subject_ids")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_charge_steps_charge_id",
                table: "charge_steps",
                column: "charge_id");

            migrationBuilder.CreateIndex(
                name: "ix_charges_article_id",
                table: "charges",
                column: "article_id");

            migrationBuilder.CreateIndex(
                name: "ix_charges_imprisonment_id",
                table: "charges",
                column: "imprisonment_id");

            migrationBuilder.CreateIndex(
                name: "ix_citations_charge_id",
                table: "citations",
                column: "charge_id",
                filter: "charge_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_claim_id",
                table: "citations",
                column: "claim_id",
                filter: "claim_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_concession_id",
                table: "citations",
                column: "concession_id",
                filter: "concession_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_designation_id",
                table: "citations",
                column: "designation_id",
                filter: "designation_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_honour_id",
                table: "citations",
                column: "honour_id",
                filter: "honour_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_imprisonment_id",
                table: "citations",
                column: "imprisonment_id",
                filter: "imprisonment_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_named_person_id",
                table: "citations",
                column: "named_person_id",
                filter: "named_person_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_party_id",
                table: "citations",
                column: "party_id",
                filter: "party_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_person_name_id",
                table: "citations",
                column: "person_name_id",
                filter: "person_name_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_placement_id",
                table: "citations",
                column: "placement_id",
                filter: "placement_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_prisoner_id",
                table: "citations",
                column: "prisoner_id",
                filter: "prisoner_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_quotation_id",
                table: "citations",
                column: "quotation_id",
                filter: "quotation_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_release_event_id",
                table: "citations",
                column: "release_event_id",
                filter: "release_event_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_release_id",
                table: "citations",
                column: "release_id",
                filter: "release_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_reported_count_id",
                table: "citations",
                column: "reported_count_id",
                filter: "reported_count_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_sentence_id",
                table: "citations",
                column: "sentence_id",
                filter: "sentence_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_citations_source_id",
                table: "citations",
                column: "source_id");

            migrationBuilder.CreateIndex(
                name: "ix_claims_imprisonment_id",
                table: "claims",
                column: "imprisonment_id");

            migrationBuilder.CreateIndex(
                name: "ix_claims_preferred",
                table: "claims",
                columns: new[] { "prisoner_id", "release_event_id", "imprisonment_id", "topic" },
                unique: true,
                filter: "is_preferred")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_claims_prisoner_id",
                table: "claims",
                column: "prisoner_id");

            migrationBuilder.CreateIndex(
                name: "ix_claims_release_event_id",
                table: "claims",
                column: "release_event_id");

            migrationBuilder.CreateIndex(
                name: "ix_concessions_release_event_id",
                table: "concessions",
                column: "release_event_id");

            migrationBuilder.CreateIndex(
                name: "ix_designations_organisation_id",
                table: "designations",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_designations_prisoner_id",
                table: "designations",
                column: "prisoner_id");

            migrationBuilder.CreateIndex(
                name: "ix_facilities_key",
                table: "facilities",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_former_slugs_prisoner_id",
                table: "former_slugs",
                column: "prisoner_id");

            migrationBuilder.CreateIndex(
                name: "ix_honours_prisoner_id",
                table: "honours",
                column: "prisoner_id");

            migrationBuilder.CreateIndex(
                name: "ix_imprisonments_open",
                table: "imprisonments",
                column: "prisoner_id",
                unique: true,
                filter: "ended_on_earliest IS NULL AND kind <> 'in_absentia'");

            migrationBuilder.CreateIndex(
                name: "ix_imprisonments_prisoner_id",
                table: "imprisonments",
                column: "prisoner_id");

            migrationBuilder.CreateIndex(
                name: "ix_legal_codes_key",
                table: "legal_codes",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_named_people_prisoner_id",
                table: "named_people",
                column: "prisoner_id");

            migrationBuilder.CreateIndex(
                name: "ix_named_people_release_event_id_prisoner_id",
                table: "named_people",
                columns: new[] { "release_event_id", "prisoner_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_named_people_release_id",
                table: "named_people",
                column: "release_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_organisations_key",
                table: "organisations",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_parties_release_event_id",
                table: "parties",
                column: "release_event_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_names_prisoner_id",
                table: "person_names",
                column: "prisoner_id");

            migrationBuilder.CreateIndex(
                name: "ix_placements_facility_id",
                table: "placements",
                column: "facility_id");

            migrationBuilder.CreateIndex(
                name: "ix_placements_imprisonment_id",
                table: "placements",
                column: "imprisonment_id");

            migrationBuilder.CreateIndex(
                name: "ix_prisoners_is_fictional",
                table: "prisoners",
                column: "is_fictional",
                filter: "is_fictional");

            migrationBuilder.CreateIndex(
                name: "ix_prisoners_search_text",
                table: "prisoners",
                column: "search_text")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_prisoners_slug",
                table: "prisoners",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_prisoners_updated_at",
                table: "prisoners",
                column: "updated_at");

            migrationBuilder.CreateIndex(
                name: "ix_quotations_prisoner_id",
                table: "quotations",
                column: "prisoner_id");

            migrationBuilder.CreateIndex(
                name: "ix_release_events_slug",
                table: "release_events",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_releases_current",
                table: "releases",
                column: "imprisonment_id",
                unique: true,
                filter: "undone_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_releases_imprisonment_id",
                table: "releases",
                column: "imprisonment_id");

            migrationBuilder.CreateIndex(
                name: "ix_releases_release_event_id",
                table: "releases",
                column: "release_event_id");

            migrationBuilder.CreateIndex(
                name: "ix_reported_count_parts_reported_count_id",
                table: "reported_count_parts",
                column: "reported_count_id");

            migrationBuilder.CreateIndex(
                name: "ix_reported_counts_organisation_id",
                table: "reported_counts",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_reported_counts_release_event_id",
                table: "reported_counts",
                column: "release_event_id");

            migrationBuilder.CreateIndex(
                name: "ix_sentences_court_id",
                table: "sentences",
                column: "court_id");

            migrationBuilder.CreateIndex(
                name: "ix_sentences_imprisonment_id",
                table: "sentences",
                column: "imprisonment_id");

            migrationBuilder.CreateIndex(
                name: "ix_sentences_judge_id",
                table: "sentences",
                column: "judge_id");

            migrationBuilder.CreateIndex(
                name: "ix_sentences_supersedes_sentence_id",
                table: "sentences",
                column: "supersedes_sentence_id");

            migrationBuilder.CreateIndex(
                name: "ix_sources_slug",
                table: "sources",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_user_claims_user_id",
                table: "user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_logins_user_id",
                table: "user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "users",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "users",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.Sql(DatabaseMigrator.Sql("first_release_after.sql"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Migrations go forward only: undoing the first one would delete the register.");
    }
}
