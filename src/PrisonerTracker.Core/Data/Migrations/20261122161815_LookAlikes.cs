using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PrisonerTracker.Core.Data.Migrations
{
    /// <inheritdoc />
    public partial class LookAlikes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "compared_version",
                table: "prisoners",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.Sql(DatabaseMigrator.Sql("look_alikes.sql"));

            migrationBuilder.CreateTable(
                name: "distinct_pairs",
                columns: table => new
                {
                    distinct_pair_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    second_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    basis = table.Column<byte[]>(type: "bytea", nullable: false),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    decided_by = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_distinct_pairs", x => x.distinct_pair_id);
                    table.CheckConstraint("ck_distinct_pairs_order", "first_id < second_id");
                    table.ForeignKey(
                        name: "fk_distinct_pairs_first_id",
                        column: x => x.first_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_distinct_pairs_second_id",
                        column: x => x.second_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "look_alikes",
                columns: table => new
                {
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    score = table.Column<double>(type: "double precision", nullable: false),
                    reasons = table.Column<string[]>(type: "text[]", nullable: false),
                    first_spelling = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    second_spelling = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    basis = table.Column<byte[]>(type: "bytea", nullable: false),
                    found_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_look_alikes", x => new { x.first_id, x.second_id });
                    table.CheckConstraint("ck_look_alikes_order", "first_id < second_id");
                    table.ForeignKey(
                        name: "fk_look_alikes_first_id",
                        column: x => x.first_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_look_alikes_second_id",
                        column: x => x.second_id,
                        principalTable: "prisoners",
                        principalColumn: "prisoner_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_prisoners_uncompared",
                table: "prisoners",
                column: "prisoner_id",
                filter: "compared_version <> version");

            migrationBuilder.CreateIndex(
                name: "ix_distinct_pairs_first_id_second_id",
                table: "distinct_pairs",
                columns: new[] { "first_id", "second_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_distinct_pairs_second_id",
                table: "distinct_pairs",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "ix_look_alikes_score_first_id_second_id",
                table: "look_alikes",
                columns: new[] { "score", "first_id", "second_id" },
                descending: new[] { true, false, false });

            migrationBuilder.CreateIndex(
                name: "ix_look_alikes_second_id",
                table: "look_alikes",
                column: "second_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "distinct_pairs");

            migrationBuilder.DropTable(
                name: "look_alikes");

            migrationBuilder.DropIndex(
                name: "ix_prisoners_uncompared",
                table: "prisoners");

            migrationBuilder.DropColumn(
                name: "compared_version",
                table: "prisoners");
        }
    }
}
